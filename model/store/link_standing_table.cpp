// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/link_standing_table.h"

#include "store/packed.h"
#include "store/query.h"
#include "store/scope.h"

#include <algorithm>
#include <cassert>

namespace store {

namespace {

using access::Action;
using access::Grant;
using records::RecordId;

base::Result<void> mayRead(const Grant& grant) {
    return isForAll(grant, {Action::linkRecords});
}

struct Answer {
    std::int64_t value = 0;
};

std::vector<Answer> asIds(const std::vector<std::int64_t>& numbers) {
    std::vector<Answer> ids;
    ids.reserve(numbers.size());
    for (const std::int64_t number : numbers)
        ids.push_back({number});
    return ids;
}

LinkStanding read(Statement& row) {
    LinkStanding standing;
    standing.model = row.integer(0);
    standing.keyKind = row.integer(1);
    standing.newest = row.id<RecordId>(2);
    standing.passedOver = unpackIds<RecordId>(row.view(3));
    for (const Answer answer : unpackIds<Answer>(row.view(4)))
        standing.answers.push_back(answer.value);
    standing.records = row.integer(5);
    standing.people = row.integer(6);
    return standing;
}

std::string packGroups(std::span<const RecordId> group) {
    return packIds(std::vector<RecordId>(group.begin(), group.end()));
}

base::Error damaged(const Database& database) {
    return {base::Code::damaged, database.name(), "what linkage kept does not fit its records"};
}

}  // namespace

base::Result<std::optional<LinkStanding>> LinkStandingTable::find(const Grant& grant) const {
    if (auto may = isFor(grant, {Action::linkRecords, Action::reviewLinks}); !may)
        return base::fail(may.error());
    return firstRow(m_vault->database(),
                    "SELECT model_id, key_kind, newest, passed_over, answers, record_count, "
                    "person_count FROM link_standing",
                    read);
}

base::Result<void> LinkStandingTable::replace(const LinkStanding& standing) {
    auto transaction = m_vault->begin();
    if (!transaction)
        return base::fail(transaction.error());
    Database& database = m_vault->database();
    if (auto done = run(database, "DELETE FROM link_standing"); !done)
        return done;
    if (auto done = run(database,
                        "INSERT INTO link_standing (id, model_id, key_kind, newest, passed_over, "
                        "answers, record_count, person_count) VALUES (1, ?, ?, ?, ?, ?, ?, ?)",
                        standing.model,
                        standing.keyKind,
                        standing.newest,
                        Blob{packIds(standing.passedOver)},
                        Blob{packIds(asIds(standing.answers))},
                        standing.records,
                        standing.people);
        !done)
        return done;
    return transaction->commit();
}

base::Result<void> LinkStandingTable::forEachKeys(const Grant& grant,
                                                  const HashVisitor& visit) const {
    if (auto may = mayRead(grant); !may)
        return may;
    Database& database = m_vault->database();
    return eachRow(database,
                   "SELECT records, found_by FROM link_keys ORDER BY chunk",
                   [&](Statement& row) -> base::Result<void> {
                       RecordHashes keys;
                       keys.records = unpackIds<RecordId>(row.view(0));
                       if (!unpackHashes(row.view(1), keys))
                           return base::fail(damaged(database));
                       return visit(keys);
                   });
}

base::Result<LinkGroups> LinkStandingTable::groups(const Grant& grant) const {
    if (auto may = mayRead(grant); !may)
        return base::fail(may.error());
    Database& database = m_vault->database();
    LinkGroups groups;
    const auto done =
        eachRow(database,
                "SELECT records, group_of FROM link_keys, link_groups "
                "WHERE link_groups.chunk = link_keys.chunk ORDER BY link_keys.chunk",
                [&](Statement& row) -> base::Result<void> {
                    const auto records = unpackIds<RecordId>(row.view(0));
                    const auto group = unpackIds<RecordId>(row.view(1));
                    if (records.size() != group.size())
                        return base::fail(damaged(database));
                    groups.records.insert(groups.records.end(), records.begin(), records.end());
                    groups.group.insert(groups.group.end(), group.begin(), group.end());
                    return {};
                });
    if (!done)
        return base::fail(done.error());
    return groups;
}

base::Result<void> LinkStandingTable::forget() {
    for (const char* sql :
         {"DELETE FROM link_groups", "DELETE FROM link_keys", "DELETE FROM link_standing"})
        if (auto done = run(m_vault->database(), sql); !done)
            return done;
    return {};
}

base::Result<void> LinkStandingTable::append(const RecordHashes& keys,
                                             std::span<const RecordId> group) {
    auto transaction = m_vault->begin();
    if (!transaction)
        return base::fail(transaction.error());
    Database& database = m_vault->database();
    const auto last = oneNumber(database, "SELECT max(chunk) FROM link_keys");
    if (!last)
        return base::fail(last.error());
    std::int64_t chunk = *last;
    for (std::size_t from = 0; from < keys.records.size(); from += chunkRecords) {
        const std::size_t to = std::min(from + chunkRecords, keys.records.size());
        const std::span records(keys.records);
        if (auto done = run(database,
                            "INSERT INTO link_keys (chunk, records, found_by) VALUES (?, ?, ?)",
                            ++chunk,
                            Blob{packGroups(records.subspan(from, to - from))},
                            Blob{packHashes(keys, from, to)});
            !done)
            return done;
        if (auto done = run(database,
                            "INSERT INTO link_groups (chunk, group_of) VALUES (?, ?)",
                            chunk,
                            Blob{packGroups(group.subspan(from, to - from))});
            !done)
            return done;
    }
    return transaction->commit();
}

base::Result<void> LinkStandingTable::regroup(const LinkGroups& before,
                                              std::span<const RecordId> group) {
    assert(group.size() == before.group.size());
    auto transaction = m_vault->begin();
    if (!transaction)
        return base::fail(transaction.error());
    Database& database = m_vault->database();

    struct Portion {
        std::int64_t chunk = 0;
        std::size_t records = 0;
    };

    const auto portions = allRows(
        database, "SELECT chunk, records FROM link_keys ORDER BY chunk", [](Statement& row) {
            return Portion{row.integer(0), Unpacker(row.view(1)).count()};
        });
    if (!portions)
        return base::fail(portions.error());
    const std::span known(before.group);
    std::size_t from = 0;
    for (const Portion& portion : *portions) {
        if (from + portion.records > group.size())
            break;  // appended since
        const auto now = group.subspan(from, portion.records);
        if (!std::ranges::equal(now, known.subspan(from, portion.records)))
            if (auto done = run(database,
                                "UPDATE link_groups SET group_of = ? WHERE chunk = ?",
                                Blob{packGroups(now)},
                                portion.chunk);
                !done)
                return done;
        from += portion.records;
    }
    return transaction->commit();
}

}  // namespace store
