// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/database.h"

namespace store {

base::Result<Transaction> Transaction::begin(Database& database) {
    if (database.m_depth == 0) {
        // Immediate: a write that would have to wait waits here, before any work is done.
        if (auto begun = database.execute("BEGIN IMMEDIATE"); !begun)
            return base::fail(begun.error());
        database.m_doomed = false;
    }
    ++database.m_depth;
    return Transaction(database);
}

Transaction::~Transaction() {
    if (m_database == nullptr)
        return;
    if (m_database->m_depth > 1) {
        --m_database->m_depth;
        m_database->m_doomed = true;
        return;
    }
    m_database->rollBack();
}

base::Result<void> Transaction::commit() {
    Database* const database = m_database;
    m_database = nullptr;
    if (database->m_depth > 1) {
        --database->m_depth;
        return {};
    }
    base::Result<void> done = database->mayRun();
    if (done && database->m_doomed)
        done = base::fail(
            base::Code::refused, database->name(), "a part of the change was taken back");
    if (done)
        done = database->execute("COMMIT");
    database->rollBack();  // nothing to take back after a commit
    return done;
}

}  // namespace store
