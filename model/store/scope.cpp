// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/scope.h"

#include "store/packed.h"
#include "store/query.h"

#include <algorithm>

namespace store {

namespace {

using access::Grant;
using access::Subject;

base::Result<void> refusedFor(const Grant& grant) {
    return base::fail(base::Code::refused,
                      access::subjectText(grant.subject()),
                      "the permission to " + std::string(access::actionCode(grant.action())) +
                          " does not reach this");
}

base::Result<void> someRow(const Grant& grant, const base::Result<std::int64_t>& count) {
    if (!count)
        return base::fail(count.error());
    return *count > 0 ? base::Result<void>() : refusedFor(grant);
}

// A doubt is a pair of records or a tie of people; their numbers are of one series.
base::Result<void> reachesByDoubt(Database& database,
                                  const Grant& grant,
                                  records::PersonId person) {
    const auto tied = firstRow(
        database,
        "SELECT people FROM doubtful_ties WHERE id = ?",
        [](Statement& row) { return unpackIds<records::PersonId>(row.view(0)); },
        grant.subject().id);
    if (!tied)
        return base::fail(tied.error());
    if (*tied && std::ranges::find(**tied, person) != (*tied)->end())
        return {};
    return someRow(grant,
                   oneNumber(database,
                             "SELECT count(*) FROM links, doubtful_pairs WHERE person_id = ? AND "
                             "id = ? AND record_id IN (left_record, right_record)",
                             person,
                             grant.subject().id));
}

}  // namespace

base::Result<void> isFor(const Grant& grant, std::initializer_list<access::Action> actions) {
    return std::ranges::find(actions, grant.action()) != actions.end() ? base::Result<void>()
                                                                       : refusedFor(grant);
}

base::Result<void> isForAll(const Grant& grant, std::initializer_list<access::Action> actions) {
    const bool releasing = grant.action() == access::Action::releaseSubmission;
    return grant.subject() == Subject::vault() || releasing ? isFor(grant, actions)
                                                            : refusedFor(grant);
}

base::Result<void> reaches(Database& database, const Grant& grant, records::FamilyId family) {
    const Subject& subject = grant.subject();
    if (subject == Subject::vault() || subject == Subject::of(family))
        return {};
    if (subject.kind != Subject::Kind::person)
        return refusedFor(grant);
    return someRow(
        grant,
        oneNumber(database,
                  "SELECT count(*) FROM memberships WHERE person_id = ? AND family_id = ?",
                  subject.id,
                  family));
}

base::Result<void> reaches(Database& database, const Grant& grant, records::PersonId person) {
    const Subject& subject = grant.subject();
    if (subject == Subject::vault() || subject == Subject::of(person))
        return {};
    switch (subject.kind) {
        case Subject::Kind::family:
            return someRow(
                grant,
                oneNumber(database,
                          "SELECT count(*) FROM memberships WHERE person_id = ? AND family_id = ?",
                          person,
                          subject.id));
        case Subject::Kind::record:
            return someRow(
                grant,
                oneNumber(database,
                          "SELECT count(*) FROM links WHERE record_id = ? AND person_id = ?",
                          subject.id,
                          person));
        case Subject::Kind::doubt:
            return reachesByDoubt(database, grant, person);
        default:
            return refusedFor(grant);
    }
}

base::Result<void> reaches(Database& database, const Grant& grant, records::RecordId record) {
    const Subject& subject = grant.subject();
    if (subject == Subject::vault() || subject == Subject::of(record))
        return {};
    if (subject.kind == Subject::Kind::doubt) {
        const auto own = oneNumber(
            database,
            "SELECT count(*) FROM doubtful_pairs WHERE id = ? AND ? IN (left_record, right_record)",
            subject.id,
            record);
        if (!own)
            return base::fail(own.error());
        if (*own > 0)
            return {};
    }
    const auto person =
        oneNumber(database, "SELECT person_id FROM links WHERE record_id = ?", record);
    if (!person)
        return base::fail(person.error());
    return *person == 0 ? refusedFor(grant) : reaches(database, grant, records::PersonId{*person});
}

}  // namespace store
