// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/user_names.h"

#include "store/user_table.h"

namespace casework {

base::Result<UserNames> userNames(store::Vault& vault) {
    const auto users = store::UserTable(vault).list();
    if (!users)
        return base::fail(users.error());
    UserNames names;
    for (const store::UserRow& row : *users)
        names.emplace(row.user.id, row.user.displayName);
    return names;
}

}  // namespace casework
