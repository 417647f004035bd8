// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/work_list.h"

#include "base/text.h"
#include "store/assessment_columns.h"
#include "store/query.h"

#include <algorithm>
#include <map>

namespace store {

namespace {

using access::Action;
using access::Grant;
using records::FamilyRow;

constexpr std::string_view columns =
    "SELECT family_id, adults, children, assessed, outcomes, criteria_met, flagged, newest, state, "
    "since, taken_by, allocated_to FROM family_rows ";

FamilyRow read(Statement& row) {
    FamilyRow family;
    family.family = row.id<records::FamilyId>(0);
    family.adults = static_cast<int>(row.integer(1));
    family.children = static_cast<int>(row.integer(2));
    family.assessed = row.integer(3) != 0;
    family.outcomes = outcomesFrom(row.view(4));
    family.criteriaMet = static_cast<int>(row.integer(5));
    family.flagged = row.integer(6) != 0;
    family.newestEvidence = row.date(7);
    family.state = static_cast<records::CaseState>(row.integer(8));
    family.since = row.text(9);
    family.takenBy = row.id<records::UserId>(10);
    family.allocatedTo = row.id<records::UserId>(11);
    return family;
}

void add(const FamilyRow& row,
         FamilyCounts& counts,
         std::map<records::CaseState, std::int64_t>& states) {
    ++counts.families;
    ++states[row.state];
    if (!row.assessed)
        return;
    counts.flagged += row.flagged ? 1 : 0;
    const std::size_t most = counts.byCriteriaMet.size() - 1;
    ++counts.byCriteriaMet[std::min(static_cast<std::size_t>(row.criteriaMet), most)];
    for (std::size_t i = 0; i < counts.met.size(); ++i)
        counts.met[i] += row.outcomes[i] == records::Outcome::met ? 1 : 0;
}

// "FF-20" and "20" look for 20 within the number; what can't be part of a reference finds nothing.
std::string textPattern(std::string_view text) {
    std::string part = base::upperAscii(base::trimmed(text));
    for (const std::string_view prefix : {"FF-", "FF", "F"})
        if (part.starts_with(prefix)) {
            part.erase(0, prefix.size());
            break;
        }
    if (!std::ranges::all_of(part, [](char c) { return c >= '0' && c <= '9'; }))
        return "none";
    return "%" + part + "%";
}

// Only numbers of ours are written into the text. One parameter: the pattern of the reference.
std::string conditions(const FamilyFilter& filter) {
    std::vector<std::string> all{filter.text.empty() ? "? <> ''"
                                                     : "CAST(family_id AS TEXT) LIKE ?"};
    if (!filter.states.empty()) {
        std::vector<std::string> states;
        for (const records::CaseState state : filter.states)
            states.push_back(std::to_string(static_cast<int>(state)));
        all.push_back("state IN (" + base::join(states, ", ") + ")");
    }
    if (filter.owner) {
        const std::string owner = std::to_string(filter.owner.value);
        all.push_back("(taken_by = " + owner + " OR allocated_to = " + owner + ")");
    }
    if (filter.unowned)
        all.emplace_back("taken_by = 0 AND allocated_to = 0");
    if (filter.flaggedOnly)
        all.emplace_back("flagged = 1");
    if (filter.atLeastCriteria > 0)
        all.push_back("criteria_met >= " + std::to_string(filter.atLeastCriteria));
    return "WHERE " + base::join(all, " AND ") + " ";
}

std::string ordering(const FamilyFilter& filter) {
    const std::string direction = filter.descending ? " DESC" : "";
    const std::string last = "family_id" + direction;
    switch (filter.order) {
        case FamilyOrder::reference:
            return "ORDER BY " + last;
        case FamilyOrder::newestEvidence:
            return "ORDER BY newest" + direction + ", " + last;
        case FamilyOrder::waitingLongest:  // those without a case wait for nothing: after the
                                           // others
            return "ORDER BY has_no_case, since" + direction + ", " + last;
        case FamilyOrder::criteriaMet:
            return "ORDER BY criteria_met" + direction + ", " + last;
    }
    return "ORDER BY " + last;
}

}  // namespace

base::Result<std::vector<FamilyRow>> WorkList::rows(const Grant& grant,
                                                    const FamilyFilter& filter,
                                                    std::int64_t offset,
                                                    std::int64_t limit) const {
    if (auto may = grant.covers(Action::listFamilies, access::Subject::vault()); !may)
        return base::fail(may.error());
    return allRows(
        m_vault->database(),
        std::string(columns) + conditions(filter) + ordering(filter) + " LIMIT ? OFFSET ?",
        read,
        textPattern(filter.text),
        limit,
        offset);
}

base::Result<std::int64_t> WorkList::count(const Grant& grant, const FamilyFilter& filter) const {
    if (auto may = grant.covers(Action::listFamilies, access::Subject::vault()); !may)
        return base::fail(may.error());
    return oneNumber(m_vault->database(),
                     "SELECT count(*) FROM family_rows " + conditions(filter),
                     textPattern(filter.text));
}

base::Result<FamilyCounts> WorkList::counts(const Grant& grant) const {
    if (auto may = grant.covers(Action::readOverview, access::Subject::vault()); !may)
        return base::fail(may.error());
    FamilyCounts counts;
    std::map<records::CaseState, std::int64_t> states;
    const auto done =
        eachRow(m_vault->database(), columns, [&](Statement& row) -> base::Result<void> {
            add(read(row), counts, states);
            return {};
        });
    if (!done)
        return base::fail(done.error());
    counts.byState.assign(states.begin(), states.end());
    return counts;
}

base::Result<std::optional<FamilyRow>> WorkList::find(const Grant& grant,
                                                      records::FamilyId id) const {
    if (auto may = grant.covers(Action::listFamilies, access::Subject::of(id)); !may)
        return base::fail(may.error());
    return firstRow(m_vault->database(), std::string(columns) + "WHERE family_id = ?", read, id);
}

}  // namespace store
