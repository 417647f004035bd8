// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/work_list.h"

#include "base/text.h"
#include "casework/user_names.h"
#include "store/work_list.h"

#include <algorithm>

namespace casework {

namespace {

using records::CaseState;

store::FamilyFilter filterOf(const WorkQuery& query, records::UserId me) {
    store::FamilyFilter filter;
    filter.text = query.text;
    filter.descending = query.descending;
    switch (query.filter) {
        case WorkFilter::mine:
            filter.owner = me;
            break;
        case WorkFilter::myTurn:
            filter.owner = me;
            filter.states = {CaseState::proposed, CaseState::sentBack, CaseState::allocated};
            break;
        case WorkFilter::waiting:
            filter.states = {CaseState::proposed, CaseState::sentBack};
            filter.unowned = true;
            break;
        case WorkFilter::review:
            filter.states = {CaseState::triaged};
            break;
        case WorkFilter::agreed:
            filter.states = {CaseState::agreed, CaseState::allocated, CaseState::supported};
            break;
        case WorkFilter::flagged:
            filter.flaggedOnly = true;
            break;
        case WorkFilter::all:
            break;
    }
    switch (query.order) {
        case WorkOrder::since:
            filter.order = store::FamilyOrder::waitingLongest;
            break;
        case WorkOrder::reference:
            filter.order = store::FamilyOrder::reference;
            break;
        case WorkOrder::criteriaMet:
            filter.order = store::FamilyOrder::criteriaMet;
            break;
        case WorkOrder::newestEvidence:
            filter.order = store::FamilyOrder::newestEvidence;
            break;
        case WorkOrder::state:
            filter.order = store::FamilyOrder::state;
            break;
    }
    return filter;
}

std::string waitsFor(const records::FamilyRow& row) {
    const std::string met =
        base::counted(static_cast<std::size_t>(row.criteriaMet), "criterion met", "criteria met");
    switch (row.state) {
        case CaseState::assessed:
            return row.assessed ? "Nothing: not proposed" : "Assessment";
        case CaseState::proposed:
            return "Triage: " + met;
        case CaseState::triaged:
            return "Decision by a supervisor";
        case CaseState::sentBack:
            return "More evidence: sent back";
        case CaseState::agreed:
            return "Allocation";
        case CaseState::allocated:
            return "Support to start";
        case CaseState::supported:
            return "Support under way";
        case CaseState::notSuitable:
            return "Nothing: not suitable";
        case CaseState::closed:
            return "Nothing: closed";
    }
    return {};
}

WorkRow shownRow(const records::FamilyRow& row, const UserNames& names) {
    const records::UserId holder = row.allocatedTo ? row.allocatedTo : row.takenBy;
    const auto name = names.find(holder);
    return {row.family,
            row.adults,
            row.children,
            row.outcomes,
            row.criteriaMet,
            row.flagged,
            row.state,
            waitsFor(row),
            row.since.substr(0, 10),
            name == names.end() ? std::string() : name->second,
            row.newestEvidence};
}

WorkRow goneRow(records::FamilyId family) {
    WorkRow row;
    row.family = family;
    row.outcomes.fill(records::Outcome::notApplicable);
    row.waitsFor = "Not in the list any more";
    return row;
}

}  // namespace

base::Result<std::int64_t> countFamilies(Session& session, const WorkQuery& query) {
    const auto grant = session.listing();
    if (!grant)
        return base::fail(grant.error());
    return store::WorkList(session.vault()).count(*grant, filterOf(query, session.user().id));
}

base::Result<std::vector<records::FamilyId>> orderFamilies(Session& session,
                                                           const WorkQuery& query) {
    const auto grant = session.listing();
    if (!grant)
        return base::fail(grant.error());
    return store::WorkList(session.vault()).inOrder(*grant, filterOf(query, session.user().id));
}

base::Result<std::vector<WorkRow>> workRows(Session& session,
                                            std::span<const records::FamilyId> families) {
    const auto grant = session.listing();
    if (!grant)
        return base::fail(grant.error());
    const auto rows = store::WorkList(session.vault()).rowsOf(*grant, families);
    if (!rows)
        return base::fail(rows.error());
    const auto names = userNames(session.vault());
    if (!names)
        return base::fail(names.error());
    std::vector<WorkRow> shown;
    shown.reserve(rows->size());
    for (std::size_t i = 0; i < rows->size(); ++i)
        shown.push_back((*rows)[i] ? shownRow(*(*rows)[i], *names) : goneRow(families[i]));
    return shown;
}

base::Result<std::vector<WorkRow>> listFamilies(Session& session,
                                                const WorkQuery& query,
                                                std::size_t offset,
                                                std::size_t limit) {
    const auto grant = session.listing();
    if (!grant)
        return base::fail(grant.error());
    const auto most = static_cast<std::size_t>(INT64_MAX);
    const auto rows = store::WorkList(session.vault())
                          .rows(*grant,
                                filterOf(query, session.user().id),
                                static_cast<std::int64_t>(std::min(offset, most)),
                                static_cast<std::int64_t>(std::min(limit, most)));
    if (!rows)
        return base::fail(rows.error());
    const auto names = userNames(session.vault());
    if (!names)
        return base::fail(names.error());
    std::vector<WorkRow> shown;
    shown.reserve(rows->size());
    for (const records::FamilyRow& row : *rows)
        shown.push_back(shownRow(row, *names));
    return shown;
}

}  // namespace casework
