// SPDX-License-Identifier: GPL-3.0-or-later
// What one plan says otherwise than another: numbers, each with what it was and is, and everything
// else by the place where it differs. Comments and the order of lines are no difference. A plain
// value.
#pragma once

#include <string>
#include <vector>

namespace records {

struct PlanNumberChange {
    std::string indicator;  // "2a"; "" for the whole plan
    std::string wording;    // of the indicator
    std::string words;      // "at least", "within this many months"
    double before = 0;
    double after = 0;
};

struct PlanDifference {
    std::vector<PlanNumberChange> numbers;
    std::vector<std::string> otherwise;  // "indicator 2a is worded or measured otherwise"

    [[nodiscard]] bool none() const { return numbers.empty() && otherwise.empty(); }
};

}  // namespace records
