// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/link_run_table.h"

#include "base/date.h"
#include "store/query.h"
#include "store/scope.h"

namespace store {

using access::Action;

base::Result<void> LinkRunTable::add(const access::Grant& grant,
                                     std::int64_t model,
                                     bool whole,
                                     std::string_view report) {
    if (auto may = isForAll(grant, {Action::linkRecords}); !may)
        return may;
    auto transaction = m_vault->begin();
    if (!transaction)
        return base::fail(transaction.error());
    const auto id = m_vault->database().nextIds("link_run", 1);
    if (!id)
        return base::fail(id.error());
    if (auto done = run(m_vault->database(),
                        "INSERT INTO link_runs (id, model_id, scope, report, run_by, run_at) "
                        "VALUES (?, ?, ?, ?, ?, ?)",
                        *id,
                        model,
                        whole ? 1 : 0,
                        report,
                        grant.user().id,
                        base::nowUtc());
        !done)
        return done;
    return transaction->commit();
}

base::Result<std::optional<LinkRunNote>> LinkRunTable::newestWhole(
    const access::Grant& grant) const {
    if (auto may = isForAll(grant, {Action::linkRecords, Action::reviewLinks}); !may)
        return base::fail(may.error());
    return firstRow(m_vault->database(),
                    "SELECT id, model_id, scope, report, run_by, run_at FROM link_runs "
                    "WHERE scope = 1 ORDER BY id DESC LIMIT 1",
                    [](Statement& row) {
                        return LinkRunNote{row.integer(0),
                                           row.integer(1),
                                           row.integer(2) != 0,
                                           row.text(3),
                                           row.id<records::UserId>(4),
                                           row.text(5)};
                    });
}

}  // namespace store
