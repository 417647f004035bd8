// SPDX-License-Identifier: GPL-3.0-or-later
// What a pattern of levels is worth under a model. Three stories can explain a pair: one person,
// two relatives, two strangers. The weight is log2 of the odds of the first against the other two;
// since a relative explains a shared home, surname and phone as well as one person does, these
// never add up to a link by themselves. Common values (term frequency, Winkler 2000) speak less
// than rare ones.
#pragma once

#include "base/result.h"
#include "linkage/comparer.h"
#include "linkage/model.h"
#include "records/link.h"

#include <optional>
#include <utility>
#include <vector>

namespace linkage {

// log2 of P(pattern | one person or relatives) / P(pattern | strangers).
struct Evidence {
    double person = 0;
    double relatives = 0;
};

struct Verdict {
    double weight = 0;  // log2 odds that it is one person
    double probability = 0;
};

struct ClassShares {
    double person = 0;
    double relatives = 0;
};

class Weights {
public:
    // The model must have the comparer's comparisons and levels (see fits()).
    Weights(const Comparer& comparer, Model model);

    [[nodiscard]] Evidence evidence(const Pattern& pattern,
                                    std::uint32_t left,
                                    std::uint32_t right) const;
    [[nodiscard]] Verdict verdict(const Evidence& evidence) const;
    // The verdict on a pair, compared only as far as it can still reach the weight; none when it
    // can't.
    [[nodiscard]] std::optional<Verdict> verdictFrom(double least,
                                                     std::uint32_t left,
                                                     std::uint32_t right) const;
    // P(one person) and P(relatives) of a pair.
    [[nodiscard]] ClassShares shares(const Evidence& evidence) const;
    // The waterfall: prior, each comparison, the allowance for relatives. Adds up to the weight.
    [[nodiscard]] std::vector<records::LinkReason> reasons(std::uint32_t left,
                                                           std::uint32_t right) const;

    [[nodiscard]] const Model& model() const { return m_model; }

    [[nodiscard]] const Table& table() const { return m_comparer.table(); }

    // The comparer's frequencies, without the values so rare that leaving them out changes no
    // weight.
    [[nodiscard]] std::vector<Frequencies> tellingFrequencies() const;

private:
    struct Bayes {
        double person = 0;
        double relatives = 0;

        friend bool operator==(const Bayes&, const Bayes&) = default;
    };

    // Of one level: what it says when the value's frequency does not matter, and by how many
    // profiles share the value.
    struct LevelFactors {
        Bayes plain;
        Comparer::Share kind;
        std::vector<Bayes> byBearers;
    };

    [[nodiscard]] Bayes factor(std::size_t comparison,
                               unsigned level,
                               std::uint32_t left,
                               std::uint32_t right) const;
    [[nodiscard]] Bayes bayes(std::size_t comparison,
                              unsigned level,
                              const Comparer::Share& share) const;
    [[nodiscard]] double strangersAgree(const LevelEstimate& level,
                                        const Comparer::Share& share) const;
    [[nodiscard]] bool tells(std::string_view field, std::uint32_t sent, std::uint32_t rows) const;
    void orderComparisons();
    [[nodiscard]] double allowance(const Evidence& evidence) const;

    const Comparer& m_comparer;
    Model m_model;
    double m_priorWeight = 0;    // log2 odds of one person before anything is compared
    double m_relativesOdds = 0;  // of relatives against strangers
    std::vector<std::vector<LevelFactors>> m_factors;  // [comparison][level - 1]
    // The comparisons, cheap ones first, each with the most that those after it can speak for one
    // person.
    std::vector<std::pair<std::size_t, double>> m_cheapFirst;
};

// Fails with malformed, naming the comparison, when the model was made for other fields.
[[nodiscard]] base::Result<void> fits(const Comparer& comparer, const Model& model);

}  // namespace linkage
