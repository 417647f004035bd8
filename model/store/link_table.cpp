// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/link_table.h"

#include "store/link_columns.h"
#include "store/query.h"
#include "store/scope.h"

#include <map>

namespace store {

namespace {

using access::Action;
using access::Grant;
using records::DoubtfulPair;
using records::Link;

using Records = std::pair<records::RecordId, records::RecordId>;

constexpr std::string_view linkColumns =
    "SELECT record_id, person_id, against_record, weight, probability, origin, reasons FROM links ";

Link readLink(Statement& row) {
    Link link;
    link.record = row.id<records::RecordId>(0);
    link.person = row.id<records::PersonId>(1);
    link.against = row.id<records::RecordId>(2);
    link.weight = row.number(3);
    link.probability = row.number(4);
    link.origin = row.integer(5) == 0 ? records::LinkOrigin::engine : records::LinkOrigin::person;
    link.reasons = unpackReasons(row.view(6));
    return link;
}

Records ordered(records::RecordId left, records::RecordId right) {
    return left < right ? Records(left, right) : Records(right, left);
}

base::Result<void> insertLinks(Database& database, const std::vector<Link>& links) {
    for (const Link& link : links)
        if (auto done = run(database,
                            "INSERT INTO links (record_id, person_id, against_record, weight, "
                            "probability, origin, reasons) VALUES (?, ?, ?, ?, ?, ?, ?)",
                            link.record,
                            link.person,
                            link.against,
                            link.weight,
                            link.probability,
                            link.origin == records::LinkOrigin::engine ? 0 : 1,
                            Blob{packReasons(link.reasons)});
            !done)
            return done;
    return {};
}

// Pairs as they were known before, so that a pair keeps its number and its answer.
base::Result<std::map<Records, records::DoubtId>> knownPairs(Database& database) {
    std::map<Records, records::DoubtId> known;
    const auto done = eachRow(
        database,
        "SELECT id, left_record, right_record FROM doubtful_pairs",
        [&](Statement& row) -> base::Result<void> {
            known.emplace(Records(row.id<records::RecordId>(1), row.id<records::RecordId>(2)),
                          row.id<records::DoubtId>(0));
            return {};
        });
    if (!done)
        return base::fail(done.error());
    return known;
}

base::Result<std::map<Records, int>> answersInForce(Database& database) {
    std::map<Records, int> answers;
    const auto done = eachRow(
        database,
        "SELECT left_record, right_record, answer FROM pair_decisions WHERE undone_at = ''",
        [&](Statement& row) -> base::Result<void> {
            answers.emplace(Records(row.id<records::RecordId>(0), row.id<records::RecordId>(1)),
                            static_cast<int>(row.integer(2)));
            return {};
        });
    if (!done)
        return base::fail(done.error());
    return answers;
}

base::Result<void> replacePairs(Database& database, const std::vector<DoubtfulPair>& pairs) {
    const auto known = knownPairs(database);
    if (!known)
        return base::fail(known.error());
    const auto answers = answersInForce(database);
    if (!answers)
        return base::fail(answers.error());
    auto next = database.nextIds("doubt", static_cast<std::int64_t>(pairs.size()));
    if (!next)
        return base::fail(next.error());
    if (auto done = run(database, "DELETE FROM doubtful_pairs"); !done)
        return done;
    for (const DoubtfulPair& pair : pairs) {
        const Records records = ordered(pair.left, pair.right);
        const auto before = known->find(records);
        const auto answer = answers->find(records);
        const std::int64_t id = before != known->end() ? before->second.value : (*next)++;
        if (auto done = run(database,
                            "INSERT INTO doubtful_pairs (id, left_record, right_record, weight, "
                            "probability, why, answer, reasons) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                            id,
                            records.first,
                            records.second,
                            pair.weight,
                            pair.probability,
                            pair.why,
                            answer == answers->end() ? 0 : answer->second,
                            Blob{packReasons(pair.reasons)});
            !done)
            return done;
    }
    return {};
}

}  // namespace

base::Result<records::PersonId> LinkTable::nextPersonIds(std::int64_t count) {
    return m_vault->database().nextIds("person", count).map([](std::int64_t first) {
        return records::PersonId{first};
    });
}

base::Result<void> LinkTable::replaceAll(const std::vector<Link>& links,
                                         const std::vector<DoubtfulPair>& pairs) {
    Database& database = m_vault->database();
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return base::fail(transaction.error());
    if (auto done = run(database, "DELETE FROM links"); !done)
        return done;
    if (auto done = insertLinks(database, links); !done)
        return done;
    if (auto done = replacePairs(database, pairs); !done)
        return done;
    return transaction->commit();
}

base::Result<void> LinkTable::forEach(const Grant& grant, const LinkVisitor& visit) const {
    if (auto may = isForAll(grant,
                            {Action::linkRecords,
                             Action::assess,
                             Action::prepareSubmission,
                             Action::releaseSubmission});
        !may)
        return may;
    return eachRow(m_vault->database(),
                   std::string(linkColumns) + "ORDER BY record_id",
                   [&](Statement& row) { return visit(readLink(row)); });
}

base::Result<std::optional<records::PersonId>> LinkTable::personOf(const Grant& grant,
                                                                   records::RecordId record) const {
    if (auto may = reaches(m_vault->database(), grant, record); !may)
        return base::fail(may.error());
    return firstRow(
        m_vault->database(),
        "SELECT person_id FROM links WHERE record_id = ?",
        [](Statement& row) { return row.id<records::PersonId>(0); },
        record);
}

base::Result<std::vector<Link>> LinkTable::ofPerson(const Grant& grant,
                                                    records::PersonId person) const {
    if (auto may = isFor(
            grant,
            {Action::openFamily, Action::openEvidence, Action::reviewLinks, Action::linkRecords});
        !may)
        return base::fail(may.error());
    if (auto may = reaches(m_vault->database(), grant, person); !may)
        return base::fail(may.error());
    return allRows(m_vault->database(),
                   std::string(linkColumns) + "WHERE person_id = ? ORDER BY record_id",
                   readLink,
                   person);
}

base::Result<std::int64_t> LinkTable::recordCount() const {
    return oneNumber(m_vault->database(), "SELECT count(*) FROM links");
}

base::Result<std::int64_t> LinkTable::personCount() const {
    return oneNumber(m_vault->database(), "SELECT count(DISTINCT person_id) FROM links");
}

}  // namespace store
