// SPDX-License-Identifier: GPL-3.0-or-later
// A number of an Outcomes Plan that a council may set: what it says, between which bounds it lies,
// and where it stands in the plan's text. A plain value.
#pragma once

#include <string>

namespace records {

struct PlanThreshold {
    std::string indicator;  // "2a"; "" for the whole plan
    std::string wording;    // of the indicator, or of the plan's number
    std::string words;      // "at least", "within this many months", "aged from"
    double value = 0;
    double least = 0;
    double most = 0;
    bool whole = true;  // no decimals
    unsigned line = 0;  // of its key in the text
    unsigned column = 0;
};

}  // namespace records
