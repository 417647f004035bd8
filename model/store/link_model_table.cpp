// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/link_model_table.h"

#include "store/query.h"
#include "store/scope.h"

namespace store {

namespace {

using access::Action;
using access::Grant;

LinkModel read(Statement& row) {
    return {row.integer(0),
            row.text(5),
            row.text(1),
            row.integer(2),
            row.text(3),
            row.id<records::UserId>(4)};
}

// Counts of hashes and shares: nobody's values.
base::Result<void> mayUse(const Grant& grant) {
    return isFor(grant, {Action::linkRecords, Action::reviewLinks});
}

}  // namespace

base::Result<LinkModel> LinkModelTable::adopt(const Grant& grant,
                                              std::string_view json,
                                              std::string_view origin,
                                              std::int64_t records) {
    if (auto may = mayUse(grant); !may)
        return base::fail(may.error());
    auto transaction = m_vault->begin();
    if (!transaction)
        return base::fail(transaction.error());
    Database& database = m_vault->database();
    const auto id = database.nextIds("link_model", 1);
    if (!id)
        return base::fail(id.error());
    LinkModel model{
        *id, std::string(json), std::string(origin), records, base::nowUtc(), grant.user().id};
    if (auto done =
            run(database,
                "INSERT INTO link_models (id, model, origin, records, adopted_at, adopted_by) "
                "VALUES (?, ?, ?, ?, ?, ?)",
                model.id,
                model.json,
                model.origin,
                model.records,
                model.at,
                model.by);
        !done)
        return base::fail(done.error());
    if (auto done = transaction->commit(); !done)
        return base::fail(done.error());
    return model;
}

base::Result<std::optional<LinkModel>> LinkModelTable::inForce(const Grant& grant) const {
    if (auto may = mayUse(grant); !may)
        return base::fail(may.error());
    return firstRow(m_vault->database(),
                    "SELECT id, origin, records, adopted_at, adopted_by, model FROM link_models "
                    "ORDER BY id DESC LIMIT 1",
                    read);
}

base::Result<LinkModel> LinkModelTable::find(const Grant& grant, std::int64_t id) const {
    if (auto may = mayUse(grant); !may)
        return base::fail(may.error());
    auto found = firstRow(
        m_vault->database(),
        "SELECT id, origin, records, adopted_at, adopted_by, model FROM link_models WHERE id = ?",
        read,
        id);
    if (!found)
        return base::fail(found.error());
    if (!*found)
        return base::fail(base::Code::notFound,
                          "linkage model " + std::to_string(id),
                          "there is no such model in this vault");
    return std::move(**found);
}

base::Result<std::vector<LinkModel>> LinkModelTable::list(const Grant& grant) const {
    if (auto may = mayUse(grant); !may)
        return base::fail(may.error());
    return allRows(
        m_vault->database(),
        "SELECT id, origin, records, adopted_at, adopted_by, '' FROM link_models ORDER BY id",
        read);
}

}  // namespace store
