// SPDX-License-Identifier: GPL-3.0-or-later
// How right the links are, from a random sample of pairs that a person answered without seeing the
// weight. The pairs are sampled by band of weight (strata), so each answer stands for many. The
// interval of a share is Jeffreys' (Brown, Cai & DasGupta 2001, "Interval estimation for a binomial
// proportion", Statistical Science 16), of a sum over strata the same posteriors taken together;
// pairs that were answered are known and have no uncertainty. Which bands get how many pairs:
// Neyman's allocation (Cochran 1977, "Sampling Techniques", 5.5), with the model's own
// probabilities as the guess.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace linkage {

struct Interval {
    double low = 0;
    double high = 1;
};

// Of `right` in `all` trials; 95 % unless told. All of all reaches 1, none of all 0.
[[nodiscard]] Interval jeffreys(std::uint64_t right, std::uint64_t all, double confidence = 0.95);

// A band of pairs and what was answered of its sample.
struct StratumAnswers {
    bool linked = false;      // the engine made these pairs one person
    std::uint64_t pairs = 0;  // how many there are
    std::uint64_t same = 0;   // sampled, and one person
    std::uint64_t different = 0;
};

struct Accuracy {
    std::uint64_t answered = 0;
    double precision = 0;  // of linked pairs, the share that is one person
    Interval precisionInterval;
    // Of the pairs of one person among all pairs in the bands, the share that is linked. What no
    // blocking rule brought together, or fell below the review line, isn't among them.
    double recall = 0;
    Interval recallInterval;
};

// A band nothing was answered of widens the interval as it must, and counts as half right.
[[nodiscard]] Accuracy accuracyOf(const std::vector<StratumAnswers>& strata);

struct StratumSize {
    std::uint64_t pairs = 0;
    double meanProbability = 0.5;
};

// How many pairs of each band to ask: `total` together, or all there are; at least three of a band.
[[nodiscard]] std::vector<std::size_t> sampleSizes(const std::vector<StratumSize>& strata,
                                                   std::size_t total);

}  // namespace linkage
