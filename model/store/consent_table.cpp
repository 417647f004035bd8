// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/consent_table.h"

#include "records/case_file.h"
#include "store/query.h"
#include "store/scope.h"

#include <string>

namespace store {

namespace {

using access::Action;
using access::Grant;
using records::ConsentRecord;

constexpr std::string_view columns =
    "SELECT id, person_id, kind, answer, basis, day, recorded_by, recorded_at, wording_version, "
    "channel, decided_by FROM consents ";

ConsentRecord read(Statement& row) {
    ConsentRecord record;
    record.id = row.integer(0);
    record.person = row.id<records::PersonId>(1);
    record.kind = records::kindFromCode(row.view(2)).value_or(records::ConsentKind::service);
    // A word this version does not know must never read as consent.
    record.answer = records::answerFromCode(row.view(3)).value_or(records::ConsentAnswer::refused);
    record.basis = records::basisFromCode(row.view(4)).value_or(records::LawfulBasis::none);
    record.date = row.date(5).value_or(base::Date());
    record.recordedBy = row.id<records::UserId>(6);
    record.recordedAt = row.text(7);
    record.wordingVersion = row.text(8);
    record.channel = row.text(9);
    record.decidedBy = row.text(10);
    return record;
}

// Of families that are agreed and not closed.
std::string supportedMembers() {
    using records::CaseState;
    std::string states;
    for (const CaseState state : {CaseState::agreed, CaseState::allocated, CaseState::supported})
        states += (states.empty() ? "" : ", ") + std::to_string(static_cast<int>(state));
    return "SELECT DISTINCT m.person_id FROM memberships m JOIN family_rows f "
           "ON f.family_id = m.family_id WHERE f.state IN (" +
           states + ")";
}

void add(const records::ConsentStanding& standing, records::ConsentCounts& counts) {
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

base::Result<std::int64_t> ConsentTable::append(const Grant& grant, const ConsentRecord& record) {
    if (auto may = grant.covers(Action::recordConsent); !may)
        return base::fail(may.error());
    Database& database = m_vault->database();
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return base::fail(transaction.error());
    if (auto may = reaches(database, grant, record.person); !may)
        return base::fail(may.error());
    const auto id = database.nextIds("consent", 1);
    if (!id)
        return base::fail(id.error());
    if (auto done =
            run(database,
                "INSERT INTO consents (id, person_id, kind, answer, basis, day, recorded_by, "
                "recorded_at, wording_version, channel, decided_by) "
                "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                *id,
                record.person,
                records::kindCode(record.kind),
                records::answerCode(record.answer),
                records::basisCode(record.basis),
                record.date,
                grant.user().id,
                base::nowUtc(),
                record.wordingVersion,
                record.channel,
                record.decidedBy);
        !done)
        return base::fail(done.error());
    if (auto done = transaction->commit(); !done)
        return base::fail(done.error());
    return *id;
}

base::Result<std::vector<ConsentRecord>> ConsentTable::ofPerson(const Grant& grant,
                                                                records::PersonId person) const {
    if (auto may = isFor(grant,
                         {Action::recordConsent,
                          Action::openFamily,
                          Action::openEvidence,
                          Action::readRegister});
        !may)
        return base::fail(may.error());
    if (auto may = reaches(m_vault->database(), grant, person); !may)
        return base::fail(may.error());
    return allRows(m_vault->database(),
                   std::string(columns) + "WHERE person_id = ? ORDER BY id",
                   read,
                   person);
}

base::Result<std::map<records::PersonId, std::vector<ConsentRecord>>> ConsentTable::all(
    const Grant& grant) const {
    if (auto may = isForAll(
            grant, {Action::prepareSubmission, Action::releaseSubmission, Action::recordConsent});
        !may)
        return base::fail(may.error());
    return everyones();
}

base::Result<ConsentTable::Everyones> ConsentTable::everyones() const {
    Everyones consents;
    const auto done = eachRow(m_vault->database(),
                              std::string(columns) + "ORDER BY id",
                              [&](Statement& row) -> base::Result<void> {
                                  ConsentRecord record = read(row);
                                  consents[record.person].push_back(std::move(record));
                                  return {};
                              });
    if (!done)
        return base::fail(done.error());
    return consents;
}

base::Result<records::ConsentCounts> ConsentTable::counts(const Grant& grant,
                                                          base::Date day) const {
    if (auto may = grant.covers(Action::readOverview, access::Subject::vault()); !may)
        return base::fail(may.error());
    const auto said = everyones();
    if (!said)
        return base::fail(said.error());
    records::ConsentCounts counts;
    const auto done =
        eachRow(m_vault->database(), supportedMembers(), [&](Statement& row) -> base::Result<void> {
            const auto records = said->find(row.id<records::PersonId>(0));
            add(records == said->end() ? records::ConsentStanding()
                                       : records::standingOn(records->second, day),
                counts);
            return {};
        });
    if (!done)
        return base::fail(done.error());
    return counts;
}

}  // namespace store
