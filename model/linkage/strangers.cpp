// SPDX-License-Identifier: GPL-3.0-or-later
#include "linkage/strangers.h"

#include "linkage/hash.h"

#include <algorithm>
#include <numeric>

namespace linkage {

namespace {

constexpr std::uint64_t sampledPairs = 200'000;
constexpr std::size_t sampledInBlock = 12;  // profiles of one postcode, compared with one another

using Counts = std::vector<double>;

double pairsAmong(double count) {
    return count * (count - 1) / 2;
}

template <class Visit>
void eachRandomPair(std::uint32_t profiles, std::uint64_t seed, Visit visit) {
    const std::uint64_t all = std::uint64_t{profiles} * (profiles - 1) / 2;
    if (all <= sampledPairs) {
        for (std::uint32_t i = 0; i < profiles; ++i)
            for (std::uint32_t j = i + 1; j < profiles; ++j)
                visit(i, j);
        return;
    }
    for (std::uint64_t k = 0; k < sampledPairs; ++k) {
        const auto i =
            static_cast<std::uint32_t>(mixed(seed * 2 * sampledPairs + 2 * k) % profiles);
        const auto j =
            static_cast<std::uint32_t>(mixed(seed * 2 * sampledPairs + 2 * k + 1) % profiles);
        if (i != j)
            visit(i, j);
    }
}

// Levels of pairs that agree on the comparison's main column, scaled to all such pairs.
void countEqual(const Comparer& comparer, std::size_t comparison, Counts& counts) {
    const Comparison& item = comparer.comparisons()[comparison];
    const Column& column = *item.column;
    std::vector<std::vector<std::uint32_t>> some(column.texts.size());
    const std::size_t wanted = item.measure == Measure::place ? sampledInBlock : 1;
    for (std::uint32_t profile = 0; profile < column.of.size(); ++profile)
        if (column.of[profile] != 0 && some[column.of[profile]].size() < wanted)
            some[column.of[profile]].push_back(profile);

    // In an order that depends on the values, so that the sums do not depend on the rows' order.
    std::vector<std::uint32_t> values(some.size());
    std::iota(values.begin(), values.end(), 0U);
    std::sort(values.begin(), values.end(), [&](std::uint32_t a, std::uint32_t b) {
        return column.hashes[a] < column.hashes[b];
    });
    for (const std::uint32_t value : values) {
        const double pairs = pairsAmong(column.bearers[value]);
        if (value == 0 || pairs <= 0)
            continue;
        const auto& members = some[value];
        if (members.size() == 1) {
            if (const unsigned level = comparer.level(comparison, members[0], members[0]);
                level > 0)
                counts[level - 1] += pairs;
            continue;
        }
        const double each = pairs / pairsAmong(static_cast<double>(members.size()));
        for (std::size_t i = 0; i < members.size(); ++i)
            for (std::size_t j = i + 1; j < members.size(); ++j)
                if (const unsigned level = comparer.level(comparison, members[i], members[j]);
                    level > 0)
                    counts[level - 1] += each;
    }
}

}  // namespace

LevelCounts noCounts(const Comparer& comparer) {
    LevelCounts counts;
    for (const Comparison& comparison : comparer.comparisons())
        counts.emplace_back(levelsOf(comparison.measure).size(), 0.0);
    return counts;
}

LevelCounts randomPairCounts(const Comparer& comparer, std::uint64_t seed) {
    LevelCounts sampled = noCounts(comparer);
    const std::uint32_t profiles = comparer.table().profiles;
    double drawn = 0;
    eachRandomPair(profiles, seed, [&](std::uint32_t left, std::uint32_t right) {
        ++drawn;
        for (std::size_t i = 0; i < sampled.size(); ++i) {
            const Column& column = *comparer.comparisons()[i].column;
            if (column.of[left] != 0 && column.of[left] == column.of[right])
                continue;  // counted exactly
            if (const unsigned level = comparer.level(i, left, right); level > 0)
                ++sampled[i][level - 1];
        }
    });
    const double scale = drawn > 0 ? pairsAmong(profiles) / drawn : 0;
    LevelCounts counts = noCounts(comparer);
    for (std::size_t i = 0; i < counts.size(); ++i) {
        const bool seen = std::accumulate(sampled[i].begin(), sampled[i].end(), 0.0) > 0;
        for (std::size_t level = 0; level < counts[i].size(); ++level)
            // A level no random pair reached is rarer than the sample can show, not impossible.
            counts[i][level] =
                !seen ? 0 : scale * (sampled[i][level] > 0 || level == 0 ? sampled[i][level] : 0.5);
        countEqual(comparer, i, counts[i]);
    }
    return counts;
}

}  // namespace linkage
