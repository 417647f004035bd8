// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/plan_versions.h"

#include "casework/family_cases.h"
#include "casework/logged_commit.h"
#include "casework/plan_text.h"
#include "criteria/difference.h"
#include "criteria/explain.h"
#include "store/assessment_table.h"
#include "store/plan_table.h"
#include "store/plan_version_table.h"

namespace casework {

namespace {

using records::PlanVersion;
using records::PlanVersionId;

std::string nameOf(const criteria::Plan& plan) {
    return plan.name + ", version " + plan.version;
}

std::string auditWords(std::string_view fingerprint, base::Date from) {
    return "plan " + std::string(fingerprint.substr(0, 12)) + ", from " + base::isoDate(from);
}

std::string ownDays(const criteria::Plan& plan) {
    std::string days = "says of itself that it counts from " + base::plainDate(plan.effectiveFrom);
    if (plan.effectiveTo)
        days += " to " + base::plainDate(*plan.effectiveTo);
    return days;
}

// What the store can't see: the plan's own days, and the plan in force on the day asked for.
base::Result<void> checkBeside(store::Vault& vault, const criteria::Plan& plan, base::Date from) {
    if (!plan.inForceOn(from))
        return base::fail(base::Code::refused, nameOf(plan), ownDays(plan));
    const auto text = currentPlanText(vault, from);
    if (!text)
        return base::fail(text.error());
    const auto there = criteria::readPlan(*text, "plan in force");
    if (!there)
        return base::fail(there.error());
    if (there->fingerprint == plan.fingerprint)
        return base::fail(
            base::Code::refused, nameOf(plan), "is the plan in force on that day already");
    if (there->name == plan.name && there->version == plan.version)
        return base::fail(base::Code::exists,
                          nameOf(plan),
                          "the plan in force has this name and version; give the new one another "
                          "version");
    return {};
}

base::Result<PlanVersionId> keep(store::Vault& vault,
                                 const access::Grant& grant,
                                 const ReadyPlan& ready,
                                 const PlanProposal& proposal) {
    if (auto sound = checkBeside(vault, ready.plan, proposal.from); !sound)
        return base::fail(sound.error());
    auto transaction = vault.begin();
    if (!transaction)
        return base::fail(transaction.error());
    auto fingerprint = store::PlanTable(vault).keep(ready.text);
    if (!fingerprint)
        return base::fail(fingerprint.error());
    PlanVersion version;
    version.fingerprint = std::move(*fingerprint);
    version.name = ready.plan.name;
    version.version = ready.plan.version;
    version.from = proposal.from;
    version.why = proposal.why;
    if (proposal.trial && proposal.trial->fingerprintThen == version.fingerprint)
        version.tried =
            records::PlanTrialCounts{proposal.trial->families,
                                     proposal.trial->proposedNow,
                                     proposal.trial->proposedThen,
                                     static_cast<std::int64_t>(proposal.trial->enter.size()),
                                     static_cast<std::int64_t>(proposal.trial->leave.size())};
    const auto id = store::PlanVersionTable(vault).propose(grant, version);
    if (!id)
        return id;
    const JobEvent event{
        "propose-plan", access::Subject::of(*id), auditWords(version.fingerprint, version.from)};
    if (auto committed = commitLogged(vault, *transaction, event); !committed)
        return base::fail(committed.error());
    return id;
}

base::Result<PlanVersion> found(const store::PlanVersionTable& table, PlanVersionId id) {
    auto version = table.find(id);
    if (!version)
        return base::fail(version.error());
    if (!*version)
        return base::fail(base::Code::notFound,
                          "plan version " + std::to_string(id.value),
                          "there is no such version");
    return std::move(**version);
}

base::Result<base::Date> putInForce(store::Vault& vault,
                                    const access::Grant& grant,
                                    PlanVersionId id,
                                    std::string_view words) {
    store::PlanVersionTable table(vault);
    const auto version = found(table, id);
    if (!version)
        return base::fail(version.error());
    // Kept by an older program, it may say what this one does not know.
    auto text = store::PlanTable(vault).text(version->fingerprint);
    if (!text)
        return base::fail(text.error());
    if (const auto ready = readyPlan(std::move(*text), "the plan"); !ready)
        return base::fail(ready.error());
    auto transaction = vault.begin();
    if (!transaction)
        return base::fail(transaction.error());
    auto from = table.adopt(grant, id, words);
    if (!from)
        return from;
    const JobEvent event{
        "adopt-plan", access::Subject::of(id), auditWords(version->fingerprint, *from)};
    if (auto committed = commitLogged(vault, *transaction, event); !committed)
        return base::fail(committed.error());
    return from;
}

using End = base::Result<void> (store::PlanVersionTable::*)(const access::Grant&,
                                                            PlanVersionId,
                                                            std::string_view);

// Declined or withdrawn: no plan changes by it.
base::Result<void> end(Session& session,
                       access::Action action,
                       std::string_view job,
                       End how,
                       PlanVersionId id,
                       std::string_view words) {
    store::Vault& vault = session.vault();
    const auto subject = access::Subject::of(id);
    const auto grant = session.authorise(action, subject, job);
    if (!grant)
        return base::fail(grant.error());
    const auto done = [&]() -> base::Result<void> {
        auto transaction = vault.begin();
        if (!transaction)
            return base::fail(transaction.error());
        store::PlanVersionTable table(vault);
        if (auto ended = (table.*how)(*grant, id, words); !ended)
            return ended;
        return commitLogged(vault, *transaction, {job, subject, ""});
    }();
    if (!done)
        return base::fail(failLogged(vault, job, subject, done.error()));
    return {};
}

}  // namespace

base::Result<PlanVersion> proposePlan(Session& session, const PlanProposal& proposal) {
    const auto grant = session.authorise(
        access::Action::proposePlan, access::Subject::vault(), "put a plan forward");
    if (!grant)
        return base::fail(grant.error());
    const auto ready = readyPlan(proposal.text, proposal.fileName);
    if (!ready)
        return base::fail(ready.error());
    const auto id = keep(session.vault(), *grant, *ready, proposal);
    if (!id)
        return base::fail(
            failLogged(session.vault(), "propose-plan", access::Subject::vault(), id.error()));
    return found(store::PlanVersionTable(session.vault()), *id);
}

base::Result<base::Date> adoptPlan(Session& session,
                                   PlanVersionId version,
                                   std::string_view words) {
    const auto subject = access::Subject::of(version);
    const auto grant = session.authorise(access::Action::adoptPlan, subject, "adopt a plan");
    if (!grant)
        return base::fail(grant.error());
    auto from = putInForce(session.vault(), *grant, version, words);
    if (!from)
        return base::fail(failLogged(session.vault(), "adopt-plan", subject, from.error()));
    return from;
}

base::Result<void> declinePlan(Session& session, PlanVersionId version, std::string_view words) {
    return end(session,
               access::Action::adoptPlan,
               "decline-plan",
               &store::PlanVersionTable::decline,
               version,
               words);
}

base::Result<void> withdrawPlan(Session& session, PlanVersionId version, std::string_view words) {
    return end(session,
               access::Action::proposePlan,
               "withdraw-plan",
               &store::PlanVersionTable::withdraw,
               version,
               words);
}

base::Result<std::int64_t> plansToAdopt(Session& session) {
    if (!session.roleMay(access::Action::adoptPlan))
        return 0;
    return store::PlanVersionTable(session.vault()).waiting(session.user().id);
}

base::Result<PlanVersionView> openPlanVersion(Session& session, PlanVersionId id) {
    store::Vault& vault = session.vault();
    const auto grant = session.authorise(access::Action::readPlan,
                                         id ? access::Subject::of(id) : access::Subject::vault(),
                                         "read a version of the plan");
    if (!grant)
        return base::fail(grant.error());
    PlanVersionView view;
    auto text = shippedPlanText();
    if (id) {
        const auto version = found(store::PlanVersionTable(vault), id);
        if (!version)
            return base::fail(version.error());
        text = store::PlanTable(vault).text(version->fingerprint);
    }
    if (!text)
        return base::fail(text.error());
    view.text = std::move(*text);
    const auto plan = criteria::readPlan(view.text, "the plan");
    if (!plan)
        return base::fail(plan.error());
    view.words = criteria::planMarkdown(*plan);
    const auto now = currentPlanText(vault, base::today());
    if (!now)
        return base::fail(now.error());
    const auto inForce = criteria::readPlan(*now, "plan in force");
    if (!inForce)
        return base::fail(inForce.error());
    view.against = nameOf(*inForce);
    auto difference = criteria::planDifference(*now, view.text);
    if (!difference)
        return base::fail(difference.error());
    view.difference = std::move(*difference);
    return view;
}

base::Result<PlanInUse> planInUse(Session& session) {
    store::Vault& vault = session.vault();
    const auto grant =
        session.authorise(access::Action::readPlan, access::Subject::vault(), "the plan in use");
    if (!grant)
        return base::fail(grant.error());
    const auto text = currentPlanText(vault, base::today());
    if (!text)
        return base::fail(text.error());
    const auto inForce = criteria::readPlan(*text, "plan in force");
    if (!inForce)
        return base::fail(inForce.error());
    PlanInUse use;
    use.inForce = nameOf(*inForce);
    const auto run = store::AssessmentTable(vault).lastRun();
    if (!run)
        return base::fail(run.error());
    if (!*run)
        return use;
    const auto used = store::PlanTable(vault).text((*run)->planFingerprint);
    if (!used)
        return base::fail(used.error());
    const auto plan = criteria::readPlan(*used, "plan of the newest assessment");
    if (!plan)
        return base::fail(plan.error());
    use.findingsFrom = nameOf(*plan);
    use.same = plan->fingerprint == inForce->fingerprint;
    use.families = (*run)->families;
    return use;
}

}  // namespace casework
