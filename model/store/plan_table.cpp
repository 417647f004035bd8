// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/plan_table.h"

#include "base/crypto.h"
#include "store/query.h"

namespace store {

namespace {

constexpr std::string_view adoptionColumns =
    "SELECT id, fingerprint, from_day, adopted_by, adopted_at FROM plan_adoptions ";

PlanAdoption read(Statement& row) {
    return {row.integer(0),
            row.text(1),
            row.date(2).value_or(base::Date()),
            row.id<records::UserId>(3),
            row.text(4)};
}

}  // namespace

base::Result<std::string> PlanTable::keep(std::string_view text) {
    const std::string fingerprint = base::sha256Hex(text);
    auto transaction = Transaction::begin(*m_database);
    if (!transaction)
        return base::fail(transaction.error());
    const auto there =
        oneNumber(*m_database, "SELECT count(*) FROM plans WHERE fingerprint = ?", fingerprint);
    if (!there)
        return base::fail(there.error());
    if (*there == 0)
        if (auto done = run(*m_database,
                            "INSERT INTO plans (fingerprint, kept_at, plan_text) VALUES (?, ?, ?)",
                            fingerprint,
                            base::nowUtc(),
                            text);
            !done)
            return base::fail(done.error());
    if (auto done = transaction->commit(); !done)
        return base::fail(done.error());
    return fingerprint;
}

base::Result<std::string> PlanTable::text(std::string_view fingerprint) const {
    auto found = firstRow(
        *m_database,
        "SELECT plan_text FROM plans WHERE fingerprint = ?",
        [](Statement& row) { return row.text(0); },
        fingerprint);
    if (!found)
        return base::fail(found.error());
    if (!*found)
        return base::fail(base::Code::notFound,
                          "plan " + std::string(fingerprint.substr(0, 12)),
                          "is not kept in this vault");
    return std::move(**found);
}

base::Result<std::optional<PlanAdoption>> PlanTable::inForce(base::Date day) const {
    return firstRow(*m_database,
                    std::string(adoptionColumns) +
                        "WHERE from_day <= ? ORDER BY from_day DESC, id DESC LIMIT 1",
                    read,
                    day);
}

base::Result<std::vector<PlanAdoption>> PlanTable::adoptions() const {
    return allRows(*m_database, std::string(adoptionColumns) + "ORDER BY id DESC", read);
}

}  // namespace store
