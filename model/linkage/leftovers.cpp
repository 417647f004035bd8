// SPDX-License-Identifier: GPL-3.0-or-later
#include "linkage/leftovers.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace linkage {

namespace {

constexpr int steps = 20;

// Pairs of leftovers from different sources.
double leftoverPairs(const Table& table, Groups& groups) {
    std::unordered_map<std::uint32_t, double> left;  // by source
    double all = 0;
    for (std::uint32_t row = 0; row < table.source.size(); ++row)
        if (groups.isAlone(row)) {
            ++left[table.source[row]];
            ++all;
        }
    double pairs = all * all;
    for (const auto& [source, rows] : left)
        pairs -= rows * rows;
    return pairs / 2;
}

// Their weights, each leftover with its best partner alone.
std::vector<double> bestWeights(Groups& groups, const std::vector<Tie>& weak, std::size_t rows) {
    std::vector<bool> taken(rows, false);
    std::vector<double> weights;
    for (const Tie& tie : weak)
        if (groups.isAlone(tie.left) && groups.isAlone(tie.right) && !taken[tie.left] &&
            !taken[tie.right]) {
            taken[tie.left] = taken[tie.right] = true;
            weights.push_back(tie.weight);
        }
    return weights;
}

}  // namespace

double leftoverBonus(const Table& table,
                     Groups& groups,
                     const std::vector<Tie>& weak,
                     double prior) {
    const double pairs = leftoverPairs(table, groups);
    const auto weights = bestWeights(groups, weak, table.source.size());
    double bonus = 0;
    // The fixed point of the expected matches among them and their prior.
    for (int step = 0; step < steps && !weights.empty() && pairs > 0; ++step) {
        double matches = 0;
        for (const double weight : weights)
            matches += 1 / (1 + std::exp2(-weight - bonus));
        const double share = std::min(matches / pairs, 0.5);
        bonus = std::max(std::log2(share / (1 - share)) - std::log2(prior / (1 - prior)), 0.0);
    }
    return bonus;
}

}  // namespace linkage
