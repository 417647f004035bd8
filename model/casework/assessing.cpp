// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/assessing.h"

#include "casework/family_cases.h"
#include "casework/logged_commit.h"
#include "casework/plan_text.h"
#include "casework/population.h"
#include "criteria/assess.h"
#include "criteria/explain.h"
#include "store/assessment_table.h"
#include "store/case_table.h"
#include "store/plan_table.h"

namespace casework {

namespace {

void count(const records::Assessment& assessment, AssessReport& report) {
    ++report.families;
    report.flagged += assessment.flagged ? 1 : 0;
    for (const records::CriterionResult& result : assessment.criteria) {
        if (result.number < 1 || result.number > 6)
            continue;
        const auto at = static_cast<std::size_t>(result.number - 1);
        report.met[at] += result.outcome == records::Outcome::met ? 1 : 0;
        report.unknown[at] += result.outcome == records::Outcome::unknown ? 1 : 0;
    }
}

// A flagged family that nobody has looked at yet is put before the team.
base::Result<bool> propose(store::CaseTable& table,
                           const records::Assessment& assessment,
                           const access::User& by) {
    if (!assessment.flagged)
        return false;
    const auto standing = table.standing(assessment.family);
    if (!standing)
        return base::fail(standing.error());
    if (standing->state != records::CaseState::assessed)
        return false;
    records::CaseEvent event;
    event.family = assessment.family;
    event.step = records::CaseStep::propose;
    event.by = by.id;
    event.planFingerprint = assessment.planFingerprint;
    event.asAt = assessment.asAt;
    event.words = std::to_string(assessment.criteriaMet()) + " criteria met";
    const auto appended = table.append(event);
    if (!appended)
        return base::fail(appended.error());
    return true;
}

base::Result<AssessReport> assessAll(store::Vault& vault,
                                     const access::Grant& grant,
                                     const ReadyPlan& ready,
                                     base::Date asAt,
                                     base::Progress& progress) {
    const auto all = caseMaterial(vault, grant, progress);
    if (!all)
        return base::fail(all.error());
    auto transaction = vault.begin();
    if (!transaction)
        return base::fail(transaction.error());
    const auto fingerprint = store::PlanTable(vault).keep(ready.text);
    if (!fingerprint)
        return base::fail(fingerprint.error());
    store::AssessmentTable table(vault);
    store::CaseTable casesTable(vault);
    const auto run = table.begin(*fingerprint, asAt);
    if (!run)
        return base::fail(run.error());
    AssessReport report;
    report.plan = ready.plan.name + ", version " + ready.plan.version;
    report.fingerprint = *fingerprint;
    report.asAt = asAt;
    FamilyCases cases(all->population);
    std::vector<records::Assessment> flagged;
    for (const records::Family& family : all->families) {
        progress.step("assessing families",
                      static_cast<std::uint64_t>(report.families),
                      all->families.size());
        if (progress.cancelled())
            return base::fail(base::Code::cancelled, "assessment", "stopped; nothing was changed");
        records::Assessment assessment =
            criteria::assess(ready.plan, ready.calendar, cases.of(family), all->coverage, asAt);
        if (auto put = table.put(*run, assessment); !put)
            return base::fail(put.error());
        count(assessment, report);
        if (assessment.flagged)
            flagged.push_back(std::move(assessment));
    }
    if (auto finished = table.finish(*run); !finished)
        return base::fail(finished.error());
    for (const records::Assessment& assessment : flagged) {
        const auto proposed = propose(casesTable, assessment, grant.user());
        if (!proposed)
            return base::fail(proposed.error());
        report.proposed += *proposed ? 1 : 0;
    }
    const JobEvent event{"assess",
                         access::Subject::vault(),
                         std::to_string(report.families) + " families, " +
                             std::to_string(report.flagged) + " flagged, plan " +
                             report.fingerprint.substr(0, 12) + ", as at " + base::isoDate(asAt)};
    if (auto committed = commitLogged(vault, *transaction, event); !committed)
        return base::fail(committed.error());
    return report;
}

}  // namespace

base::Result<AssessReport> assessFamilies(Session& session,
                                          const AssessRequest& request,
                                          base::Progress& progress) {
    auto text = request.planText ? base::Result<std::string>(*request.planText)
                                 : currentPlanText(session.vault(), request.asAt);
    if (!text)
        return base::fail(text.error());
    const auto plan =
        readyPlan(std::move(*text), request.planName.empty() ? "plan in force" : request.planName);
    if (!plan)
        return base::fail(plan.error());
    const auto grant =
        session.authorise(access::Action::assess, access::Subject::vault(), "assess families");
    if (!grant)
        return base::fail(grant.error());
    auto report = assessAll(session.vault(), *grant, *plan, request.asAt, progress);
    if (!report)
        return base::fail(
            failLogged(session.vault(), "assess", access::Subject::vault(), report.error()));
    return report;
}

base::Result<records::Assessment> assessAgain(Session& session, records::FamilyId family) {
    const auto grant = session.authorise(
        access::Action::assess, access::Subject::vault(), "assess again as it stood");
    if (!grant)
        return base::fail(grant.error());
    store::Vault& vault = session.vault();
    const auto latest = store::AssessmentTable(vault).latest(*grant, family);
    if (!latest)
        return base::fail(latest.error());
    if (!*latest)
        return base::fail(base::Code::notFound, "family", "was never assessed");
    auto text = store::PlanTable(vault).text((*latest)->planFingerprint);
    if (!text)
        return base::fail(text.error());
    const auto plan = readyPlan(std::move(*text), "plan as it stood");
    if (!plan)
        return base::fail(plan.error());
    base::NoProgress quiet;
    const auto all = caseMaterial(vault, *grant, quiet);
    if (!all)
        return base::fail(all.error());
    FamilyCases cases(all->population);
    for (const records::Family& candidate : all->families)
        if (candidate.id == family)
            return criteria::assess(
                plan->plan, plan->calendar, cases.of(candidate), all->coverage, (*latest)->asAt);
    return base::fail(base::Code::notFound, records::familyReference(family), "is no family now");
}

base::Result<std::string> planInWords(std::string_view planText, std::string_view fileName) {
    const auto plan = criteria::readPlan(planText, fileName);
    if (!plan)
        return base::fail(plan.error());
    if (const auto calendar = criteria::shippedCalendar(plan->calendar); !calendar)
        return base::fail(calendar.error());
    return criteria::planMarkdown(*plan);
}

base::Result<std::string> planInForce(Session& session) {
    const auto grant =
        session.authorise(access::Action::readPlan, access::Subject::vault(), "read the plan");
    if (!grant)
        return base::fail(grant.error());
    return currentPlanText(session.vault(), base::today());
}

}  // namespace casework
