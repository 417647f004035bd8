// SPDX-License-Identifier: GPL-3.0-or-later
// One line of the work list: what may be seen of a family without opening it. No names.
#pragma once

#include "base/date.h"
#include "records/case_file.h"
#include "records/finding.h"
#include "records/ids.h"

#include <array>
#include <optional>
#include <string>

namespace records {

struct FamilyRow {
    FamilyId family;
    int adults = 0;
    int children = 0;
    std::array<Outcome, 6> outcomes{Outcome::unknown,
                                    Outcome::unknown,
                                    Outcome::unknown,
                                    Outcome::unknown,
                                    Outcome::unknown,
                                    Outcome::unknown};  // criteria 1 to 6
    int criteriaMet = 0;
    bool assessed = false;  // false: the outcomes say nothing yet
    bool flagged = false;
    std::optional<base::Date> newestEvidence;
    CaseState state = CaseState::assessed;
    std::string since;  // UTC of the last step; "" when there was none
    UserId takenBy;
    UserId allocatedTo;

    friend bool operator==(const FamilyRow&, const FamilyRow&) = default;
};

}  // namespace records
