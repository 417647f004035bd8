// SPDX-License-Identifier: GPL-3.0-or-later
// The numbers of a plan that a council may set, each where it stands in the plan's text: how many,
// how long ago, what share. A copy of the text with one of them changed is the same plan otherwise,
// comments and all.
#pragma once

#include "base/result.h"
#include "records/plan_threshold.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace criteria {

// What the number under this key of a plan says; nullopt when it is not one a council may set.
[[nodiscard]] std::optional<std::string_view> thresholdWords(std::string_view key);

// In the order of the text. Fails as readPlan() does.
[[nodiscard]] base::Result<std::vector<records::PlanThreshold>> thresholdsOf(
    std::string_view planText, std::string_view fileName);

// The text with that number in its place. Fails with malformed when the number lies outside its
// bounds, or the text is not the one the threshold was read from.
[[nodiscard]] base::Result<std::string> withThreshold(std::string_view planText,
                                                      const records::PlanThreshold& threshold,
                                                      double value);

// The text with another version's name. Fails with malformed when it is empty or the plan has none.
[[nodiscard]] base::Result<std::string> withVersion(std::string_view planText,
                                                    std::string_view version);

}  // namespace criteria
