// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/users.h"

#include "casework/passwords.h"
#include "store/user_table.h"

namespace casework {

base::Result<std::vector<access::User>> listUsers(Session& session) {
    const auto grant = session.authorise(
        access::Action::manageUsers, access::Subject::vault(), "people and access");
    if (!grant)
        return base::fail(grant.error());
    const auto rows = store::UserTable(session.vault()).list();
    if (!rows)
        return base::fail(rows.error());
    std::vector<access::User> users;
    for (const store::UserRow& row : *rows)
        if (row.removedAt.empty())
            users.push_back(row.user);
    return users;
}

base::Result<records::UserId> addUser(Session& session,
                                      const NewUser& user,
                                      const base::Secret& password,
                                      PasswordCost cost) {
    if (cost == PasswordCost::usual)
        if (auto strong = checkNewPassword(password); !strong)
            return base::fail(strong.error());
    const auto grant =
        session.authorise(access::Action::manageUsers, access::Subject::vault(), "add a user");
    if (!grant)
        return base::fail(grant.error());
    return session.vault().addUser(*grant, newUser(user), password, keyCost(cost));
}

base::Result<void> removeUser(Session& session, records::UserId user) {
    if (user == session.user().id)
        return base::fail(base::Code::refused, "user", "nobody removes themselves");
    const auto grant =
        session.authorise(access::Action::manageUsers, access::Subject::of(user), "remove a user");
    if (!grant)
        return base::fail(grant.error());
    return session.vault().removeUser(*grant, user);
}

base::Result<void> changePassword(Session& session,
                                  const base::Secret& oldPassword,
                                  const base::Secret& newPassword) {
    if (auto strong = checkNewPassword(newPassword); !strong)
        return strong;
    return session.vault().changePassword(oldPassword, newPassword);
}

}  // namespace casework
