// SPDX-License-Identifier: GPL-3.0-or-later
// A mapping of one table of text or sheet as the TOML that readMapping() reads back to the same
// mapping, laid out for a person to read and change.
#pragma once

#include "intake/mapping.h"

#include <string>

namespace intake {

// `mapping` is of no XML message.
[[nodiscard]] std::string writeMapping(const Mapping& mapping);

}  // namespace intake
