// SPDX-License-Identifier: GPL-3.0-or-later
#include "linkage/weights.h"

#include <algorithm>
#include <cmath>

namespace linkage {

namespace {

constexpr std::uint32_t tabled = 4096;  // bearers; of commoner values it is worked out each time

}  // namespace

Weights::Weights(const Comparer& comparer, Model model)
    : m_comparer(comparer), m_model(std::move(model)) {
    const double strangers = 1 - m_model.prior - m_model.relativePrior;
    m_priorWeight = std::log2(m_model.prior / strangers);
    m_relativesOdds = m_model.relativePrior / strangers;
    for (std::size_t i = 0; i < m_model.comparisons.size(); ++i) {
        auto& levels = m_factors.emplace_back();
        for (unsigned level = 1; level <= m_model.comparisons[i].levels.size(); ++level) {
            LevelFactors& factors = levels.emplace_back();
            factors.plain = bayes(i, level, {});
            factors.kind = m_comparer.kindOfShare(i, level);
            const std::uint32_t most =
                factors.kind.sent == 0 ? 0 : std::min(tabled, factors.kind.sent + 1);
            for (std::uint32_t bearers = 0; bearers < most; ++bearers)
                factors.byBearers.push_back(
                    bayes(i, level, {bearers, factors.kind.sent, factors.kind.both}));
        }
    }
    orderComparisons();
}

void Weights::orderComparisons() {
    const auto cost = [this](std::size_t comparison) {
        switch (m_comparer.comparisons()[comparison].measure) {
            case Measure::identifier:
                return 0;
            case Measure::birthDate:
            case Measure::sex:
            case Measure::category:
            case Measure::phone:
                return 1;
            case Measure::place:
                return 4;
            case Measure::forename:
                return 2;
            default:
                return 3;
        }
    };
    for (std::size_t i = 0; i < m_factors.size(); ++i)
        m_cheapFirst.emplace_back(i, 0.0);
    std::stable_sort(m_cheapFirst.begin(), m_cheapFirst.end(), [&](const auto& a, const auto& b) {
        return cost(a.first) < cost(b.first);
    });
    double rest = 0;
    for (auto at = m_cheapFirst.rbegin(); at != m_cheapFirst.rend(); ++at) {
        at->second = rest;
        double most = 0;
        for (const LevelFactors& level : m_factors[at->first]) {
            most = std::max(most, level.plain.person);
            for (const Bayes& one : level.byBearers)
                most = std::max(most, one.person);
        }
        rest += most;
    }
}

std::optional<Verdict> Weights::verdictFrom(double least,
                                            std::uint32_t left,
                                            std::uint32_t right) const {
    Pattern pattern;
    double person = m_priorWeight;
    for (const auto& [comparison, rest] : m_cheapFirst) {
        const unsigned level = m_comparer.level(comparison, left, right);
        pattern.set(comparison, level);
        if (level == 0)
            continue;
        person += factor(comparison, level, left, right).person;
        // A little more than the sums can differ by the order in which they are added.
        if (person + rest < least - 1e-6)
            return std::nullopt;
    }
    // Summed in the comparisons' own order, as everywhere.
    const Verdict whole = verdict(evidence(pattern, left, right));
    return whole.weight < least ? std::nullopt : std::optional(whole);
}

double Weights::strangersAgree(const LevelEstimate& level, const Comparer::Share& share) const {
    if (share.sent == 0)
        return level.u;
    const double sent = share.sent;
    const double bearers = share.bearers;
    if (share.both) {
        // A person's own other records are no strangers. A rare value counts at most four bits more
        // than the usual one: names of one family or community come in pairs.
        constexpr double usual = 50;
        const double others = std::max(bearers - 1 - m_model.prior * sent, 0.0);
        const double u = (others + usual * level.u) / (sent + usual);
        return std::min(std::max(u, level.u / 16), std::max(level.u, level.m));
    }
    // Only a crowd says less: a switchboard's number, a hostel, the first of January.
    const double crowd = bearers - 6 - 8 * level.u * sent;
    return std::min(std::max(level.u, crowd / sent), std::max(level.u, level.m));
}

Weights::Bayes Weights::bayes(std::size_t comparison,
                              unsigned level,
                              const Comparer::Share& share) const {
    const LevelEstimate& estimate = m_model.comparisons[comparison].levels[level - 1];
    const double u = strangersAgree(estimate, share);
    const double kin = kinship(m_comparer.comparisons()[comparison].measure);
    const double r = std::max(estimate.r + (1 - kin) * (u - estimate.u), estimate.r / 4);
    return {std::log2(estimate.m / u), std::log2(r / u)};
}

Weights::Bayes Weights::factor(std::size_t comparison,
                               unsigned level,
                               std::uint32_t left,
                               std::uint32_t right) const {
    if (level == 0)
        return {};
    const LevelFactors& factors = m_factors[comparison][level - 1];
    if (factors.kind.sent == 0)
        return factors.plain;
    const Comparer::Share share = m_comparer.share(comparison, level, left, right);
    if (share.sent == 0)
        return factors.plain;
    return share.bearers < factors.byBearers.size() ? factors.byBearers[share.bearers]
                                                    : bayes(comparison, level, share);
}

bool Weights::tells(std::string_view field, std::uint32_t sent, std::uint32_t rows) const {
    for (std::size_t i = 0; i < m_factors.size(); ++i)
        for (unsigned level = 1; level <= m_factors[i].size(); ++level)
            if (m_comparer.fieldOfShare(i, level) == field) {
                const bool both = m_factors[i][level - 1].kind.both;
                if (bayes(i, level, {rows, sent, both}) != bayes(i, level, {1, sent, both}))
                    return true;
            }
    return false;
}

std::vector<Frequencies> Weights::tellingFrequencies() const {
    std::vector<Frequencies> all = m_comparer.frequencies();
    const std::uint32_t often = Comparer::oftenFrom(m_model.rows);
    for (Frequencies& one : all) {
        // What so many rows share tells as much in every value.
        std::vector<std::uint8_t> known;  // by rows: 0 not asked yet, 1 tells, 2 does not
        std::erase_if(one.common, [&](const ValueCount& value) {
            if (one.field == "forename" && value.rows >= often)
                return false;
            if (known.size() <= value.rows)
                known.resize(std::size_t{value.rows} + 1, 0);
            if (known[value.rows] == 0)
                known[value.rows] = tells(one.field, one.sent, value.rows) ? 1 : 2;
            return known[value.rows] == 2;
        });
    }
    return all;
}

Evidence Weights::evidence(const Pattern& pattern, std::uint32_t left, std::uint32_t right) const {
    Evidence sum;
    for (std::size_t i = 0; i < m_model.comparisons.size(); ++i) {
        const Bayes one = factor(i, pattern.at(i), left, right);
        sum.person += one.person;
        sum.relatives += one.relatives;
    }
    return sum;
}

double Weights::allowance(const Evidence& evidence) const {
    return std::log2(1 + std::exp2(evidence.relatives) * m_relativesOdds);
}

Verdict Weights::verdict(const Evidence& evidence) const {
    const double weight = m_priorWeight + evidence.person - allowance(evidence);
    return {weight, 1 / (1 + std::exp2(-weight))};
}

ClassShares Weights::shares(const Evidence& evidence) const {
    const double person = m_model.prior * std::exp2(evidence.person);
    const double relatives = m_model.relativePrior * std::exp2(evidence.relatives);
    const double all = person + relatives + 1 - m_model.prior - m_model.relativePrior;
    return {person / all, relatives / all};
}

std::vector<records::LinkReason> Weights::reasons(std::uint32_t left, std::uint32_t right) const {
    const Pattern pattern = m_comparer.compare(left, right);
    std::vector<records::LinkReason> out{{"prior", "any two records", m_priorWeight}};
    for (std::size_t i = 0; i < m_model.comparisons.size(); ++i) {
        const unsigned level = pattern.at(i);
        const ComparisonEstimate& comparison = m_model.comparisons[i];
        out.push_back({comparison.name,
                       level == 0 ? "not sent by both" : comparison.levels[level - 1].name,
                       factor(i, level, left, right).person});
    }
    out.push_back({"relatives",
                   "allowance for two people of one family",
                   -allowance(evidence(pattern, left, right))});
    return out;
}

base::Result<void> fits(const Comparer& comparer, const Model& model) {
    const auto other = [](const std::string& what) {
        return base::fail(
            base::Code::malformed, "model", "the model was made for other fields: " + what);
    };
    if (model.comparisons.size() != comparer.comparisons().size())
        return other("the number of comparisons differs");
    for (std::size_t i = 0; i < model.comparisons.size(); ++i) {
        const ComparisonEstimate& given = model.comparisons[i];
        const Comparison& own = comparer.comparisons()[i];
        if (given.name != own.name || given.levels.size() != levelsOf(own.measure).size())
            return other(own.name);
        for (const LevelEstimate& level : given.levels)
            if (!(level.m > 0) || !(level.u > 0) || !(level.r > 0))
                return other(own.name + " has a share that is not above 0");
    }
    if (!(model.prior > 0) || !(model.relativePrior > 0) || model.prior + model.relativePrior >= 1)
        return other("the priors are not between 0 and 1");
    return {};
}

}  // namespace linkage
