// SPDX-License-Identifier: GPL-3.0-or-later
// The people who use the program: names, roles, since when. Keys are in the keyring; Vault::addUser
// and removeUser keep the two in step.
#pragma once

#include "access/grant.h"
#include "store/vault.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace store {

struct UserRow {
    access::User user;
    std::string addedAt;
    std::string removedAt;  // "" while they may sign in
};

class UserTable {
public:
    explicit UserTable(Vault& vault) : m_database(&vault.database()) {}

    // Everyone ever, so that an old decision still has its name.
    [[nodiscard]] base::Result<std::vector<UserRow>> list() const;
    [[nodiscard]] base::Result<std::optional<UserRow>> find(records::UserId id) const;
    // Among those not removed.
    [[nodiscard]] base::Result<std::optional<UserRow>> find(std::string_view name) const;

private:
    Database* m_database;
};

}  // namespace store
