// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a member makes the family one with a dependent child, by the plan's rule (0 to 15 always;
// 16 to 18 in education or training, or living as a child of the home: Luton, Surrey and others).
#pragma once

#include "criteria/case_records.h"

namespace criteria {

[[nodiscard]] bool isDependentChild(const DependentChild& rule,
                                    const PresentMember& one,
                                    base::Date asAt);

}  // namespace criteria
