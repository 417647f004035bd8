// SPDX-License-Identifier: GPL-3.0-or-later
// The keys a profile has under a blocking rule. A surname may give several (its former form, each
// half of a double name), so a profile can stand in several blocks of one rule.
#pragma once

#include "linkage/blocking.h"

#include <cstdint>
#include <vector>

namespace linkage {

// Values of one part, none when not sent.
[[nodiscard]] std::vector<std::uint64_t> partKeys(const Table& table,
                                                  Part part,
                                                  const Column* column,
                                                  std::uint32_t profile);

// American Soundex (Russell 1918) of the first word's ASCII letters: "r163" of Robert and Rupert.
[[nodiscard]] std::string soundex(std::string_view name);

}  // namespace linkage
