// SPDX-License-Identifier: GPL-3.0-or-later
#include "linkage/scoring.h"

#include "linkage/parallel.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace linkage {

namespace {

// Pairs that can't reach this weight are left as soon as that is plain. One of them in a thousand
// is one person at most, so nothing that is told of the run misses them.
constexpr double leastTold = -10;
constexpr int lowestBin = -10;
constexpr int highestBin = 80;

// What one piece of the candidates comes to.
struct Tally {
    std::vector<ScoredProfiles> pairs;
    std::uint64_t compared = 0;
    std::array<std::uint64_t, highestBin - lowestBin + 1> bins{};
    double linked = 0;  // pairs at or above the link probability
    double right = 0;   // of them, expected to be one person
    double missed = 0;  // below it, expected to be one person

    void count(const Verdict& verdict, double linkProbability) {
        const int bin =
            std::clamp(static_cast<int>(std::floor(verdict.weight)), lowestBin, highestBin);
        ++bins[static_cast<std::size_t>(bin - lowestBin)];
        if (verdict.probability >= linkProbability) {
            linked += 1;
            right += verdict.probability;
        } else {
            missed += verdict.probability;
        }
    }
};

double weightOf(double probability) {
    return std::log2(probability / (1 - probability));
}

void tell(const std::vector<Tally>& tallies, const Settings& settings, RunReport& report) {
    report.linkWeight = weightOf(settings.linkProbability);
    report.reviewWeight = weightOf(settings.reviewProbability);
    double linked = 0;
    double right = 0;
    for (const Tally& tally : tallies) {
        linked += tally.linked;
        right += tally.right;
        report.expectedMissedPairs += tally.missed;
    }
    report.expectedPrecision = linked > 0 ? right / linked : 1;
    for (int bin = lowestBin; bin <= highestBin; ++bin) {
        std::uint64_t pairs = 0;
        for (const Tally& tally : tallies)
            pairs += tally.bins[static_cast<std::size_t>(bin - lowestBin)];
        if (pairs > 0)
            report.weights.push_back({bin, pairs});
    }
}

}  // namespace

SameSource::SameSource(const Table& table, bool onePerSource) {
    if (!onePerSource)
        return;
    m_only.resize(table.profiles);
    for (std::uint32_t profile = 0; profile < table.profiles; ++profile) {
        const auto rows = table.rowsOf(profile);
        const std::uint32_t first = table.source[rows.front()];
        m_only[profile] = first == table.source[rows.back()] ? first : several;
    }
}

Scored score(const Weights& weights,
             const BlockedPairs& blocked,
             const SameSource& sameSource,
             const Settings& settings,
             RunReport& report) {
    constexpr std::size_t ahead = 8;
    const Table& table = weights.table();
    const double least = std::min(leastTold, weightOf(settings.reviewProbability) - 1e-9);
    std::vector<Tally> tallies(blocked.pieces.size());
    eachTask(settings.threads, tallies.size(), [&](std::size_t piece) {
        Tally& tally = tallies[piece];
        const std::vector<std::uint64_t>& pairs = blocked.pieces[piece];
        for (std::size_t i = 0; i < pairs.size(); ++i) {
            const std::uint64_t pair = pairs[i];
            // Right sides lie anywhere: fetched while others are compared.
            if (i + ahead < pairs.size())
                table.prefetch(static_cast<std::uint32_t>(pairs[i + ahead]));
            const auto left = static_cast<std::uint32_t>(pair >> 32U);
            const auto right = static_cast<std::uint32_t>(pair);
            if (sameSource.both(left, right))
                continue;
            ++tally.compared;
            const auto verdict = weights.verdictFrom(least, left, right);
            if (!verdict)
                continue;
            tally.count(*verdict, settings.linkProbability);
            if (verdict->probability >= settings.reviewProbability)
                tally.pairs.push_back({left, right, *verdict});
        }
    });
    tell(tallies, settings, report);
    Scored out;
    for (Tally& tally : tallies) {
        out.compared += tally.compared;
        out.pairs.insert(out.pairs.end(), tally.pairs.begin(), tally.pairs.end());
        tally.pairs = {};
    }
    return out;
}

}  // namespace linkage
