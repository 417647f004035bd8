// SPDX-License-Identifier: GPL-3.0-or-later
// Which plan counts: the one adopted in this vault, else the council's newest that came with the
// program.
#pragma once

#include "base/date.h"
#include "base/result.h"

#include <string>

namespace store {
class Vault;
}

namespace casework {

[[nodiscard]] base::Result<std::string> currentPlanText(store::Vault& vault, base::Date day);

// The council's newest that came with the program.
[[nodiscard]] base::Result<std::string> shippedPlanText();

}  // namespace casework
