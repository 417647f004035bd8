// SPDX-License-Identifier: GPL-3.0-or-later
// The small words of explanations and rule sentences.
#pragma once

#include "criteria/plan.h"

#include <string>
#include <string_view>
#include <vector>

namespace criteria {

// A label inside a sentence: "Convicted" to "convicted", but "Universal Credit, no earnings" stays.
[[nodiscard]] std::string inSentence(std::string_view label);
// "a, b or c"
[[nodiscard]] std::string listed(const std::vector<std::string>& words, std::string_view last);
// "10", "12.5": no needless zeros.
[[nodiscard]] std::string number(double value);
// "at least 10", "more than 10"
[[nodiscard]] std::string thresholdInWords(const Measure& measure);
// "10", "more than 10": after "needs".
[[nodiscard]] std::string needInWords(const Measure& measure);
// "1 offence", "3 health needs", "2 anti-social behaviour records"
[[nodiscard]] std::string recordsInWords(const records::RecordType& type, double count);

}  // namespace criteria
