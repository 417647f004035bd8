// SPDX-License-Identifier: GPL-3.0-or-later
// The part of FamilyTable about doubtful ties.
#include "store/family_table.h"
#include "store/packed.h"
#include "store/query.h"
#include "store/scope.h"

#include <algorithm>
#include <map>

namespace store {

namespace {

using access::Action;
using access::Grant;
using records::DoubtfulTie;

// What makes two ties the same: the home and exactly these people. Someone more is a new question.
using TieKey = std::pair<std::string, std::vector<records::PersonId>>;

TieKey keyOf(const DoubtfulTie& tie) {
    TieKey key(tie.home, tie.people);
    std::ranges::sort(key.second);
    return key;
}

constexpr std::string_view tieColumns =
    "SELECT id, home, people, reason, evidence, is_family FROM doubtful_ties ";

DoubtfulTie read(Statement& row) {
    DoubtfulTie tie;
    tie.id = row.id<records::DoubtId>(0);
    tie.home = row.text(1);
    tie.people = unpackIds<records::PersonId>(row.view(2));
    tie.reason = row.text(3);
    tie.evidence = unpackIds<records::RecordId>(row.view(4));
    if (!row.isNull(5))
        tie.decidedFamily = row.integer(5) != 0;
    return tie;
}

base::Result<std::vector<DoubtfulTie>> readTies(Database& database, std::string_view condition) {
    return allRows(
        database, std::string(tieColumns) + std::string(condition) + " ORDER BY id", read);
}

base::Result<void> insertTie(Database& database, std::int64_t id, const DoubtfulTie& tie) {
    return run(
        database,
        "INSERT INTO doubtful_ties (id, home, people, reason, evidence, is_family, decided_by, "
        "decided_at) VALUES (?, ?, ?, ?, ?, NULL, 0, '')",
        id,
        tie.home,
        Blob{packIds(tie.people)},
        tie.reason,
        Blob{packIds(tie.evidence)});
}

bool isOf(const DoubtfulTie& tie, const std::vector<records::PersonId>& people) {
    return std::ranges::any_of(tie.people, [&people](records::PersonId person) {
        return std::ranges::binary_search(people, person);
    });
}

}  // namespace

base::Result<void> FamilyTable::replaceTies(const std::vector<records::PersonId>* people,
                                            const std::vector<DoubtfulTie>& ties) {
    Database& database = m_vault->database();
    const auto before = readTies(database, "");
    if (!before)
        return base::fail(before.error());
    std::map<TieKey, const DoubtfulTie*> known;
    for (const DoubtfulTie& tie : *before)
        known.emplace(keyOf(tie), &tie);
    auto next = database.nextIds("doubt", static_cast<std::int64_t>(ties.size()));
    if (!next)
        return base::fail(next.error());
    for (const DoubtfulTie& tie : *before)
        if (!tie.decidedFamily && (people == nullptr || isOf(tie, *people)))
            if (auto done = run(database, "DELETE FROM doubtful_ties WHERE id = ?", tie.id); !done)
                return done;
    for (const DoubtfulTie& tie : ties) {
        const auto same = known.find(keyOf(tie));
        if (same != known.end() && same->second->decidedFamily)
            continue;
        const std::int64_t id = same == known.end() ? (*next)++ : same->second->id.value;
        if (auto done = insertTie(database, id, tie); !done)
            return done;
    }
    return {};
}

base::Result<std::vector<DoubtfulTie>> FamilyTable::ties(const Grant& grant, bool decided) const {
    if (auto may = isForAll(grant, {Action::reviewLinks, Action::linkRecords}); !may)
        return base::fail(may.error());
    return readTies(m_vault->database(),
                    decided ? "WHERE is_family IS NOT NULL" : "WHERE is_family IS NULL");
}

base::Result<DoubtfulTie> FamilyTable::waitingTie(const Grant& grant, records::DoubtId id) const {
    if (auto may = grant.covers(Action::reviewLinks, access::Subject::of(id)); !may)
        return base::fail(may.error());
    auto found = firstRow(m_vault->database(),
                          std::string(tieColumns) + "WHERE id = ? AND is_family IS NULL",
                          read,
                          id);
    if (!found)
        return base::fail(found.error());
    if (!*found)
        return base::fail(base::Code::notFound,
                          "doubtful tie " + std::to_string(id.value),
                          "waits no more; it was answered or families were built anew");
    return std::move(**found);
}

base::Result<void> FamilyTable::decideTie(const Grant& grant,
                                          records::DoubtId tie,
                                          std::optional<bool> isFamily) {
    if (auto may = grant.covers(Action::reviewLinks, access::Subject::of(tie)); !may)
        return may;
    auto transaction = m_vault->begin();
    if (!transaction)
        return base::fail(transaction.error());
    Database& database = m_vault->database();
    const auto there = oneNumber(database, "SELECT count(*) FROM doubtful_ties WHERE id = ?", tie);
    if (!there)
        return base::fail(there.error());
    if (*there == 0)
        return base::fail(base::Code::notFound,
                          "doubtful tie " + std::to_string(tie.value),
                          "is no longer there; families were built anew");
    const auto done =
        isFamily ? run(database,
                       "UPDATE doubtful_ties SET is_family = ?, decided_by = ?, decided_at = ? "
                       "WHERE id = ?",
                       *isFamily,
                       grant.user().id,
                       base::nowUtc(),
                       tie)
                 : run(database,
                       "UPDATE doubtful_ties SET is_family = NULL, decided_by = 0, decided_at = '' "
                       "WHERE id = ?",
                       tie);
    if (!done)
        return done;
    return transaction->commit();
}

}  // namespace store
