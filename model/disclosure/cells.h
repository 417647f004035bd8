// SPDX-License-Identifier: GPL-3.0-or-later
// What one column says of one person: the only place where a value turns into text that leaves.
// Identifiers go out in canonical form when valid, and blank otherwise; so do placeholder dates.
#pragma once

#include "disclosure/eligibility.h"

#include <optional>
#include <string>

namespace disclosure {

// One person about to be written.
struct Row {
    const Candidate* candidate = nullptr;
    records::Cohort cohort = records::Cohort::assessedOnly;
    bool addressWithheld = false;
    base::Date periodEnd;
    std::string personPseudonym;
    std::string familyPseudonym;
};

// The whole birth date, unless it is partial or stands for "not known".
[[nodiscard]] std::optional<base::Date> usableBirthDate(const records::Identity& identity);

// True when the column is filled for this person at all (Column::only).
[[nodiscard]] bool applies(const Column& column, const Candidate& candidate);

// "" when it doesn't apply, isn't held, isn't valid or is withheld.
[[nodiscard]] std::string cell(const Layout& layout, const Column& column, const Row& row);

// Canonical form of a valid identifier, "" for any other.
[[nodiscard]] std::string validIdentifier(Field field, const records::Identity& identity);
// True for an identifier that was sent and is not exported because it is not valid.
[[nodiscard]] bool sentButNotValid(Field field, const records::Identity& identity);

// Supported on the period's last day, or before it within the period; support yet to come does not
// count.
[[nodiscard]] records::Cohort cohortIn(const Candidate& candidate, const Period& period);

}  // namespace disclosure
