// SPDX-License-Identifier: GPL-3.0-or-later
// Ties between rows, from what is known of their profiles: a person's decisions, a source's own
// numbers, equal rows, and pairs of profiles by weight. Ties of many equal rows are stars, never
// all against all.
#pragma once

#include "linkage/blocking.h"
#include "linkage/explain.h"
#include "linkage/link.h"
#include "linkage/table.h"
#include "linkage/weights.h"

#include <cstdint>
#include <vector>

namespace linkage {

struct Tie {
    std::uint32_t left = 0;  // rows
    std::uint32_t right = 0;
    TieKind kind = TieKind::weight;
    double weight = 0;
    double probability = 1;
    std::uint64_t order = 0;  // of ties of one weight: by what the two rows say
};

struct ScoredProfiles {
    std::uint32_t left = 0;
    std::uint32_t right = 0;
    Verdict verdict;
};

// In the order in which they should be honoured; depends on what rows say, never on their order.
[[nodiscard]] std::vector<Tie> tiesOf(const Table& table,
                                      const Input& input,
                                      const Comparer& comparer,
                                      const Weights& weights,
                                      const std::vector<ScoredProfiles>& pairs,
                                      const Settings& settings);

// The rows of every scored pair of profiles; of very many equal rows only some.
[[nodiscard]] std::vector<ScoredPair> rowPairs(const Table& table,
                                               const Input& input,
                                               const Comparer& comparer,
                                               const Weights& weights,
                                               const std::vector<ScoredProfiles>& pairs,
                                               const Settings& settings);
}  // namespace linkage
