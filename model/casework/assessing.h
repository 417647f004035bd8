// SPDX-License-Identifier: GPL-3.0-or-later
// Families meet the plan: findings, and the families proposed by them. A run is in whole or not at
// all, and keeps the plan's text, fingerprint and as-at date, so that it can be run again as it
// stood.
#pragma once

#include "base/progress.h"
#include "casework/session.h"
#include "records/finding.h"

#include <array>
#include <optional>
#include <vector>

namespace casework {

struct AssessRequest {
    std::optional<std::string> planText;  // else the plan in force (Herefordshire's newest shipped)
    std::string planName;                 // file name, for errors
    base::Date asAt = base::today();
};

struct AssessReport {
    std::string plan;  // name and version
    std::string fingerprint;
    base::Date asAt;
    std::int64_t families = 0;
    std::int64_t flagged = 0;
    std::int64_t proposed = 0;          // newly put before the team
    std::array<std::int64_t, 6> met{};  // families by criterion
    std::array<std::int64_t, 6> unknown{};
};

[[nodiscard]] base::Result<AssessReport> assessFamilies(Session& session,
                                                        const AssessRequest& request,
                                                        base::Progress& progress);

// The family's newest assessment computed again from its plan, as-at date and today's links. Equal
// to the stored one unless links, families or deliveries changed since.
[[nodiscard]] base::Result<records::Assessment> assessAgain(Session& session,
                                                            records::FamilyId family);

// A plan in words (Markdown), and every fault of a plan's text.
[[nodiscard]] base::Result<std::string> planInWords(std::string_view planText,
                                                    std::string_view fileName);
// The text of the plan in force today. Grant: readPlan.
[[nodiscard]] base::Result<std::string> planInForce(Session& session);

}  // namespace casework
