// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a grant reaches a person or a record: it names them, or the whole vault, or a family,
// person or doubtful pair that they belong to. Everything else is refused.
#pragma once

#include "access/grant.h"
#include "store/database.h"

#include <initializer_list>

namespace store {

// The grant is for one of these actions, whatever its subject.
[[nodiscard]] base::Result<void> isFor(const access::Grant& grant,
                                       std::initializer_list<access::Action> actions);
// The grant is for one of these actions on the whole vault; the release of one submission counts,
// since it reads what preparing it read.
[[nodiscard]] base::Result<void> isForAll(const access::Grant& grant,
                                          std::initializer_list<access::Action> actions);
// The grant's subject includes it.
[[nodiscard]] base::Result<void> reaches(Database& database,
                                         const access::Grant& grant,
                                         records::FamilyId family);
[[nodiscard]] base::Result<void> reaches(Database& database,
                                         const access::Grant& grant,
                                         records::PersonId person);
[[nodiscard]] base::Result<void> reaches(Database& database,
                                         const access::Grant& grant,
                                         records::RecordId record);

}  // namespace store
