// SPDX-License-Identifier: GPL-3.0-or-later
// A family as it stood on a day, ready to be asked: the members who were there, in order of person,
// each with the records that count.
#pragma once

#include "criteria/assess.h"
#include "criteria/measures/rule.h"

#include <vector>

namespace criteria {

struct PresentMember {
    const CaseMember* member = nullptr;
    std::vector<OwnedRecord> records;  // by record number
};

// Leaves out memberships that had ended or not begun, people who had died or were not born, records
// without the day they need, and records that a later delivery repeats or corrects: of the rows of
// one agency about one person with the same type, codes, day (and, for events, texts) those of the
// latest delivery stand.
[[nodiscard]] std::vector<PresentMember> presentMembers(const FamilyCase& family,
                                                        const Calendar& calendar,
                                                        base::Date asAt);

}  // namespace criteria
