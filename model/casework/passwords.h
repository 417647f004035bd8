// SPDX-License-Identifier: GPL-3.0-or-later
// What casework asks of new passwords and users before the vault sees them.
#pragma once

#include "casework/session.h"
#include "store/key_cost.h"
#include "store/vault.h"

namespace casework {

// Refused when too short. Training vaults of invented people (PasswordCost::quick) aren't asked.
[[nodiscard]] base::Result<void> checkNewPassword(const base::Secret& password);
[[nodiscard]] store::KeyCost keyCost(PasswordCost cost);
[[nodiscard]] store::NewUser newUser(const NewUser& user);

}  // namespace casework
