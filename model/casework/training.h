// SPDX-License-Identifier: GPL-3.0-or-later
// Vaults to learn on: everyone in them is made up, and the window says so all the time.
#pragma once

#include "casework/session.h"

namespace casework {

[[nodiscard]] base::Result<bool> isTraining(Session& session);
// Of a vault that has received nothing; fails with refused otherwise.
[[nodiscard]] base::Result<void> markTraining(Session& session);

}  // namespace casework
