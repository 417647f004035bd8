// SPDX-License-Identifier: GPL-3.0-or-later
#include "linkage/training.h"

#include "linkage/parallel.h"
#include "linkage/strangers.h"

#include <algorithm>
#include <numeric>

namespace linkage {

namespace {

constexpr double startMatches = 100;  // what the start values of m weigh, in pairs
constexpr int steps = 25;

}  // namespace

TrainingSet::TrainingSet(const Comparer& comparer,
                         const std::vector<Blocking::Rule>& rules,
                         const std::vector<std::vector<ProfilePair>>& samples,
                         unsigned threads)
    : m_comparer(comparer) {
    std::vector<Rule> all(samples.size());
    eachTask(threads, samples.size(), [&](std::size_t i) {
        Rule& rule = all[i];
        rule.settles.assign(comparer.comparisons().size(), false);
        for (const std::size_t comparison : rules[i].rule.settles)
            rule.settles[comparison] = true;
        std::vector<Pattern> patterns;
        patterns.reserve(samples[i].size());
        for (const auto& [left, right] : samples[i])
            patterns.push_back(comparer.compare(left, right));
        std::sort(patterns.begin(), patterns.end());
        for (const Pattern& pattern : patterns) {
            if (rule.patterns.empty() || rule.patterns.back().pattern != pattern)
                rule.patterns.push_back({pattern, 0});
            ++rule.patterns.back().pairs;
        }
    });
    for (Rule& rule : all)
        if (!rule.patterns.empty())
            m_rules.push_back(std::move(rule));
}

TrainingSet::Classes TrainingSet::expect(const Rule& rule,
                                         const Classes& before,
                                         const Model& model,
                                         Matches& matches) {
    double all = 0;
    double persons = 0;
    double relatives = 0;
    for (const Counted& counted : rule.patterns) {
        double m = before.person;
        double r = before.relatives;
        double u = 1 - before.person - before.relatives;
        for (std::size_t i = 0; i < matches.size(); ++i) {
            const unsigned level = rule.settles[i] ? 0 : counted.pattern.at(i);
            if (level == 0)
                continue;
            const LevelEstimate& estimate = model.comparisons[i].levels[level - 1];
            m *= estimate.m;
            r *= estimate.r;
            u *= estimate.u;
        }
        const double sum = m + r + u;
        if (!(sum > 0))
            continue;
        all += counted.pairs;
        persons += counted.pairs * m / sum;
        relatives += counted.pairs * r / sum;
        for (std::size_t i = 0; i < matches.size(); ++i)
            if (const unsigned level = counted.pattern.at(i); level > 0 && !rule.settles[i])
                matches[i][level - 1] += counted.pairs * m / sum;
    }
    // A rule with few pairs keeps near where it started; none is ever sure of a class.
    const double thin = 10;
    return {std::clamp((persons + thin * 0.3) / (all + thin), 0.001, 0.98),
            std::clamp((relatives + thin * 0.1) / (all + thin), 0.001, 0.9)};
}

void TrainingSet::fit(Model& model) const {
    std::vector<Classes> classes(m_rules.size());
    for (int step = 0; step < steps; ++step) {
        Matches matches = noCounts(m_comparer);
        for (std::size_t i = 0; i < m_rules.size(); ++i) {
            classes[i] = expect(m_rules[i], classes[i], model, matches);
            const double sum = classes[i].person + classes[i].relatives;
            if (sum > 0.99) {
                classes[i].person *= 0.99 / sum;
                classes[i].relatives *= 0.99 / sum;
            }
        }
        for (std::size_t i = 0; i < matches.size(); ++i) {
            const auto starts = levelsOf(m_comparer.comparisons()[i].measure);
            const double sum = std::accumulate(matches[i].begin(), matches[i].end(), startMatches);
            for (std::size_t level = 0; level < matches[i].size(); ++level) {
                LevelEstimate& estimate = model.comparisons[i].levels[level];
                estimate.m = (matches[i][level] + startMatches * starts[level].m) / sum;
                estimate.pairs = matches[i][level];
            }
        }
        setRelatives(m_comparer, model);
    }
}

void setRelatives(const Comparer& comparer, Model& model) {
    for (std::size_t i = 0; i < model.comparisons.size(); ++i) {
        const double kin = kinship(comparer.comparisons()[i].measure);
        for (LevelEstimate& level : model.comparisons[i].levels)
            level.r = kin * level.m + (1 - kin) * level.u;
    }
}

}  // namespace linkage
