// SPDX-License-Identifier: GPL-3.0-or-later
// A version of the Outcomes Plan that one person put forward. Another person adopts it, from a day
// on, or declines it; who put it forward may take it back. It is kept whatever becomes of it. A
// plain value.
#pragma once

#include "base/date.h"
#include "records/ids.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace records {

enum class PlanVersionState { proposed = 0, adopted = 1, declined = 2, withdrawn = 3 };

[[nodiscard]] std::string_view planStateName(PlanVersionState state);  // "waits for adoption"

// What a trial of a plan beside the one in force counted.
struct PlanTrialCounts {
    std::int64_t families = 0;
    std::int64_t proposedNow = 0;
    std::int64_t proposedThen = 0;
    std::int64_t enter = 0;
    std::int64_t leave = 0;
};

struct PlanVersion {
    PlanVersionId id;  // 0: came with the program
    std::string fingerprint;
    std::string name;
    std::string version;
    // The day asked for; once adopted, the day it counts from, which is never before the adoption.
    base::Date from;
    std::string why;
    UserId proposedBy;
    std::string proposedAt;  // UTC
    PlanVersionState state = PlanVersionState::proposed;
    UserId decidedBy;  // 0 until then
    std::string decidedAt;
    std::string words;          // of who decided
    std::int64_t adoption = 0;  // its number among adoptions; 0 when it is none
    std::optional<PlanTrialCounts> tried;
};

}  // namespace records
