// SPDX-License-Identifier: GPL-3.0-or-later
// Two records side by side as text, and the weighing that is shown once they are answered.
#pragma once

#include "casework/linking.h"

#include <string>
#include <vector>

namespace app {

[[nodiscard]] std::string sidesText(const casework::PairSide& left,
                                    const casework::PairSide& right);
[[nodiscard]] std::string weighingText(double weight,
                                       double probability,
                                       const std::vector<records::LinkReason>& reasons);

// "same", "different", "not-sure"; "undo" is none.
[[nodiscard]] base::Result<records::PairAnswer> answerOf(const std::string& word);
[[nodiscard]] std::string answerCode(records::PairAnswer answer);

}  // namespace app
