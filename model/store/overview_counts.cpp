// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/overview_counts.h"

#include "store/assessment_columns.h"
#include "store/query.h"
#include "store/supersession_table.h"

#include <map>
#include <string>

namespace store {

namespace {

using access::Action;
using access::Grant;

base::Result<void> mayCount(const Grant& grant) {
    return grant.covers(Action::readOverview, access::Subject::vault());
}

std::uint32_t criteriaOf(std::string_view column) {
    const auto outcomes = outcomesFrom(column);
    std::uint32_t met = 0;
    for (std::size_t i = 0; i < outcomes.size(); ++i)
        if (outcomes[i] == records::Outcome::met)
            met |= 1U << i;
    return met;
}

}  // namespace

base::Result<std::vector<records::CriteriaTogether>> OverviewCounts::together(
    const Grant& grant) const {
    if (auto may = mayCount(grant); !may)
        return base::fail(may.error());
    std::map<std::uint32_t, std::int64_t> counts;
    const auto done = eachRow(m_vault->database(),
                              "SELECT outcomes, COUNT(*) FROM family_rows WHERE assessed = 1 "
                              "AND criteria_met > 0 GROUP BY outcomes",
                              [&](Statement& row) -> base::Result<void> {
                                  counts[criteriaOf(row.view(0))] += row.integer(1);
                                  return {};
                              });
    if (!done)
        return base::fail(done.error());
    std::vector<records::CriteriaTogether> all;
    for (const auto& [criteria, families] : counts)
        all.push_back({criteria, families});
    return all;
}

base::Result<std::vector<std::pair<records::CaseStep, std::int64_t>>> OverviewCounts::everTook(
    const Grant& grant) const {
    if (auto may = mayCount(grant); !may)
        return base::fail(may.error());
    return allRows(m_vault->database(),
                   "SELECT step, COUNT(DISTINCT family_id) FROM case_events GROUP BY step",
                   [](Statement& row) {
                       return std::pair(
                           records::stepFromCode(row.view(0)).value_or(records::CaseStep::propose),
                           row.integer(1));
                   });
}

base::Result<std::vector<IdentifierCounts>> OverviewCounts::identifiers(const Grant& grant) const {
    if (auto may = mayCount(grant); !may)
        return base::fail(may.error());
    return allRows(
        m_vault->database(),
        std::string("SELECT agency, COUNT(*), SUM(birth_date <> ''), SUM(postcode <> ''), "
                    "SUM(uprn <> ''), SUM(upn <> ''), SUM(nino <> ''), SUM(nhs_number <> ''), "
                    "SUM(pnc_id <> '') FROM source_records WHERE ") +
            std::string(recordInForce) + " GROUP BY agency ORDER BY agency",
        [](Statement& row) {
            return IdentifierCounts{static_cast<records::Agency>(row.integer(0)),
                                    row.integer(1),
                                    row.integer(2),
                                    row.integer(3),
                                    row.integer(4),
                                    row.integer(5),
                                    row.integer(6),
                                    row.integer(7),
                                    row.integer(8)};
        });
}

}  // namespace store
