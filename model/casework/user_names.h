// SPDX-License-Identifier: GPL-3.0-or-later
// Colleagues by the names screens show; those removed since keep theirs, so that an old decision
// can still be read.
#pragma once

#include "base/result.h"
#include "records/ids.h"

#include <string>
#include <unordered_map>

namespace store {
class Vault;
}

namespace casework {

using UserNames = std::unordered_map<records::UserId, std::string>;

[[nodiscard]] base::Result<UserNames> userNames(store::Vault& vault);

}  // namespace casework
