// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/submission_table.h"

#include "store/packed.h"
#include "store/query.h"
#include "store/scope.h"

namespace store {

namespace {

using access::Action;
using access::Grant;
using records::Submission;
using records::SubmissionPerson;
using records::SubmissionState;

constexpr std::string_view columns =
    "SELECT id, layout, layout_version, recipient, agreement, from_day, to_day, field_names, "
    "left_out, supported_people, assessed_only_people, sha256, prepared_by, prepared_at, "
    "released_by, "
    "released_at, state, (SELECT counts FROM submission_completeness WHERE submission_id = id) "
    "FROM submissions ";

constexpr std::string_view peopleColumns =
    "SELECT person_id, family_id, person_pseudonym, family_pseudonym, cohort FROM "
    "submission_people ";

std::string packCounts(const std::map<std::string, std::int64_t>& counts) {
    Packer packer;
    packer << counts.size();
    for (const auto& [reason, count] : counts)
        packer << std::string_view(reason) << count;
    return packer.bytes();
}

std::map<std::string, std::int64_t> unpackCounts(std::string_view bytes) {
    Unpacker unpacker(bytes);
    std::map<std::string, std::int64_t> counts;
    for (std::size_t left = unpacker.count(); left > 0; --left) {
        std::string reason = unpacker.text();
        counts[std::move(reason)] = unpacker.integer();
    }
    return counts;
}

std::string packCompleteness(const std::vector<records::FieldCount>& counts) {
    Packer packer;
    packer << counts.size();
    for (const records::FieldCount& count : counts)
        packer << count.applies << count.filled;
    return packer.bytes();
}

std::vector<records::FieldCount> unpackCompleteness(std::string_view bytes) {
    std::vector<records::FieldCount> counts;
    if (bytes.empty())
        return counts;
    Unpacker unpacker(bytes);
    for (std::size_t left = unpacker.count(); left > 0; --left) {
        const std::int64_t applies = unpacker.integer();
        counts.push_back({applies, unpacker.integer()});
    }
    return counts;
}

Submission read(Statement& row) {
    Submission submission;
    submission.id = row.id<records::SubmissionId>(0);
    submission.layout = row.text(1);
    submission.layoutVersion = row.text(2);
    submission.recipient = row.text(3);
    submission.agreement = row.text(4);
    submission.from = row.date(5).value_or(base::Date());
    submission.to = row.date(6).value_or(base::Date());
    submission.fields = unpackTexts(row.view(7));
    submission.leftOut = unpackCounts(row.view(8));
    submission.supportedPeople = row.integer(9);
    submission.assessedOnlyPeople = row.integer(10);
    submission.sha256 = row.text(11);
    submission.preparedBy = row.id<records::UserId>(12);
    submission.preparedAt = row.text(13);
    submission.releasedBy = row.id<records::UserId>(14);
    submission.releasedAt = row.text(15);
    submission.state = static_cast<SubmissionState>(row.integer(16));
    submission.completeness = unpackCompleteness(row.view(17));
    return submission;
}

SubmissionPerson readPerson(Statement& row) {
    return {row.id<records::PersonId>(0),
            row.id<records::FamilyId>(1),
            row.text(2),
            row.text(3),
            static_cast<records::Cohort>(row.integer(4))};
}

base::Result<void> insertPeople(Database& database,
                                std::int64_t submission,
                                const std::vector<SubmissionPerson>& people) {
    std::int64_t place = 0;
    for (const SubmissionPerson& person : people)
        if (auto done = run(database,
                            "INSERT INTO submission_people (submission_id, place, person_id, "
                            "family_id, person_pseudonym, family_pseudonym, cohort) "
                            "VALUES (?, ?, ?, ?, ?, ?, ?)",
                            submission,
                            place++,
                            person.person,
                            person.family,
                            person.personPseudonym,
                            person.familyPseudonym,
                            static_cast<int>(person.cohort));
            !done)
            return done;
    return {};
}

base::Result<void> insertSubmission(Database& database,
                                    std::int64_t id,
                                    const Submission& submission,
                                    records::UserId preparer) {
    return run(
        database,
        "INSERT INTO submissions (id, layout, layout_version, recipient, agreement, from_day, "
        "to_day, field_names, left_out, supported_people, assessed_only_people, sha256, "
        "prepared_by, prepared_at, released_by, released_at, state) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, '', ?)",
        id,
        submission.layout,
        submission.layoutVersion,
        submission.recipient,
        submission.agreement,
        submission.from,
        submission.to,
        Blob{packTexts(submission.fields)},
        Blob{packCounts(submission.leftOut)},
        submission.supportedPeople,
        submission.assessedOnlyPeople,
        submission.sha256,
        preparer,
        submission.preparedAt.empty() ? base::nowUtc() : submission.preparedAt,
        static_cast<int>(SubmissionState::prepared));
}

base::Result<void> insertCompleteness(Database& database,
                                      std::int64_t id,
                                      const Submission& submission) {
    return run(database,
               "INSERT INTO submission_completeness (submission_id, counts) VALUES (?, ?)",
               id,
               Blob{packCompleteness(submission.completeness)});
}

// Fails unless it is prepared and waits.
base::Result<Submission> waiting(Database& database, records::SubmissionId id) {
    auto found = firstRow(database, std::string(columns) + "WHERE id = ?", read, id);
    if (!found)
        return base::fail(found.error());
    const std::string place = "submission " + std::to_string(id.value);
    if (!*found)
        return base::fail(base::Code::notFound, place, "there is no such submission");
    if ((*found)->state != SubmissionState::prepared)
        return base::fail(base::Code::refused, place, "was released or withdrawn already");
    return std::move(**found);
}

}  // namespace

base::Result<records::SubmissionId> SubmissionTable::insert(const Grant& grant,
                                                            const Submission& submission) {
    if (auto may = grant.covers(Action::prepareSubmission); !may)
        return base::fail(may.error());
    Database& database = m_vault->database();
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return base::fail(transaction.error());
    const auto id = database.nextIds("submission", 1);
    if (!id)
        return base::fail(id.error());
    if (auto done = insertSubmission(database, *id, submission, grant.user().id); !done)
        return base::fail(done.error());
    if (auto done = insertCompleteness(database, *id, submission); !done)
        return base::fail(done.error());
    if (auto done = insertPeople(database, *id, submission.people); !done)
        return base::fail(done.error());
    if (auto done = transaction->commit(); !done)
        return base::fail(done.error());
    return records::SubmissionId{*id};
}

base::Result<void> SubmissionTable::release(const Grant& grant,
                                            records::SubmissionId id,
                                            std::string_view sha256) {
    if (auto may = grant.covers(Action::releaseSubmission, access::Subject::of(id)); !may)
        return may;
    Database& database = m_vault->database();
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return base::fail(transaction.error());
    const auto prepared = waiting(database, id);
    if (!prepared)
        return base::fail(prepared.error());
    if (prepared->preparedBy == grant.user().id)
        return base::fail(base::Code::refused,
                          "submission " + std::to_string(id.value),
                          "the person who prepared it can't also release it");
    if (auto done = run(database,
                        "UPDATE submissions SET state = ?, released_by = ?, released_at = ?, "
                        "sha256 = ? WHERE id = ?",
                        static_cast<int>(SubmissionState::released),
                        grant.user().id,
                        base::nowUtc(),
                        sha256,
                        id);
        !done)
        return done;
    return transaction->commit();
}

base::Result<void> SubmissionTable::withdraw(const Grant& grant, records::SubmissionId id) {
    if (auto may = isFor(grant, {Action::prepareSubmission, Action::releaseSubmission}); !may)
        return may;
    if (auto may = grant.covers(grant.action(), access::Subject::of(id)); !may)
        return may;
    Database& database = m_vault->database();
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return base::fail(transaction.error());
    if (const auto prepared = waiting(database, id); !prepared)
        return base::fail(prepared.error());
    if (auto done = run(database,
                        "UPDATE submissions SET state = ? WHERE id = ?",
                        static_cast<int>(SubmissionState::withdrawn),
                        id);
        !done)
        return done;
    return transaction->commit();
}

base::Result<std::vector<Submission>> SubmissionTable::list(const Grant& grant) const {
    if (auto may = isFor(
            grant, {Action::readRegister, Action::prepareSubmission, Action::releaseSubmission});
        !may)
        return base::fail(may.error());
    return allRows(m_vault->database(), std::string(columns) + "ORDER BY id DESC", read);
}

base::Result<Submission> SubmissionTable::find(const Grant& grant, records::SubmissionId id) const {
    if (auto may = isFor(
            grant, {Action::readRegister, Action::prepareSubmission, Action::releaseSubmission});
        !may)
        return base::fail(may.error());
    if (auto may = grant.covers(grant.action(), access::Subject::of(id)); !may)
        return base::fail(may.error());
    auto found = firstRow(m_vault->database(), std::string(columns) + "WHERE id = ?", read, id);
    if (!found)
        return base::fail(found.error());
    if (!*found)
        return base::fail(base::Code::notFound,
                          "submission " + std::to_string(id.value),
                          "there is no such submission");
    auto people = allRows(m_vault->database(),
                          std::string(peopleColumns) + "WHERE submission_id = ? ORDER BY place",
                          readPerson,
                          id);
    if (!people)
        return base::fail(people.error());
    (*found)->people = std::move(*people);
    return std::move(**found);
}

base::Result<std::vector<Submission>> SubmissionTable::ofPerson(const Grant& grant,
                                                                records::PersonId person) const {
    if (auto may = grant.covers(Action::readRegister, access::Subject::of(person)); !may)
        return base::fail(may.error());
    Database& database = m_vault->database();
    auto submissions = allRows(database,
                               std::string(columns) +
                                   "WHERE id IN (SELECT submission_id FROM submission_people WHERE "
                                   "person_id = ?) ORDER BY id DESC",
                               read,
                               person);
    if (!submissions)
        return base::fail(submissions.error());
    for (Submission& submission : *submissions) {
        auto lines = allRows(
            database,
            std::string(peopleColumns) + "WHERE submission_id = ? AND person_id = ? ORDER BY place",
            readPerson,
            submission.id,
            person);
        if (!lines)
            return base::fail(lines.error());
        submission.people = std::move(*lines);
    }
    return submissions;
}

}  // namespace store
