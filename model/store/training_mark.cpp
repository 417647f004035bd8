// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/training_mark.h"

#include "store/query.h"

namespace store {

base::Result<bool> TrainingMark::isThere() const {
    return oneNumber(*m_database, "SELECT count(*) FROM training_marks").map([](auto marks) {
        return marks > 0;
    });
}

base::Result<void> TrainingMark::set() {
    auto transaction = Transaction::begin(*m_database);
    if (!transaction)
        return base::fail(transaction.error());
    const auto received = oneNumber(*m_database, "SELECT count(*) FROM deliveries");
    if (!received)
        return base::fail(received.error());
    if (*received > 0)
        return base::fail(base::Code::refused,
                          "vault",
                          "has received a delivery; only an empty vault becomes one to learn on");
    const auto there = isThere();
    if (!there)
        return base::fail(there.error());
    if (!*there)
        if (auto done = run(*m_database,
                            "INSERT INTO training_marks (id, marked_at) VALUES (1, ?)",
                            base::nowUtc());
            !done)
            return done;
    return transaction->commit();
}

}  // namespace store
