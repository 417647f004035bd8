// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/user_table.h"

#include "store/query.h"

namespace store {

namespace {

constexpr std::string_view columns =
    "SELECT id, name, display_name, role, added_at, removed_at FROM users ";

UserRow read(Statement& row) {
    return {{row.id<records::UserId>(0),
             row.text(1),
             row.text(2),
             access::roleFromCode(row.view(3)).value_or(access::Role::reportReader)},
            row.text(4),
            row.text(5)};
}

}  // namespace

base::Result<std::vector<UserRow>> UserTable::list() const {
    return allRows(*m_database, std::string(columns) + "ORDER BY id", read);
}

base::Result<std::optional<UserRow>> UserTable::find(records::UserId id) const {
    return firstRow(*m_database, std::string(columns) + "WHERE id = ?", read, id);
}

base::Result<std::optional<UserRow>> UserTable::find(std::string_view name) const {
    return firstRow(
        *m_database, std::string(columns) + "WHERE name = ? AND removed_at = ''", read, name);
}

}  // namespace store
