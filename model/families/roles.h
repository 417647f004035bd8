// SPDX-License-Identifier: GPL-3.0-or-later
// What each member is to their family: by what records say, else by age and surname. A generation
// is fifteen years.
#pragma once

#include "families/evidence.h"
#include "families/unit.h"
#include "records/family.h"

#include <vector>

namespace families {

// Aligned with the unit's members.
[[nodiscard]] std::vector<records::MemberRole> rolesIn(const Unit& unit, const Evidence& evidence);

// "tenancy or household record: tenant; same address in 3 records; stated: parent"
[[nodiscard]] std::string evidenceWords(const UnitMember& member);

}  // namespace families
