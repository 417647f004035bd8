// SPDX-License-Identifier: GPL-3.0-or-later
// What a new version of a plan says otherwise than the one before: the numbers a council may set
// (threshold.h), and whatever else differs, by where it stands.
#pragma once

#include "base/result.h"
#include "records/plan_difference.h"

#include <string_view>

namespace criteria {

// In the order of the newer text. Both are the texts of sound plans; fails as parseToml() does.
// Name and version are no difference: they are how the two are told apart.
[[nodiscard]] base::Result<records::PlanDifference> planDifference(std::string_view before,
                                                                   std::string_view after);

}  // namespace criteria
