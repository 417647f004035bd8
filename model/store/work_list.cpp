// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/work_list.h"

#include "base/text.h"
#include "records/reference_part.h"
#include "store/assessment_columns.h"
#include "store/query.h"

#include <algorithm>
#include <map>

namespace store {

namespace {

using access::Action;
using access::Grant;
using records::FamilyId;
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

// Only numbers of ours are written into the text. The part of a reference is not in it: no index
// finds a part, and going through numbers in memory takes a fraction of the time.
std::string conditions(const FamilyFilter& filter) {
    std::vector<std::string> all;
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
    return all.empty() ? std::string() : "WHERE " + base::join(all, " AND ") + " ";
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
        case FamilyOrder::state:  // and within one, those that have waited longest
            return "ORDER BY state" + direction + ", since" + direction + ", " + last;
    }
    return "ORDER BY " + last;
}

}  // namespace

base::Result<std::vector<FamilyId>> WorkList::inOrder(const Grant& grant,
                                                      const FamilyFilter& filter) const {
    if (auto may = grant.covers(Action::listFamilies, access::Subject::vault()); !may)
        return base::fail(may.error());
    const records::ReferencePart part(filter.text);
    std::vector<FamilyId> families;
    const auto done =
        eachRow(m_vault->database(),
                "SELECT family_id FROM family_rows " + conditions(filter) + ordering(filter),
                [&](Statement& row) -> base::Result<void> {
                    const auto family = row.id<FamilyId>(0);
                    if (part.ofEvery() || part.isIn(family))
                        families.push_back(family);
                    return {};
                });
    if (!done)
        return base::fail(done.error());
    return families;
}

base::Result<std::vector<std::optional<FamilyRow>>> WorkList::rowsOf(
    const Grant& grant, std::span<const FamilyId> families) const {
    if (auto may = grant.covers(Action::listFamilies, access::Subject::vault()); !may)
        return base::fail(may.error());
    std::vector<std::optional<FamilyRow>> rows;
    rows.reserve(families.size());
    for (const FamilyId family : families) {
        auto row = firstRow(
            m_vault->database(), std::string(columns) + "WHERE family_id = ?", read, family);
        if (!row)
            return base::fail(row.error());
        rows.push_back(std::move(*row));
    }
    return rows;
}

base::Result<std::vector<FamilyRow>> WorkList::rows(const Grant& grant,
                                                    const FamilyFilter& filter,
                                                    std::int64_t offset,
                                                    std::int64_t limit) const {
    if (records::ReferencePart(filter.text).ofEvery()) {
        if (auto may = grant.covers(Action::listFamilies, access::Subject::vault()); !may)
            return base::fail(may.error());
        return allRows(
            m_vault->database(),
            std::string(columns) + conditions(filter) + ordering(filter) + " LIMIT ? OFFSET ?",
            read,
            limit,
            offset);
    }
    const auto all = inOrder(grant, filter);
    if (!all)
        return base::fail(all.error());
    const auto from = std::span(*all).subspan(
        std::min(static_cast<std::size_t>(std::max(offset, std::int64_t{0})), all->size()));
    const auto most = static_cast<std::size_t>(std::max(limit, std::int64_t{0}));
    const auto found = rowsOf(grant, from.first(std::min(most, from.size())));
    if (!found)
        return base::fail(found.error());
    std::vector<FamilyRow> rows;
    for (const std::optional<FamilyRow>& row : *found)
        if (row)
            rows.push_back(*row);
    return rows;
}

base::Result<std::int64_t> WorkList::count(const Grant& grant, const FamilyFilter& filter) const {
    if (auto may = grant.covers(Action::listFamilies, access::Subject::vault()); !may)
        return base::fail(may.error());
    if (records::ReferencePart(filter.text).ofEvery())
        return oneNumber(m_vault->database(),
                         "SELECT count(*) FROM family_rows " + conditions(filter));
    const auto families = inOrder(grant, filter);
    if (!families)
        return base::fail(families.error());
    return static_cast<std::int64_t>(families->size());
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
