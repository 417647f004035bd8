// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/family_key_table.h"

#include "store/packed.h"
#include "store/query.h"
#include "store/scope.h"

#include <algorithm>

namespace store {

using records::RecordId;

base::Result<std::optional<base::Date>> FamilyKeyTable::builtOn() const {
    const auto day = firstRow(m_vault->database(),
                              "SELECT built_on FROM family_standing",
                              [](Statement& row) { return row.date(0); });
    if (!day)
        return base::fail(day.error());
    return day->value_or(std::nullopt);
}

base::Result<RecordHashes> FamilyKeyTable::all(const access::Grant& grant) const {
    if (auto may = isForAll(grant, {access::Action::linkRecords}); !may)
        return base::fail(may.error());
    Database& database = m_vault->database();
    RecordHashes all;
    const auto done = eachRow(
        database,
        "SELECT records, found_by FROM family_keys ORDER BY chunk",
        [&](Statement& row) -> base::Result<void> {
            RecordHashes some;
            some.records = unpackIds<RecordId>(row.view(0));
            if (!unpackHashes(row.view(1), some))
                return base::fail(base::Code::damaged,
                                  database.name(),
                                  "what the building of families kept does not fit its records");
            for (std::size_t i = 0; i < some.records.size(); ++i) {
                all.hashes.insert(all.hashes.end(),
                                  some.hashes.begin() + some.first[i],
                                  some.hashes.begin() + some.first[i + 1]);
                all.add(some.records[i]);
            }
            return {};
        });
    if (!done)
        return base::fail(done.error());
    return all;
}

base::Result<void> FamilyKeyTable::replaceAll(base::Date builtOn, const RecordHashes& hashes) {
    auto transaction = m_vault->begin();
    if (!transaction)
        return base::fail(transaction.error());
    Database& database = m_vault->database();
    for (const char* sql : {"DELETE FROM family_keys", "DELETE FROM family_standing"})
        if (auto done = run(database, sql); !done)
            return done;
    if (auto done =
            run(database, "INSERT INTO family_standing (id, built_on) VALUES (1, ?)", builtOn);
        !done)
        return done;
    if (auto done = append(hashes); !done)
        return done;
    return transaction->commit();
}

base::Result<void> FamilyKeyTable::append(const RecordHashes& hashes) {
    auto transaction = m_vault->begin();
    if (!transaction)
        return base::fail(transaction.error());
    Database& database = m_vault->database();
    const auto last = oneNumber(database, "SELECT max(chunk) FROM family_keys");
    if (!last)
        return base::fail(last.error());
    std::int64_t chunk = *last;
    for (std::size_t from = 0; from < hashes.records.size(); from += chunkRecords) {
        const std::size_t to = std::min(from + chunkRecords, hashes.records.size());
        const std::vector<RecordId> records(
            hashes.records.begin() + static_cast<std::ptrdiff_t>(from),
            hashes.records.begin() + static_cast<std::ptrdiff_t>(to));
        if (auto done = run(database,
                            "INSERT INTO family_keys (chunk, records, found_by) VALUES (?, ?, ?)",
                            ++chunk,
                            Blob{packIds(records)},
                            Blob{packHashes(hashes, from, to)});
            !done)
            return done;
    }
    return transaction->commit();
}

}  // namespace store
