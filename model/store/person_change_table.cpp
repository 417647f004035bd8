// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/person_change_table.h"

#include "store/query.h"
#include "store/scope.h"

namespace store {

base::Result<void> PersonChangeTable::replaceAll(
    const std::vector<records::PersonChange>& changes) {
    auto transaction = m_vault->begin();
    if (!transaction)
        return base::fail(transaction.error());
    Database& database = m_vault->database();
    if (auto done = run(database, "DELETE FROM person_changes"); !done)
        return done;
    std::int64_t place = 0;
    for (const records::PersonChange& change : changes)
        if (auto done = run(database,
                            "INSERT INTO person_changes (place, person_id, change, other_id) "
                            "VALUES (?, ?, ?, ?)",
                            ++place,
                            change.person,
                            static_cast<int>(change.kind),
                            change.other);
            !done)
            return done;
    return transaction->commit();
}

base::Result<std::vector<records::PersonChange>> PersonChangeTable::all(
    const access::Grant& grant) const {
    if (auto may = isForAll(grant, {access::Action::linkRecords, access::Action::reviewLinks});
        !may)
        return base::fail(may.error());
    return allRows(m_vault->database(),
                   "SELECT person_id, change, other_id FROM person_changes ORDER BY place",
                   [](Statement& row) {
                       return records::PersonChange{
                           row.id<records::PersonId>(0),
                           static_cast<records::PersonChange::Kind>(row.integer(1)),
                           row.id<records::PersonId>(2)};
                   });
}

}  // namespace store
