// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/link_table.h"

#include "store/query.h"
#include "store/scope.h"

#include <algorithm>
#include <map>

namespace store {

namespace {

using access::Action;
using access::Grant;
using records::DoubtfulPair;
using records::Link;

using Records = std::pair<records::RecordId, records::RecordId>;

constexpr std::string_view linkColumns =
    "SELECT record_id, person_id, against_record, weight, probability, origin FROM links ";

Link readLink(Statement& row) {
    Link link;
    link.record = row.id<records::RecordId>(0);
    link.person = row.id<records::PersonId>(1);
    link.against = row.id<records::RecordId>(2);
    link.weight = row.number(3);
    link.probability = row.number(4);
    link.origin = static_cast<records::LinkOrigin>(row.integer(5));
    return link;
}

Records ordered(records::RecordId left, records::RecordId right) {
    return left < right ? Records(left, right) : Records(right, left);
}

base::Result<void> insertLinks(Database& database, const std::vector<Link>& links) {
    auto insertion = database.prepare(
        "INSERT INTO links (record_id, person_id, against_record, weight, probability, origin) "
        "VALUES (?, ?, ?, ?, ?, ?)");
    if (!insertion)
        return base::fail(insertion.error());
    for (const Link& link : links) {
        *insertion << link.record << link.person << link.against << link.weight << link.probability
                   << static_cast<int>(link.origin);
        if (auto done = insertion->run(); !done)
            return done;
    }
    return {};
}

base::Result<void> deleteLinks(Database& database, const std::vector<records::RecordId>& records) {
    auto deletion = database.prepare("DELETE FROM links WHERE record_id = ?");
    if (!deletion)
        return base::fail(deletion.error());
    for (const records::RecordId record : records)
        if (auto done = (*deletion << record).run(); !done)
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

base::Result<void> insertPair(Database& database,
                              std::int64_t id,
                              const Records& records,
                              const DoubtfulPair& pair,
                              int answer) {
    return run(database,
               "INSERT INTO doubtful_pairs (id, left_record, right_record, weight, probability, "
               "why, answer) VALUES (?, ?, ?, ?, ?, ?, ?)",
               id,
               records.first,
               records.second,
               pair.weight,
               pair.probability,
               pair.why,
               answer);
}

// In place of those that were `known` before, which are gone already.
base::Result<void> insertPairs(Database& database,
                               const std::map<Records, records::DoubtId>& known,
                               const std::vector<DoubtfulPair>& pairs) {
    const auto answers = answersInForce(database);
    if (!answers)
        return base::fail(answers.error());
    std::int64_t unknown = 0;
    for (const DoubtfulPair& pair : pairs)
        unknown += known.count(ordered(pair.left, pair.right)) == 0 ? 1 : 0;
    auto next = database.nextIds("doubt", unknown);
    if (!next)
        return base::fail(next.error());
    for (const DoubtfulPair& pair : pairs) {
        const Records records = ordered(pair.left, pair.right);
        const auto before = known.find(records);
        const auto answer = answers->find(records);
        const std::int64_t id = before != known.end() ? before->second.value : (*next)++;
        if (auto done = insertPair(
                database, id, records, pair, answer == answers->end() ? 0 : answer->second);
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
    const auto known = knownPairs(database);
    if (!known)
        return base::fail(known.error());
    // The index is made when all is in: sorted once instead of a million times.
    for (const char* sql : {"DROP INDEX links_by_person", "DELETE FROM links"})
        if (auto done = run(database, sql); !done)
            return done;
    if (auto done = insertLinks(database, links); !done)
        return done;
    for (const char* sql :
         {"CREATE INDEX links_by_person ON links (person_id)", "DELETE FROM doubtful_pairs"})
        if (auto done = run(database, sql); !done)
            return done;
    if (auto done = insertPairs(database, *known, pairs); !done)
        return done;
    return transaction->commit();
}

base::Result<void> LinkTable::replaceSome(const std::vector<records::RecordId>& records,
                                          const std::vector<records::RecordId>& relinked,
                                          const std::vector<Link>& links,
                                          const std::vector<DoubtfulPair>& pairs) {
    Database& database = m_vault->database();
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return base::fail(transaction.error());
    auto known = knownPairs(database);
    if (!known)
        return base::fail(known.error());
    std::erase_if(*known, [&records](const auto& pair) {
        return !std::ranges::binary_search(records, pair.first.first);
    });
    for (const auto& [pair, id] : *known)
        if (auto done = run(database, "DELETE FROM doubtful_pairs WHERE id = ?", id); !done)
            return done;
    if (auto done = deleteLinks(database, relinked); !done)
        return done;
    if (auto done = insertLinks(database, links); !done)
        return done;
    if (auto done = insertPairs(database, *known, pairs); !done)
        return done;
    return transaction->commit();
}

base::Result<std::vector<Link>> LinkTable::ofRecords(
    const Grant& grant, const std::vector<records::RecordId>& records) const {
    if (auto may = isForAll(grant, {Action::linkRecords}); !may)
        return base::fail(may.error());
    auto statement = m_vault->database().prepare(std::string(linkColumns) + "WHERE record_id = ?");
    if (!statement)
        return base::fail(statement.error());
    std::vector<Link> links;
    for (const records::RecordId record : records) {
        const auto found = (*statement << record).next();
        if (!found)
            return base::fail(found.error());
        if (*found)
            links.push_back(readLink(*statement));
        statement->reset();
    }
    return links;
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
