// SPDX-License-Identifier: GPL-3.0-or-later
#include "linkage/estimate.h"

#include "linkage/strangers.h"
#include "linkage/weights.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace linkage {

namespace {

constexpr double startPairs = 2000;  // what the start values of u weigh, in pairs
constexpr int rounds = 2;
constexpr int priorSteps = 12;

double allPairs(const Comparer& comparer) {
    const double profiles = comparer.table().profiles;
    return std::max(profiles * (profiles - 1) / 2, 1.0);
}

void setStrangers(const Comparer& comparer,
                  const LevelCounts& counts,
                  const LevelCounts& likely,
                  Model& model) {
    for (std::size_t i = 0; i < counts.size(); ++i) {
        const auto starts = levelsOf(comparer.comparisons()[i].measure);
        std::vector<double> pairs(counts[i].size());
        for (std::size_t level = 0; level < pairs.size(); ++level)
            // Never wholly explained away by likely matches: some strangers do agree.
            pairs[level] = std::max(counts[i][level] - likely[i][level], 0.02 * counts[i][level]) +
                           startPairs * starts[level].u;
        const double sum = std::accumulate(pairs.begin(), pairs.end(), 0.0);
        for (std::size_t level = 0; level < pairs.size(); ++level)
            model.comparisons[i].levels[level].u = pairs[level] / sum;
    }
    setRelatives(comparer, model);
}

// The share of matches and of relatives: the fixed point of the sum of the candidates'
// probabilities.
void setPriors(const Comparer& comparer, const std::vector<Evidence>& evidence, Model& model) {
    const double all = allPairs(comparer) + 1000;
    for (int step = 0; step < priorSteps; ++step) {
        const Weights weights(comparer, model);
        double persons = 1;
        double relatives = 1;
        for (const Evidence& one : evidence) {
            const ClassShares shares = weights.shares(one);
            persons += shares.person;
            relatives += shares.relatives;
        }
        model.prior = std::min(persons / all, 0.4);
        model.relativePrior =
            std::clamp(relatives / all, model.prior * 0.05, std::min(model.prior * 5, 0.4));
    }
}

std::vector<Evidence> evidenceOf(const Comparer& comparer,
                                 const Candidates& candidates,
                                 const Model& model) {
    const Weights weights(comparer, model);
    std::vector<Evidence> out;
    out.reserve(candidates.pairs.size());
    for (std::size_t i = 0; i < candidates.pairs.size(); ++i)
        out.push_back(weights.evidence(
            candidates.patterns[i], candidates.pairs[i].first, candidates.pairs[i].second));
    return out;
}

LevelCounts likelyCounts(const Comparer& comparer,
                         const Candidates& candidates,
                         const std::vector<Evidence>& evidence,
                         const Model& model) {
    LevelCounts counts = noCounts(comparer);
    const Weights weights(comparer, model);
    for (std::size_t i = 0; i < evidence.size(); ++i) {
        const ClassShares shares = weights.shares(evidence[i]);
        const double known = shares.person + shares.relatives;
        if (known < 0.01)
            continue;
        for (std::size_t k = 0; k < counts.size(); ++k)
            if (const unsigned level = candidates.patterns[i].at(k); level > 0)
                counts[k][level - 1] += known;
    }
    return counts;
}

void warnOfThinData(const Model& model, std::vector<std::string>& warnings) {
    std::string thin;
    for (const ComparisonEstimate& comparison : model.comparisons) {
        double pairs = 0;
        for (const LevelEstimate& level : comparison.levels)
            pairs += level.pairs;
        if (pairs < 50)
            thin += (thin.empty() ? "" : ", ") + comparison.name;
    }
    if (!thin.empty())
        warnings.push_back("fewer than 50 likely matches to learn from for " + thin +
                           "; their weights are mostly the program's start values");
}

}  // namespace

Model startModel(const Comparer& comparer) {
    Model model;
    model.prior = 1 / std::max<double>(2.0 * comparer.table().profiles, 500.0);
    model.relativePrior = model.prior;
    for (const Comparison& comparison : comparer.comparisons()) {
        ComparisonEstimate estimate{comparison.name, {}};
        for (const LevelStart& start : levelsOf(comparison.measure))
            estimate.levels.push_back({std::string(start.name), start.m, start.u, start.u, 0});
        model.comparisons.push_back(std::move(estimate));
    }
    setRelatives(comparer, model);
    return model;
}

Estimated estimate(const Comparer& comparer,
                   const std::vector<BlockingRule>& rules,
                   const BlockedPairs& blocked,
                   const Candidates& candidates,
                   std::uint64_t seed,
                   base::Progress& progress) {
    Estimated out{startModel(comparer), {}};
    const LevelCounts counts = randomPairCounts(comparer, seed);
    LevelCounts likely = noCounts(comparer);
    const TrainingSet training(comparer, rules, blocked.samples, candidates);
    for (int round = 0; round < rounds && !progress.cancelled(); ++round) {
        progress.step("learning weights", static_cast<std::uint64_t>(round), rounds);
        setStrangers(comparer, counts, likely, out.model);
        training.fit(out.model);
        const auto evidence = evidenceOf(comparer, candidates, out.model);
        setPriors(comparer, evidence, out.model);
        likely = likelyCounts(comparer, candidates, evidence, out.model);
    }
    warnOfThinData(out.model, out.warnings);
    return out;
}

}  // namespace linkage
