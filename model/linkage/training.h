// SPDX-License-Identifier: GPL-3.0-or-later
// Learning m from the pairs of the blocking rules: see estimate.h.
#pragma once

#include "linkage/blocking.h"
#include "linkage/comparer.h"
#include "linkage/model.h"

#include <vector>

namespace linkage {

class TrainingSet {
public:
    // samples[i] are pairs of rules[i].
    TrainingSet(const Comparer& comparer,
                const std::vector<Blocking::Rule>& rules,
                const std::vector<std::vector<ProfilePair>>& samples,
                unsigned threads);

    // Sets m, r and the number of pairs they rest on; u stays.
    void fit(Model& model) const;

private:
    struct Counted {
        Pattern pattern;
        double pairs = 0;
    };

    struct Rule {
        std::vector<bool> settles;  // by comparison
        std::vector<Counted> patterns;
    };

    struct Classes {
        double person = 0.3;
        double relatives = 0.1;
    };

    using Matches = std::vector<std::vector<double>>;  // [comparison][level - 1]
    [[nodiscard]] static Classes expect(const Rule& rule,
                                        const Classes& before,
                                        const Model& model,
                                        Matches& matches);

    const Comparer& m_comparer;
    std::vector<Rule> m_rules;
};

// r from m and u: relatives agree as one person's records do with the measure's kinship, else as
// strangers.
void setRelatives(const Comparer& comparer, Model& model);

}  // namespace linkage
