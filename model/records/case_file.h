// SPDX-License-Identifier: GPL-3.0-or-later
// Where a family stands with the team, and what has been decided about it. The state is the last of
// a list of dated events; events are never changed or removed.
#pragma once

#include "base/date.h"
#include "records/ids.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace records {

enum class CaseState {
    assessed,     // screened; nothing proposed
    proposed,     // by the plan or by a nomination
    triaged,      // a caseworker put it before a supervisor
    sentBack,     // the supervisor wants more
    agreed,       // by another person than the one who triaged
    notSuitable,
    allocated,
    supported,
    closed,
};

enum class CaseStep {
    propose,
    nominate,
    triage,
    sendBack,
    agree,
    notSuitable,
    allocate,
    startSupport,
    endSupport,
    close,
    reopen,  // proposed again on new evidence
};

struct CaseEvent {
    std::int64_t id = 0;
    FamilyId family;
    CaseStep step = CaseStep::propose;
    std::string at;  // UTC
    UserId by;
    std::string reason;  // code from the list of the step
    std::string words;
    std::optional<base::Date> date;  // allocation, support start or end
    UserId to;                       // allocated to
    std::string planFingerprint;     // of propose
    std::optional<base::Date> asAt;
    std::string intensity;  // coded local tier of support
};

struct ReasonCode {
    std::string_view code;
    std::string_view words;
};

[[nodiscard]] std::string_view stateCode(CaseState state);
[[nodiscard]] std::string_view stateName(CaseState state);
[[nodiscard]] std::string_view stepCode(CaseStep step);
[[nodiscard]] std::string_view stepName(CaseStep step);
[[nodiscard]] std::optional<CaseStep> stepFromCode(std::string_view code);

// The state after `step`, or nothing when the step is not allowed from `state`.
[[nodiscard]] std::optional<CaseState> after(CaseState state, CaseStep step);
[[nodiscard]] CaseState stateAfter(const std::vector<CaseEvent>& events);
// The reasons a person chooses from; empty when the step needs none.
[[nodiscard]] std::vector<ReasonCode> reasonsFor(CaseStep step);

}  // namespace records
