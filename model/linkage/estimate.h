// SPDX-License-Identifier: GPL-3.0-or-later
// The model of a set of rows, without labels. u: exact counts of shared values and random pairs,
// less what likely matches among the candidates bring in. m: expectation-maximisation over the
// pairs of each blocking rule (Dempster, Laird & Rubin 1977; for linkage Winkler 1988, Larsen &
// Rubin 2001) with one m shared by all rules; a rule does not train the comparisons it settles.
// Start values act as a Dirichlet prior, so no level is ever 0 and thin data stays sane. The shares
// of matches and of relatives: the sum of their probabilities over all candidates.
#pragma once

#include "base/progress.h"
#include "linkage/blocking.h"
#include "linkage/comparer.h"
#include "linkage/model.h"
#include "linkage/training.h"

#include <cstdint>
#include <string>
#include <vector>

namespace linkage {

struct Estimated {
    Model model;
    std::vector<std::string> warnings;
};

[[nodiscard]] Model startModel(const Comparer& comparer);

// Some of the candidate pairs, chosen by what they say; each stands for `every` of them.
struct CandidateSample {
    std::vector<ProfilePair> pairs;
    double every = 1;
};

[[nodiscard]] Estimated estimate(const Comparer& comparer,
                                 const Blocking& blocking,
                                 const std::vector<std::vector<ProfilePair>>& samples,
                                 const CandidateSample& candidates,
                                 const Settings& settings,
                                 base::Progress& progress);

}  // namespace linkage
