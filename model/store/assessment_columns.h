// SPDX-License-Identifier: GPL-3.0-or-later
// An assessment as columns: six outcomes in six letters, in clear, for lists; everything it says as
// packed bytes, to be sealed.
#pragma once

#include "records/finding.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace store {

// "mnux--": met, not met, unknown, not applicable, not in the plan; criteria 1 to 6.
[[nodiscard]] std::string outcomeLetters(const records::Assessment& assessment);
// A letter that says nothing is unknown.
[[nodiscard]] std::array<records::Outcome, 6> outcomesFrom(std::string_view letters);
[[nodiscard]] std::optional<base::Date> newestOf(const records::Assessment& assessment);

// Criteria, findings and why not flagged; the rest is in columns.
[[nodiscard]] std::string packAssessment(const records::Assessment& assessment);
// False when the bytes are not such a thing.
[[nodiscard]] bool unpackAssessment(std::string_view bytes, records::Assessment& into);

}  // namespace store
