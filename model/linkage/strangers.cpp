// SPDX-License-Identifier: GPL-3.0-or-later
#include "linkage/strangers.h"

#include "linkage/hash.h"

#include <algorithm>
#include <numeric>

namespace linkage {

namespace {

constexpr std::uint64_t sampledPairs = 200'000;
constexpr std::size_t sampledInBlock = 12;   // profiles of one postcode, compared with one another
constexpr std::size_t sampledValues = 4000;  // postcodes

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

// Levels of pairs that agree on the comparison's main column, scaled to all such pairs. One value
// is as good as another but of places: there some profiles of some values are compared.
void countEqual(const Comparer& comparer, std::size_t comparison, Counts& counts) {
    const Comparison& item = comparer.comparisons()[comparison];
    const Table& table = comparer.table();
    const Column& column = *item.column;
    const bool byPlace = item.measure == Measure::place;
    const std::uint64_t every = byPlace ? column.texts.size() / sampledValues + 1 : 1;
    const std::size_t wanted = byPlace ? sampledInBlock : 1;
    std::vector<std::vector<std::uint32_t>> some(column.texts.size());
    for (std::uint32_t profile = 0; profile < table.profiles; ++profile) {
        const std::uint32_t value = table.value(column, profile);
        if (value != 0 && column.bearers[value] > 1 && column.hashes[value] % every == 0 &&
            some[value].size() < wanted)
            some[value].push_back(profile);
    }
    // In an order that depends on the values, so that the sums do not depend on the rows' order.
    std::vector<std::uint32_t> values;
    for (std::uint32_t value = 1; value < some.size(); ++value)
        if (!some[value].empty())
            values.push_back(value);
    std::sort(values.begin(), values.end(), [&](std::uint32_t a, std::uint32_t b) {
        return column.hashes[a] < column.hashes[b];
    });
    for (const std::uint32_t value : values) {
        const double pairs = pairsAmong(column.bearers[value]) * static_cast<double>(every);
        const auto& members = some[value];
        const double each = pairs / std::max(pairsAmong(static_cast<double>(members.size())), 1.0);
        for (std::size_t i = 0; i < members.size(); ++i)
            for (std::size_t j = i + (members.size() > 1 ? 1 : 0); j < members.size(); ++j)
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
            const std::uint32_t value = comparer.table().value(column, left);
            if (value != 0 && value == comparer.table().value(column, right))
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
