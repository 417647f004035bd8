// SPDX-License-Identifier: GPL-3.0-or-later
// What a plan says of a family: for every indicator and criterion met / not met / unknown / not
// applicable, whose it is, and the evidence rows. A flag proposes a family that meets enough.
#pragma once

#include "base/date.h"
#include "records/ids.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace records {

enum class Outcome { met, notMet, unknown, notApplicable };

struct Evidence {
    RecordId record;
    PersonId person;
    std::string value;  // "18 of 138 sessions", "outcome: convicted"; never a name
    std::optional<base::Date> date;

    friend bool operator==(const Evidence&, const Evidence&) = default;
};

// One indicator's outcome for one member (or for the household: person empty).
struct Finding {
    std::string indicator;  // "2a"
    int criterion = 0;      // 1 to 6
    PersonId person;
    Outcome outcome = Outcome::unknown;
    std::string explanation;  // the arithmetic in words: "53 of 378 sessions, 14.0 %; needs 10 %"
    std::vector<Evidence> evidence;  // only of met and of not met with something to show
    std::optional<base::Date> newest;  // of the evidence

    friend bool operator==(const Finding&, const Finding&) = default;
};

// A criterion for the whole family, from its indicators.
struct CriterionResult {
    int number = 0;
    Outcome outcome = Outcome::unknown;
    std::vector<PersonId> whose;  // members by whom it is met
    std::string why;              // for unknown: what no partner has sent
    std::optional<base::Date> newest;

    friend bool operator==(const CriterionResult&, const CriterionResult&) = default;
};

struct Assessment {
    FamilyId family;
    std::string planFingerprint;  // sha256 of the plan's text, hexadecimal
    base::Date asAt;
    std::vector<Finding> findings;
    std::vector<CriterionResult> criteria;  // in the plan's order
    bool flagged = false;                   // enough criteria and the plan's preconditions hold
    std::string whyNotFlagged;              // "no dependent child", "1 of the 2 criteria needed"

    [[nodiscard]] int criteriaMet() const;
};

[[nodiscard]] std::string_view outcomeCode(Outcome outcome);  // "not-met"
[[nodiscard]] std::string_view outcomeName(Outcome outcome);  // "Not met"
[[nodiscard]] std::optional<Outcome> outcomeFromCode(std::string_view code);

}  // namespace records
