// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/overview_counts.h"

#include "records/consent.h"
#include "store/assessment_columns.h"
#include "store/query.h"

#include <map>
#include <string>

namespace store {

namespace {

using access::Action;
using access::Grant;
using records::CaseState;

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

// Families that are agreed and not closed, as a condition on family_rows f.
std::string supportedOrAbout() {
    return "f.state IN (" + std::to_string(static_cast<int>(CaseState::agreed)) + ", " +
           std::to_string(static_cast<int>(CaseState::allocated)) + ", " +
           std::to_string(static_cast<int>(CaseState::supported)) + ") ";
}

using Answers = std::map<std::int64_t, std::vector<records::ConsentRecord>>;

base::Result<Answers> answersOf(Database& database) {
    Answers answers;
    const auto read = [&](Statement& row) -> base::Result<void> {
        records::ConsentRecord record;
        record.person = row.id<records::PersonId>(0);
        record.kind = records::kindFromCode(row.view(1)).value_or(records::ConsentKind::service);
        record.answer =
            records::answerFromCode(row.view(2)).value_or(records::ConsentAnswer::refused);
        record.basis = records::basisFromCode(row.view(3)).value_or(records::LawfulBasis::none);
        record.date = row.date(4).value_or(base::Date());
        record.id = row.integer(5);
        answers[record.person.value].push_back(std::move(record));
        return {};
    };
    const auto done = eachRow(
        database, "SELECT person_id, kind, answer, basis, day, id FROM consents ORDER BY id", read);
    if (!done)
        return base::fail(done.error());
    return answers;
}

void add(const records::ConsentStanding& standing, ConsentCounts& counts) {
    ++counts.people;
    if (standing.consentGiven())
        ++counts.given;
    else if (standing.service)
        ++counts.refused;
    else
        ++counts.notAsked;
    counts.objected += standing.objected() ? 1 : 0;
    counts.withoutBasis += standing.basisInForce() == records::LawfulBasis::none ? 1 : 0;
}

}  // namespace

base::Result<std::vector<CriteriaTogether>> OverviewCounts::together(const Grant& grant) const {
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
    std::vector<CriteriaTogether> all;
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
    return allRows(m_vault->database(),
                   "SELECT agency, COUNT(*), SUM(birth_date <> ''), SUM(postcode <> ''), "
                   "SUM(uprn <> ''), SUM(upn <> ''), SUM(nino <> ''), SUM(nhs_number <> ''), "
                   "SUM(pnc_id <> '') FROM source_records GROUP BY agency ORDER BY agency",
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

base::Result<ConsentCounts> OverviewCounts::consent(const Grant& grant, base::Date day) const {
    if (auto may = mayCount(grant); !may)
        return base::fail(may.error());
    const auto answers = answersOf(m_vault->database());
    if (!answers)
        return base::fail(answers.error());
    ConsentCounts counts;
    const std::string sql =
        "SELECT DISTINCT m.person_id FROM memberships m JOIN family_rows f "
        "ON f.family_id = m.family_id WHERE " +
        supportedOrAbout();
    const auto done = eachRow(m_vault->database(), sql, [&](Statement& row) -> base::Result<void> {
        const auto said = answers->find(row.integer(0));
        add(said == answers->end() ? records::ConsentStanding()
                                   : records::standingOn(said->second, day),
            counts);
        return {};
    });
    if (!done)
        return base::fail(done.error());
    return counts;
}

}  // namespace store
