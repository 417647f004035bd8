// SPDX-License-Identifier: GPL-3.0-or-later
// The tables of a layout's TOML, each written out with what the layout says for all of them, so
// that a table reads like a mapping of its own. Values keep their line and column.
#pragma once

#include "base/toml.h"

#include <vector>

namespace intake {

// The document itself when it has no [[table]]. A table that is refused takes over only what tells
// it, none of the columns.
[[nodiscard]] std::vector<base::TomlValue> layoutTables(const base::TomlValue& document,
                                                        base::TomlProblems& problems);

}  // namespace intake
