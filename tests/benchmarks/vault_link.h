// SPDX-License-Identifier: GPL-3.0-or-later
// What linking costs in a vault: all records, and ten thousand rows that come later, beside match
// on the same people.
#pragma once

#include <cstddef>

namespace benchmarks {

// Makes a county of so many people (a little over two records each) and prints seconds and ratios.
void timeVaultLink(std::size_t people);

}  // namespace benchmarks
