// SPDX-License-Identifier: GPL-3.0-or-later
// How often two profiles taken at random reach each level: equal values are counted exactly, the
// rest is sampled. In pairs, over all pairs that both sent something.
#pragma once

#include "linkage/comparer.h"

#include <cstdint>
#include <vector>

namespace linkage {

// [comparison][level - 1] -> pairs
using LevelCounts = std::vector<std::vector<double>>;

[[nodiscard]] LevelCounts noCounts(const Comparer& comparer);
[[nodiscard]] LevelCounts randomPairCounts(const Comparer& comparer, std::uint64_t seed);

}  // namespace linkage
