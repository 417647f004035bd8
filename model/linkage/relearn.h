// SPDX-License-Identifier: GPL-3.0-or-later
// m anew from pairs that people answered. u, which needs no labels, stays. The model's own m counts
// as fifty pairs (a Dirichlet prior), so a handful of answers moves it a little and a thousand
// decide. Nothing here puts a model in force: the caller shows before and after and asks.
#pragma once

#include "linkage/model.h"
#include "records/link.h"

#include <cstdint>
#include <string>
#include <vector>

namespace linkage {

struct LabelledPair {
    bool same = false;
    double standsFor = 1;  // pairs of its kind for each one asked
    // explain() of the two records: which level each comparison reaches.
    std::vector<records::LinkReason> reasons;
};

struct LevelChange {
    std::string comparison;
    std::string level;
    double mBefore = 0;
    double mAfter = 0;
    double weightBefore = 0;  // log2(m / u)
    double weightAfter = 0;
    std::uint64_t labelled = 0;  // answered pairs of one person that reach it
};

struct Relearnt {
    Model model;
    std::vector<LevelChange> changes;  // every level, in the model's order
    std::uint64_t used = 0;            // pairs of one person that m was learnt from
};

[[nodiscard]] Relearnt relearn(const Model& model, const std::vector<LabelledPair>& pairs);

constexpr double ownPairs = 50;  // what the model's own m counts for

}  // namespace linkage
