// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/plan_trial.h"

#include "casework/family_cases.h"
#include "casework/plan_text.h"
#include "criteria/threshold.h"

#include <algorithm>

namespace casework {

namespace {

std::string nameOf(const criteria::Plan& plan) {
    return plan.name + ", version " + plan.version;
}

void count(const records::Assessment& assessment, std::array<std::int64_t, 6>& met) {
    for (const records::CriterionResult& result : assessment.criteria)
        if (result.number >= 1 && result.number <= 6 && result.outcome == records::Outcome::met)
            ++met[static_cast<std::size_t>(result.number - 1)];
}

void compare(const records::Assessment& now, const records::Assessment& then, PlanTrial& trial) {
    ++trial.families;
    count(now, trial.metNow);
    count(then, trial.metThen);
    trial.proposedNow += now.flagged ? 1 : 0;
    trial.proposedThen += then.flagged ? 1 : 0;
    if (then.flagged && !now.flagged)
        trial.enter.push_back(now.family);
    if (now.flagged && !then.flagged)
        trial.leave.push_back(now.family);
}

base::Result<void> compareAll(store::Vault& vault,
                              const access::Grant& grant,
                              const ReadyPlan& now,
                              const ReadyPlan& then,
                              PlanTrial& trial,
                              base::Progress& progress) {
    const auto all = caseMaterial(vault, grant, progress);
    if (!all)
        return base::fail(all.error());
    FamilyCases cases(all->population);
    for (const records::Family& family : all->families) {
        progress.step(
            "trying the plan", static_cast<std::uint64_t>(trial.families), all->families.size());
        if (progress.cancelled())
            return base::fail(base::Code::cancelled, "plan", "stopped; nothing was changed");
        const criteria::FamilyCase made = cases.of(family);
        compare(criteria::assess(now.plan, now.calendar, made, all->coverage, trial.asAt),
                criteria::assess(then.plan, then.calendar, made, all->coverage, trial.asAt),
                trial);
    }
    return {};
}

}  // namespace

base::Result<PlanTrial> tryPlan(Session& session,
                                std::string_view planText,
                                std::string_view fileName,
                                base::Date asAt,
                                base::Progress& progress) {
    const auto then = readyPlan(std::string(planText), std::string(fileName));
    if (!then)
        return base::fail(then.error());
    auto text = currentPlanText(session.vault(), asAt);
    if (!text)
        return base::fail(text.error());
    const auto now = readyPlan(std::move(*text), "plan in force");
    if (!now)
        return base::fail(now.error());
    const auto grant = session.authorise(access::Action::assess,
                                         access::Subject::vault(),
                                         "try a plan, " + then->plan.fingerprint.substr(0, 12));
    if (!grant)
        return base::fail(grant.error());
    PlanTrial trial;
    trial.planNow = nameOf(now->plan);
    trial.planThen = nameOf(then->plan);
    trial.fingerprintThen = then->plan.fingerprint;
    trial.asAt = asAt;
    if (auto done = compareAll(session.vault(), *grant, *now, *then, trial, progress); !done)
        return base::fail(done.error());
    std::sort(trial.enter.begin(), trial.enter.end());
    std::sort(trial.leave.begin(), trial.leave.end());
    return trial;
}

base::Result<std::vector<records::PlanThreshold>> planThresholds(std::string_view planText,
                                                                 std::string_view fileName) {
    return criteria::thresholdsOf(planText, fileName);
}

base::Result<std::string> changedPlan(std::string_view planText,
                                      const std::vector<ThresholdChange>& changes,
                                      std::string_view version) {
    auto text = criteria::withVersion(planText, version);
    // From the end of the text to its beginning: a number that gets longer moves what follows it.
    std::vector<ThresholdChange> fromTheEnd = changes;
    std::sort(fromTheEnd.begin(),
              fromTheEnd.end(),
              [](const ThresholdChange& a, const ThresholdChange& b) {
                  return std::pair(a.threshold.line, a.threshold.column) >
                         std::pair(b.threshold.line, b.threshold.column);
              });
    for (const ThresholdChange& change : fromTheEnd) {
        if (!text)
            return text;
        text = criteria::withThreshold(*text, change.threshold, change.value);
    }
    return text;
}

}  // namespace casework
