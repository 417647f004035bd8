// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/decisions.h"

#include "base/text.h"
#include "casework/case_steps.h"
#include "casework/logged_commit.h"
#include "records/family.h"
#include "store/case_table.h"
#include "store/user_table.h"

#include <algorithm>

namespace casework {

namespace {

using records::CaseStep;

base::Result<void> refuse(records::FamilyId family, std::string why) {
    return base::fail(base::Code::refused, records::familyReference(family), std::move(why));
}

base::Result<void> reasonGiven(const Decision& decision) {
    const std::vector<records::ReasonCode> reasons = records::reasonsFor(decision.step);
    if (reasons.empty())
        return {};
    std::vector<std::string> known;
    for (const records::ReasonCode& reason : reasons)
        known.emplace_back(reason.code);
    if (std::find(known.begin(), known.end(), decision.reason) == known.end())
        return refuse(decision.family,
                      "give a reason for this step, one of " + base::join(known, ", "));
    if (base::trimmed(decision.words).size() < 3)
        return refuse(decision.family, "say why in a few words");
    return {};
}

base::Result<void> detailsGiven(Session& session,
                                const store::CaseStanding& standing,
                                const Decision& decision) {
    if (decision.step == CaseStep::allocate) {
        const auto users = store::UserTable(session.vault()).list();
        if (!users)
            return base::fail(users.error());
        const bool known = std::any_of(users->begin(), users->end(), [&](const auto& row) {
            return row.user.id == decision.to && row.removedAt.empty() &&
                   row.user.role == access::Role::caseworker;
        });
        if (!known)
            return refuse(decision.family, "say which caseworker it is allocated to");
    }
    const bool dated =
        decision.step == CaseStep::startSupport || decision.step == CaseStep::endSupport;
    if (dated && decision.date && *decision.date > base::today())
        return refuse(decision.family, "the date must be a day up to today");
    if (decision.step == CaseStep::endSupport && decision.date && standing.supportFrom &&
        *decision.date < *standing.supportFrom)
        return refuse(decision.family, "support can't end before it started");
    const std::string& tier = decision.intensity;
    if (decision.step == CaseStep::startSupport && tier != "universal-plus" && tier != "targeted" &&
        tier != "intensive")
        return refuse(decision.family,
                      "give the intensity of support: universal-plus, targeted or intensive");
    return {};
}

base::Result<void> evidenceWasOpened(Session& session,
                                     const access::Grant& grant,
                                     records::FamilyId family) {
    const bool deciding = stepAction(CaseStep::agree) == grant.action();
    if (!deciding)
        return {};
    const auto opened = openedSinceTriage(session, grant, family);
    if (!opened)
        return base::fail(opened.error());
    if (!*opened)
        return refuse(family, "open its evidence before deciding; then decide");
    return {};
}

}  // namespace

base::Result<void> takeFamily(Session& session, records::FamilyId family) {
    const auto grant =
        session.authorise(access::Action::triage, access::Subject::of(family), "take for triage");
    if (!grant)
        return base::fail(grant.error());
    return store::CaseTable(session.vault()).take(family, session.user().id);
}

base::Result<void> putBackFamily(Session& session, records::FamilyId family) {
    const auto grant =
        session.authorise(access::Action::triage, access::Subject::of(family), "put back");
    if (!grant)
        return base::fail(grant.error());
    return store::CaseTable(session.vault()).take(family, records::UserId());
}

base::Result<records::CaseState> decide(Session& session, const Decision& decision) {
    const auto action = stepAction(decision.step);
    if (!action || decision.step == CaseStep::nominate)
        return base::fail(base::Code::refused,
                          records::familyReference(decision.family),
                          "this step is not taken by hand");
    const auto grant = session.authorise(
        *action, access::Subject::of(decision.family), records::stepCode(decision.step));
    if (!grant)
        return base::fail(grant.error());
    store::CaseTable table(session.vault());
    const auto standing = table.standing(decision.family);
    if (!standing)
        return base::fail(standing.error());
    const auto next = records::after(standing->state, decision.step);
    if (!next)
        return base::fail(base::Code::refused,
                          records::familyReference(decision.family),
                          "it is '" + std::string(records::stateName(standing->state)) +
                              "'; this step does not follow from there");
    if (auto given = reasonGiven(decision); !given)
        return base::fail(given.error());
    if (auto given = detailsGiven(session, *standing, decision); !given)
        return base::fail(given.error());
    if (auto opened = evidenceWasOpened(session, *grant, decision.family); !opened)
        return base::fail(opened.error());
    records::CaseEvent event;
    event.family = decision.family;
    event.step = decision.step;
    event.by = session.user().id;
    event.reason = decision.reason;
    event.words = base::trimmed(decision.words);
    event.to = decision.to;
    event.intensity = decision.intensity;
    event.date = decision.date ? decision.date : base::today();
    auto transaction = session.vault().begin();
    if (!transaction)
        return base::fail(transaction.error());
    if (const auto appended = table.append(event); !appended)
        return base::fail(appended.error());
    const JobEvent done{
        records::stepCode(decision.step), access::Subject::of(decision.family), decision.reason};
    if (auto committed = commitLogged(session.vault(), *transaction, done); !committed)
        return base::fail(committed.error());
    return *next;
}

base::Result<std::vector<access::User>> caseworkers(Session& session) {
    const auto users = store::UserTable(session.vault()).list();
    if (!users)
        return base::fail(users.error());
    std::vector<access::User> all;
    for (const store::UserRow& row : *users)
        if (row.removedAt.empty() && row.user.role == access::Role::caseworker)
            all.push_back(row.user);
    return all;
}

}  // namespace casework
