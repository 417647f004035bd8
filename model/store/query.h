// SPDX-License-Identifier: GPL-3.0-or-later
// The four shapes of asking a database: run, one number, the first row, all rows. Values are bound
// in order. For store's .cpp files.
#pragma once

#include "store/database.h"

#include <functional>
#include <optional>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace store {

struct Blob {
    std::string_view bytes;
};

inline Statement& operator<<(Statement& statement, Blob blob) {
    return statement.blob(blob.bytes);
}

template <class... Values>
[[nodiscard]] base::Result<Statement> bound(Database& database,
                                            std::string_view sql,
                                            const Values&... values) {
    auto statement = database.prepare(sql);
    if (statement)
        static_cast<void>((*statement << ... << values));
    return statement;
}

template <class... Values>
[[nodiscard]] base::Result<void> run(Database& database,
                                     std::string_view sql,
                                     const Values&... values) {
    auto statement = bound(database, sql, values...);
    return statement ? statement->run() : base::fail(statement.error());
}

// Calls `take(Statement&)`, which returns Result<void>, for every row until one fails.
template <class Take, class... Values>
[[nodiscard]] base::Result<void> eachRow(Database& database,
                                         std::string_view sql,
                                         Take&& take,
                                         const Values&... values) {
    auto statement = bound(database, sql, values...);
    if (!statement)
        return base::fail(statement.error());
    for (;;) {
        const base::Result<bool> more = statement->next();
        if (!more)
            return base::fail(more.error());
        if (!*more)
            return {};
        if (base::Result<void> taken = take(*statement); !taken)
            return taken;
    }
}

// All rows as `read(Statement&)` makes them.
template <class Read, class... Values>
[[nodiscard]] auto allRows(Database& database,
                           std::string_view sql,
                           Read&& read,
                           const Values&... values)
    -> base::Result<std::vector<std::invoke_result_t<Read&, Statement&>>> {
    std::vector<std::invoke_result_t<Read&, Statement&>> rows;
    const auto done = eachRow(
        database,
        sql,
        [&](Statement& row) -> base::Result<void> {
            rows.push_back(read(row));
            return {};
        },
        values...);
    if (!done)
        return base::fail(done.error());
    return rows;
}

template <class Read, class... Values>
[[nodiscard]] auto firstRow(Database& database,
                            std::string_view sql,
                            Read&& read,
                            const Values&... values)
    -> base::Result<std::optional<std::invoke_result_t<Read&, Statement&>>> {
    using Row = std::invoke_result_t<Read&, Statement&>;
    auto statement = bound(database, sql, values...);
    if (!statement)
        return base::fail(statement.error());
    const base::Result<bool> found = statement->next();
    if (!found)
        return base::fail(found.error());
    return *found ? std::optional<Row>(read(*statement)) : std::nullopt;
}

// The first column of the first row; 0 when there is none.
template <class... Values>
[[nodiscard]] base::Result<std::int64_t> oneNumber(Database& database,
                                                   std::string_view sql,
                                                   const Values&... values) {
    const auto row = firstRow(
        database, sql, [](Statement& statement) { return statement.integer(0); }, values...);
    if (!row)
        return base::fail(row.error());
    return row->value_or(0);
}

}  // namespace store
