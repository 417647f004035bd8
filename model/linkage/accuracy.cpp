// SPDX-License-Identifier: GPL-3.0-or-later
#include "linkage/accuracy.h"

#include <boost/math/special_functions/beta.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace linkage {

namespace {

// Errors give a value, never an exception.
using Calm = boost::math::policies::policy<
    boost::math::policies::domain_error<boost::math::policies::ignore_error>,
    boost::math::policies::overflow_error<boost::math::policies::ignore_error>,
    boost::math::policies::evaluation_error<boost::math::policies::ignore_error>>;

double betaQuantile(double right, double wrong, double at) {
    return boost::math::ibeta_inv(right + 0.5, wrong + 0.5, at, Calm());
}

constexpr std::size_t draws = 2048;
constexpr std::array<std::size_t, 12> primes{2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37};

// Halton's sequence: even cover of the unit cube without a random number.
double halton(std::size_t index, std::size_t base) {
    double fraction = 1;
    double value = 0;
    for (std::size_t rest = index + 1; rest > 0; rest /= base) {
        fraction /= static_cast<double>(base);
        value += fraction * static_cast<double>(rest % base);
    }
    return value;
}

struct Totals {
    double linkedSame = 0;
    double linked = 0;
    double missed = 0;

    [[nodiscard]] double precision() const { return linked > 0 ? linkedSame / linked : 0; }

    [[nodiscard]] double recall() const {
        const double all = linkedSame + missed;
        return all > 0 ? linkedSame / all : 0;
    }
};

// `share` gives the share of one person among a band's unanswered pairs.
template <class Share>
Totals totalsOf(const std::vector<StratumAnswers>& strata, Share share) {
    Totals totals;
    for (std::size_t i = 0; i < strata.size(); ++i) {
        const StratumAnswers& band = strata[i];
        const std::uint64_t asked = band.same + band.different;
        const auto pairs = static_cast<double>(std::max(band.pairs, asked));
        const double same =
            static_cast<double>(band.same) + (pairs - static_cast<double>(asked)) * share(i);
        if (band.linked) {
            totals.linked += pairs;
            totals.linkedSame += same;
        } else {
            totals.missed += same;
        }
    }
    return totals;
}

Interval middle(std::vector<double> values, double point) {
    std::sort(values.begin(), values.end());
    const auto at = [&](double share) {
        return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1))];
    };
    return {std::min(at(0.025), point), std::max(at(0.975), point)};
}

}  // namespace

Interval jeffreys(std::uint64_t right, std::uint64_t all, double confidence) {
    const auto yes = static_cast<double>(right);
    const auto no = static_cast<double>(all - right);
    const double tail = (1 - confidence) / 2;
    return {right == 0 ? 0 : betaQuantile(yes, no, tail),
            right == all ? 1 : betaQuantile(yes, no, 1 - tail)};
}

Accuracy accuracyOf(const std::vector<StratumAnswers>& strata) {
    Accuracy out;
    for (const StratumAnswers& band : strata)
        out.answered += band.same + band.different;
    const Totals point = totalsOf(strata, [&](std::size_t i) {
        const auto asked = static_cast<double>(strata[i].same + strata[i].different);
        return asked > 0 ? static_cast<double>(strata[i].same) / asked : 0.5;
    });
    out.precision = point.precision();
    out.recall = point.recall();
    std::vector<double> precisions;
    std::vector<double> recalls;
    for (std::size_t draw = 0; draw < draws; ++draw) {
        const Totals drawn = totalsOf(strata, [&](std::size_t i) {
            return betaQuantile(static_cast<double>(strata[i].same),
                                static_cast<double>(strata[i].different),
                                halton(draw, primes[i % primes.size()]));
        });
        precisions.push_back(drawn.precision());
        recalls.push_back(drawn.recall());
    }
    out.precisionInterval = middle(std::move(precisions), out.precision);
    out.recallInterval = middle(std::move(recalls), out.recall);
    return out;
}

std::vector<std::size_t> sampleSizes(const std::vector<StratumSize>& strata, std::size_t total) {
    constexpr std::size_t least = 3;
    std::vector<double> spread;
    double all = 0;
    for (const StratumSize& band : strata) {
        // A band the model is sure of may still be wrong: never less than one in a hundred.
        const double share = std::clamp(band.meanProbability, 0.01, 0.99);
        spread.push_back(static_cast<double>(band.pairs) * std::sqrt(share * (1 - share)));
        all += spread.back();
    }
    std::vector<std::size_t> sizes;
    std::size_t used = 0;
    for (const StratumSize& band : strata) {
        sizes.push_back(std::min<std::size_t>(band.pairs, least));
        used += sizes.back();
    }
    const double left = static_cast<double>(total > used ? total - used : 0);
    for (std::size_t i = 0; i < strata.size(); ++i) {
        const double own = all > 0 ? left * spread[i] / all : 0;
        sizes[i] = std::min<std::size_t>(strata[i].pairs,
                                         sizes[i] + static_cast<std::size_t>(std::floor(own)));
        used = 0;
        for (const std::size_t size : sizes)
            used += size;
    }
    // What rounding and small bands left over goes where the most pairs are still unasked.
    for (; used < total; ++used) {
        std::size_t best = strata.size();
        for (std::size_t i = 0; i < strata.size(); ++i)
            if (sizes[i] < strata[i].pairs &&
                (best == strata.size() ||
                 strata[i].pairs - sizes[i] > strata[best].pairs - sizes[best]))
                best = i;
        if (best == strata.size())
            break;
        ++sizes[best];
    }
    return sizes;
}

}  // namespace linkage
