// SPDX-License-Identifier: GPL-3.0-or-later
#include "linkage/estimate.h"

#include "linkage/parallel.h"
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

// The candidates of a sample, compared.
struct Seen {
    std::vector<Pattern> patterns;
    std::vector<Evidence> evidence;
    double every = 1;
};

// The share of matches and of relatives: the fixed point of the sum of the candidates'
// probabilities.
void setPriors(const Comparer& comparer, const Seen& seen, Model& model) {
    std::vector<ClassShares> odds;  // against strangers, but for the priors
    odds.reserve(seen.evidence.size());
    for (const Evidence& one : seen.evidence)
        odds.push_back({std::exp2(one.person), std::exp2(one.relatives)});
    const double all = allPairs(comparer) + 1000;
    for (int step = 0; step < priorSteps; ++step) {
        const double strangers = 1 - model.prior - model.relativePrior;
        double persons = 0;
        double relatives = 0;
        for (const ClassShares& one : odds) {
            const double person = model.prior * one.person;
            const double relative = model.relativePrior * one.relatives;
            const double share = 1 / (person + relative + strangers);
            persons += person * share;
            relatives += relative * share;
        }
        model.prior = std::min((1 + persons * seen.every) / all, 0.4);
        model.relativePrior = std::clamp(
            (1 + relatives * seen.every) / all, model.prior * 0.05, std::min(model.prior * 5, 0.4));
    }
}

void weigh(const Comparer& comparer,
           const CandidateSample& candidates,
           const Settings& settings,
           const Model& model,
           Seen& seen) {
    const Weights weights(comparer, model);
    seen.evidence.resize(candidates.pairs.size());
    eachPiece(settings.threads, candidates.pairs.size(), [&](std::size_t from, std::size_t to) {
        for (std::size_t i = from; i < to; ++i)
            seen.evidence[i] = weights.evidence(
                seen.patterns[i], candidates.pairs[i].first, candidates.pairs[i].second);
    });
}

Seen compared(const Comparer& comparer,
              const CandidateSample& candidates,
              const Settings& settings) {
    Seen seen;
    seen.every = candidates.every;
    seen.patterns.resize(candidates.pairs.size());
    eachPiece(settings.threads, candidates.pairs.size(), [&](std::size_t from, std::size_t to) {
        for (std::size_t i = from; i < to; ++i)
            seen.patterns[i] =
                comparer.compare(candidates.pairs[i].first, candidates.pairs[i].second);
    });
    return seen;
}

LevelCounts likelyCounts(const Comparer& comparer, const Seen& seen, const Model& model) {
    LevelCounts counts = noCounts(comparer);
    const Weights weights(comparer, model);
    for (std::size_t i = 0; i < seen.evidence.size(); ++i) {
        const ClassShares shares = weights.shares(seen.evidence[i]);
        const double known = shares.person + shares.relatives;
        if (known < 0.01)
            continue;
        for (std::size_t k = 0; k < counts.size(); ++k)
            if (const unsigned level = seen.patterns[i].at(k); level > 0)
                counts[k][level - 1] += known * seen.every;
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
                   const Blocking& blocking,
                   const std::vector<std::vector<ProfilePair>>& samples,
                   const CandidateSample& candidates,
                   const Settings& settings,
                   base::Progress& progress) {
    Estimated out{startModel(comparer), {}};
    const LevelCounts counts = randomPairCounts(comparer, settings.seed);
    LevelCounts likely = noCounts(comparer);
    const TrainingSet training(comparer, blocking.rules(), samples, settings.threads);
    Seen seen = compared(comparer, candidates, settings);
    for (int round = 0; round < rounds && !progress.cancelled(); ++round) {
        progress.step("learning weights", static_cast<std::uint64_t>(round), rounds);
        setStrangers(comparer, counts, likely, out.model);
        training.fit(out.model);
        weigh(comparer, candidates, settings, out.model, seen);
        setPriors(comparer, seen, out.model);
        likely = likelyCounts(comparer, seen, out.model);
    }
    warnOfThinData(out.model, out.warnings);
    out.model.rows = comparer.table().profiles;
    out.model.ukPostcodes = comparer.table().ukPostcodes;
    out.model.rules = blocking.uses();
    out.model.frequencies = Weights(comparer, out.model).tellingFrequencies();
    return out;
}

}  // namespace linkage
