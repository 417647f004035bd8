// SPDX-License-Identifier: GPL-3.0-or-later
// A new version of the plan: put forward by one person, adopted or declined by another, and in
// force from a day on. Every version stays to be read, and what an earlier one said of families
// stays until they are assessed again.
#pragma once

#include "casework/plan_trial.h"
#include "casework/session.h"
#include "records/plan_difference.h"
#include "records/plan_version.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace casework {

struct PlanProposal {
    std::string text;
    std::string fileName;  // for the messages
    base::Date from = base::today();
    std::string why;
    std::optional<PlanTrial> trial;  // its counts are kept when it is of this text
};

// Grant: proposePlan. Fails with malformed, every fault of the text in its detail; refused when it
// is the plan in force on that day already, the day has passed or lies outside the plan's own days,
// or no reason is said; exists when it waits already or another text has its name and version.
[[nodiscard]] base::Result<records::PlanVersion> proposePlan(Session& session,
                                                             const PlanProposal& proposal);

// By another person than the one who put it forward; words are needed. Returns the day it counts
// from: the one asked for, or today when that has passed.
[[nodiscard]] base::Result<base::Date> adoptPlan(Session& session,
                                                 records::PlanVersionId version,
                                                 std::string_view words);
[[nodiscard]] base::Result<void> declinePlan(Session& session,
                                             records::PlanVersionId version,
                                             std::string_view words);
// By the one who put it forward.
[[nodiscard]] base::Result<void> withdrawPlan(Session& session,
                                              records::PlanVersionId version,
                                              std::string_view words = {});

// What a version is today.
enum class PlanPlace { waits, inForce, toCome, before, declined, withdrawn };

[[nodiscard]] std::string_view planPlaceName(PlanPlace place);  // "in force"

struct PlanVersionLine {
    records::PlanVersion version;
    PlanPlace place = PlanPlace::waits;
    std::string proposedBy;  // names; "" for the plan that came with the program
    std::string decidedBy;
};

// Newest first; the plan that came with the program, numbered 0, last. Grant: readPlan.
[[nodiscard]] base::Result<std::vector<PlanVersionLine>> listPlanVersions(Session& session);
// How many wait for this person: none unless they may adopt.
[[nodiscard]] base::Result<std::int64_t> plansToAdopt(Session& session);

// One version to be read, and what it says otherwise than the plan in force today.
struct PlanVersionView {
    std::string text;
    std::string words;    // Markdown
    std::string against;  // name and version of the plan in force
    records::PlanDifference difference;
};

[[nodiscard]] base::Result<PlanVersionView> openPlanVersion(Session& session,
                                                            records::PlanVersionId version);

// By which plan families were assessed last. Grant: readPlan.
struct PlanInUse {
    std::string inForce;       // name and version of the plan in force today
    std::string findingsFrom;  // of the plan of the newest assessment; "" when there was none
    bool same = true;
    std::int64_t families = 0;  // that carry its findings
};

[[nodiscard]] base::Result<PlanInUse> planInUse(Session& session);

}  // namespace casework
