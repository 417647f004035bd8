// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/finding.h"

#include <algorithm>

namespace records {

namespace {

constexpr std::string_view codes[] = {"met", "not-met", "unknown", "not-applicable"};
constexpr std::string_view names[] = {"Met", "Not met", "Unknown", "Does not apply"};

}  // namespace

int Assessment::criteriaMet() const {
    return static_cast<int>(std::count_if(criteria.begin(), criteria.end(), [](const auto& result) {
        return result.outcome == Outcome::met;
    }));
}

std::string_view outcomeCode(Outcome outcome) {
    return codes[static_cast<std::size_t>(outcome)];
}

std::string_view outcomeName(Outcome outcome) {
    return names[static_cast<std::size_t>(outcome)];
}

std::optional<Outcome> outcomeFromCode(std::string_view code) {
    for (std::size_t i = 0; i < std::size(codes); ++i)
        if (codes[i] == code)
            return static_cast<Outcome>(i);
    return std::nullopt;
}

}  // namespace records
