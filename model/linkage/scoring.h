// SPDX-License-Identifier: GPL-3.0-or-later
// The weight of every candidate pair under a model: what is at least doubtful is kept, of the rest
// only how the weights are spread.
#pragma once

#include "linkage/blocking.h"
#include "linkage/edges.h"
#include "linkage/weights.h"

#include <vector>

namespace linkage {

// In a one-per-source run two profiles that one and the same source alone sent are no candidates.
class SameSource {
public:
    SameSource(const Table& table, bool onePerSource);

    [[nodiscard]] bool both(std::uint32_t left, std::uint32_t right) const {
        return !m_only.empty() && m_only[left] == m_only[right] && m_only[left] != several;
    }

private:
    static constexpr std::uint32_t several = 0xFFFFFFFFU;
    std::vector<std::uint32_t> m_only;  // profile -> its only source; empty in other runs
};

struct Scored {
    std::vector<ScoredProfiles> pairs;  // at least doubtful, sorted by left, right
    std::uint64_t compared = 0;
};

// Fills the report's weights and expectations.
[[nodiscard]] Scored score(const Weights& weights,
                           const BlockedPairs& blocked,
                           const SameSource& sameSource,
                           const Settings& settings,
                           RunReport& report);

}  // namespace linkage
