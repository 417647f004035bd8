// SPDX-License-Identifier: GPL-3.0-or-later
// Which rows are the same person. Plain values in, a partition of the rows out, each link with its
// weight, each doubt with its why. Three outcomes: linked, doubtful, apart. Rules of what can't be
// (two NHS numbers, twins, father and son of one name) beat any weight, and a person's own decision
// beats everything. The same rows in any order give the same people and weights. Method: Fellegi &
// Sunter (1969), "A theory for record linkage", JASA 64; Winkler (1990) string comparators; a third
// class for relatives after Larsen & Rubin (2001), "Iterative automated record linkage using
// mixture models", JASA 96, so that a shared home never counts as evidence twice.
//
// With a given model, whether two rows tie and how strongly depends on these two rows and the model
// alone. So what is linked already can be added to: see increment.h.
#pragma once

#include "base/progress.h"
#include "base/result.h"
#include "linkage/model.h"
#include "linkage/rows.h"
#include "linkage/run_report.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace linkage {

// What a person said of two rows. Always wins.
struct Decision {
    std::uint32_t left = 0;
    std::uint32_t right = 0;
    bool same = false;
};

struct Input {
    Rows rows;
    // No two rows of one source are one person. Then rows left over may be linked below the link
    // probability, since whoever has a partner is out of the question: see leftovers.h.
    bool onePerSource = false;
    std::vector<Decision> decisions;
};

struct Settings {
    double linkProbability = 0.95;    // at or above: linked
    double reviewProbability = 0.20;  // at or above: doubtful
    unsigned threads = 2;
    std::optional<Model> model;  // given: used as it is; otherwise estimated from the rows
    std::uint64_t seed = 1;      // of the random pairs
    bool listPairs = true;       // fill Output::pairs
};

// Strongest first: what a person said, what a source says for certain, what the weights say.
enum class TieKind : std::uint8_t { decision, ownNumber, weight };

// Why a row is in its person: the row of the same person it was tied to, and how strongly. The
// reasons, bar by bar, are made of the two rows and the model when someone asks: explain.h.
struct RowLink {
    std::uint32_t row = 0;
    std::uint32_t against = 0;
    TieKind kind = TieKind::weight;
    double weight = 0;  // log2 odds
    double probability = 0;
};

struct RowDoubt {
    std::uint32_t left = 0;  // left < right
    std::uint32_t right = 0;
    TieKind kind = TieKind::weight;
    double weight = 0;
    double probability = 0;
    std::string why;  // "weight between the thresholds", "different NHS numbers"; never a value
};

// A pair that was compared and is at least doubtful by its weight.
struct ScoredPair {
    std::uint32_t left = 0;  // left < right
    std::uint32_t right = 0;
    double weight = 0;
    double probability = 0;
};

struct Output {
    std::vector<std::uint32_t> person;  // of each row: the smallest row of its person
    // Of each row: the smallest row of all that hang together by ties at least doubtful, whether
    // they were honoured or not. Nothing outside a component has a say in who its people are.
    std::vector<std::uint32_t> component;
    std::vector<RowLink> links;     // sorted by row; every row but one of each person has one
    std::vector<RowDoubt> doubts;   // strongest first
    std::vector<ScoredPair> pairs;  // sorted by left, right; empty unless Settings::listPairs
    Model model;
    std::uint64_t candidatePairs = 0;
    std::uint64_t scoredPairs = 0;  // of different rows, at least doubtful by weight
    RunReport report;
    std::vector<PhaseTime> phases;
    std::vector<std::string> warnings;  // in words, without values
};

// Fails with malformed (fields of unequal length or given twice, a decision about a row that isn't
// there, two decisions that contradict each other, a model for other fields) and cancelled.
[[nodiscard]] base::Result<Output> link(Input input,
                                        const Settings& settings,
                                        base::Progress& progress);

}  // namespace linkage
