// SPDX-License-Identifier: GPL-3.0-or-later
// A plan tried beside the one in force: the same families, records, coverage and day under both,
// and which families would enter or leave. Nothing is stored but the audit event.
#pragma once

#include "base/date.h"
#include "base/progress.h"
#include "casework/session.h"
#include "records/ids.h"
#include "records/plan_threshold.h"

#include <array>
#include <string>
#include <vector>

namespace casework {

struct PlanTrial {
    std::string planNow;  // name and version
    std::string planThen;
    std::string fingerprintThen;  // of the text that was tried
    base::Date asAt;
    std::int64_t families = 0;
    std::int64_t proposedNow = 0;
    std::int64_t proposedThen = 0;
    std::array<std::int64_t, 6> metNow{};
    std::array<std::int64_t, 6> metThen{};
    std::vector<records::FamilyId> enter;  // proposed then and not now
    std::vector<records::FamilyId> leave;
};

// Against the plan in force on `asAt`. Grant: assess. Fails with malformed when the text is no
// plan, and cancelled.
[[nodiscard]] base::Result<PlanTrial> tryPlan(Session& session,
                                              std::string_view planText,
                                              std::string_view fileName,
                                              base::Date asAt,
                                              base::Progress& progress);

// The numbers of a plan that may be set.
[[nodiscard]] base::Result<std::vector<records::PlanThreshold>> planThresholds(
    std::string_view planText, std::string_view fileName);

// A copy of a plan with numbers changed and a name of its own for the version.
struct ThresholdChange {
    records::PlanThreshold threshold;
    double value = 0;
};

[[nodiscard]] base::Result<std::string> changedPlan(std::string_view planText,
                                                    const std::vector<ThresholdChange>& changes,
                                                    std::string_view version);

}  // namespace casework
