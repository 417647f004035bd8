// SPDX-License-Identifier: GPL-3.0-or-later
// What the engine believes about the data before it looks at a pair: the share of all pairs that
// are one person, the share that are two relatives, and for every level of every comparison how
// often it is seen among pairs of one person (m), of relatives (r) and of unrelated people (u).
// Estimated by link() or given by the caller; a plain value that can be kept and shown.
#pragma once

#include "base/json.h"
#include "base/result.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace linkage {

struct LevelEstimate {
    std::string name;  // "same", "one letter differs"; a stable word list, not translated here
    double m = 0;      // P(level | one person)
    double u = 0;      // P(level | unrelated people)
    double r = 0;      // P(level | two people of one family)
    double pairs = 0;  // how many pairs of one person m rests on; 0 = the shipped start value

    friend bool operator==(const LevelEstimate&, const LevelEstimate&) = default;
};

struct ComparisonEstimate {
    std::string name;                   // "forename", "place", "text:suburb"
    std::vector<LevelEstimate> levels;  // without "not sent", which is always neutral

    friend bool operator==(const ComparisonEstimate&, const ComparisonEstimate&) = default;
};

// How common a value is, by its hash: a common surname says less than a rare one.
struct ValueCount {
    std::uint64_t hash = 0;
    std::uint32_t rows = 0;

    friend bool operator==(const ValueCount&, const ValueCount&) = default;
};

struct Frequencies {
    std::string field;               // "forename", "home", "text:suburb"
    std::uint32_t sent = 0;          // different rows that sent it
    std::vector<ValueCount> common;  // sorted by hash; rare values, which need no entry, left out
    bool withheld = false;           // not told: taken from the rows the model is used on

    friend bool operator==(const Frequencies&, const Frequencies&) = default;
};

// A blocking rule in use, with the keys too common to compare all who share them.
struct RuleUse {
    std::string name;                  // "surname, birth date"
    std::vector<std::uint64_t> split;  // sorted

    friend bool operator==(const RuleUse&, const RuleUse&) = default;
};

// A model without frequencies, without some of them, or without rules takes them from the rows it
// is used on.
struct Model {
    double prior = 0;          // P(one person) of a random pair
    double relativePrior = 0;  // P(two people of one family) of a random pair
    std::vector<ComparisonEstimate> comparisons;
    std::uint32_t rows = 0;  // different rows it was estimated from; 0 = not told
    std::vector<Frequencies> frequencies;
    std::vector<RuleUse> rules;
    bool ukPostcodes = true;  // false: compared as any code

    friend bool operator==(const Model&, const Model&) = default;
};

// Whether it holds all that rows added later need: rules, and how common values are.
[[nodiscard]] bool isWhole(const Model& model);

// The model as it may leave: how common each identifier, phone number, e-mail address and home is
// is withheld, since a number is found from its hash by trying all numbers. Of names, dates and
// postcodes the hashes of the common ones stand.
[[nodiscard]] Model withoutTraces(Model model);

[[nodiscard]] base::Json toJson(const Model& model);

// Fails with malformed when a share is missing or outside 0 to 1. `place` names the file in errors.
[[nodiscard]] base::Result<Model> modelFromJson(const base::Json& json, std::string_view place);

}  // namespace linkage
