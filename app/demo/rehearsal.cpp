// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/rehearsal.h"

#include "casework/consents.h"
#include "casework/decisions.h"
#include "casework/family_view.h"
#include "casework/work_list.h"

namespace app {

namespace {

using base::Result;
using records::CaseStep;
using records::FamilyId;

// How far a family gets; dealt out in turn.
enum class Path { left, taken, triaged, supported, supportedWithObjection, sentBack, notSuitable };

constexpr Path turns[] = {Path::left,
                          Path::supported,
                          Path::left,
                          Path::triaged,
                          Path::supportedWithObjection,
                          Path::left,
                          Path::taken,
                          Path::sentBack,
                          Path::left,
                          Path::supported,
                          Path::notSuitable,
                          Path::triaged};

Result<void> take(casework::Session& session, casework::Decision decision) {
    const auto state = casework::decide(session, decision);
    if (!state)
        return base::fail(state.error());
    return {};
}

Result<void> triage(Team team, FamilyId family) {
    if (auto taken = casework::takeFamily(team.caseworker, family); !taken)
        return taken;
    casework::Decision decision;
    decision.family = family;
    decision.step = CaseStep::triage;
    decision.reason = "evidence-holds";
    decision.words = "Partners' records agree; the family may need support.";
    return take(team.caseworker, decision);
}

Result<void> openAllEvidence(casework::Session& supervisor, FamilyId family) {
    const auto view = casework::openFamily(supervisor, family, "review");
    if (!view)
        return base::fail(view.error());
    for (const casework::CriterionView& criterion : view->criteria) {
        if (criterion.outcome != records::Outcome::met || !criterion.mayOpenEvidence)
            continue;
        const auto rows = casework::openEvidence(supervisor, family, criterion.number, "review");
        if (!rows)
            return base::fail(rows.error());
    }
    return {};
}

Result<void> review(Team team,
                    FamilyId family,
                    CaseStep step,
                    const std::string& reason,
                    const std::string& words) {
    if (auto triaged = triage(team, family); !triaged)
        return triaged;
    if (auto opened = openAllEvidence(team.supervisor, family); !opened)
        return opened;
    casework::Decision decision;
    decision.family = family;
    decision.step = step;
    decision.reason = reason;
    decision.words = words;
    return take(team.supervisor, decision);
}

Result<void> askConsent(Team team, FamilyId family, bool oneObjects) {
    const auto view = casework::openFamily(team.caseworker, family, "support");
    if (!view)
        return base::fail(view.error());
    bool objectionLeft = oneObjects;
    for (const casework::MemberView& member : view->members) {
        records::ConsentRecord record;
        record.person = member.person;
        record.date = base::today();
        record.wordingVersion = "2026-1";
        record.channel = "signed form";
        if (member.role == records::MemberRole::child)
            record.decidedBy = "parent";
        if (auto kept = casework::recordConsent(team.caseworker, family, record); !kept)
            return kept;
        if (!objectionLeft || member.role == records::MemberRole::child)
            continue;
        objectionLeft = false;
        record.kind = records::ConsentKind::study;
        record.answer = records::ConsentAnswer::objected;
        if (auto kept = casework::recordConsent(team.caseworker, family, record); !kept)
            return kept;
    }
    return {};
}

Result<void> support(Team team, FamilyId family, bool oneObjects) {
    if (auto agreed = review(team,
                             family,
                             CaseStep::agree,
                             "criteria-met",
                             "The evidence was read; support is right for this family.");
        !agreed)
        return agreed;
    casework::Decision decision;
    decision.family = family;
    decision.step = CaseStep::allocate;
    decision.to = team.caseworker.user().id;
    if (auto allocated = take(team.supervisor, decision); !allocated)
        return allocated;
    decision.step = CaseStep::startSupport;
    decision.intensity = "targeted";
    if (auto started = take(team.caseworker, decision); !started)
        return started;
    return askConsent(team, family, oneObjects);
}

Result<void> play(Team team, FamilyId family, Path path) {
    switch (path) {
        case Path::left:
            return {};
        case Path::taken:
            return casework::takeFamily(team.caseworker, family);
        case Path::triaged:
            return triage(team, family);
        case Path::supported:
            return support(team, family, false);
        case Path::supportedWithObjection:
            return support(team, family, true);
        case Path::sentBack:
            return review(team,
                          family,
                          CaseStep::sendBack,
                          "more-evidence",
                          "Ask the school for this term's sessions first.");
        case Path::notSuitable:
            return review(team,
                          family,
                          CaseStep::notSuitable,
                          "support-in-place",
                          "Another team supports the family already.");
    }
    return {};
}

}  // namespace

Result<void> rehearse(Team team) {
    constexpr std::size_t most = 60;
    casework::WorkQuery query;
    query.filter = casework::WorkFilter::waiting;
    query.order = casework::WorkOrder::reference;
    const auto waiting = casework::listFamilies(team.caseworker, query, 0, most);
    if (!waiting)
        return base::fail(waiting.error());
    std::size_t turn = 0;
    for (const casework::WorkRow& row : *waiting)
        if (auto played = play(team, row.family, turns[turn++ % std::size(turns)]); !played)
            return played;
    const auto people = casework::setBasisForAll(
        team.governanceOfficer, records::LawfulBasis::publicTask, base::today(), "2026-1");
    if (!people)
        return base::fail(people.error());
    return {};
}

}  // namespace app
