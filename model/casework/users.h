// SPDX-License-Identifier: GPL-3.0-or-later
// People and access: who may unlock the vault, and in which role.
#pragma once

#include "casework/session.h"

#include <vector>

namespace casework {

[[nodiscard]] base::Result<std::vector<access::User>> listUsers(Session& session);
[[nodiscard]] base::Result<records::UserId> addUser(Session& session,
                                                    const NewUser& user,
                                                    const base::Secret& password,
                                                    PasswordCost cost = PasswordCost::usual);
// Never the last administrator, never oneself.
[[nodiscard]] base::Result<void> removeUser(Session& session, records::UserId user);
[[nodiscard]] base::Result<void> changePassword(Session& session,
                                                const base::Secret& oldPassword,
                                                const base::Secret& newPassword);

}  // namespace casework
