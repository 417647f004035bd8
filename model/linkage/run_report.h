// SPDX-License-Identifier: GPL-3.0-or-later
// What a run tells about itself: how many pairs each blocking rule brought, the largest blocks, how
// the weights of the compared pairs are spread, and what share of the links is likely wrong or
// missed. Counts and shares only, never a value from a row.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace linkage {

struct PhaseTime {
    std::string phase;
    double seconds = 0;
};

struct RulePairs {
    std::string rule;             // "surname, birth date"
    bool used = true;             // false: too broad for these rows
    std::uint64_t pairs = 0;      // that share its key
    std::uint32_t tooCommon = 0;  // keys so common that they are split by further columns
    std::uint32_t leftOut = 0;    // rows it could not compare, their blocks being too large
};

struct BlockSize {
    std::string rule;
    std::uint32_t rows = 0;  // different rows that share one key; the key itself is not told
};

// Compared pairs whose weight is in [from, from + 1).
struct WeightBin {
    int from = 0;
    std::uint64_t pairs = 0;

    friend bool operator==(const WeightBin&, const WeightBin&) = default;
};

struct RunReport {
    std::vector<RulePairs> rules;
    std::vector<BlockSize> largestBlocks;  // ten at most, largest first
    std::vector<WeightBin> weights;  // by `from`, from -10 on: lower ones are left half compared
    double linkWeight = 0;           // the weight of Settings::linkProbability
    double reviewWeight = 0;
    // Expected from the pairs' probabilities, of compared pairs.
    double expectedPrecision = 1;    // of the pairs at or above linkWeight, the share that is right
    double expectedMissedPairs = 0;  // pairs of one person below linkWeight
};

}  // namespace linkage
