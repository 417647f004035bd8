// SPDX-License-Identifier: GPL-3.0-or-later
// Which pairs of profiles are worth comparing: those that share the key of at least one rule,
// joined by sorted keys, each pair once. A block too large to compare whole is split by further
// columns; what is too large even then is left out with a warning. A broad rule is used only while
// the pairs it gives stay in proportion to the profiles.
#pragma once

#include "base/progress.h"
#include "linkage/comparer.h"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace linkage {

// left < right.
using ProfilePair = std::pair<std::uint32_t, std::uint32_t>;

// What a rule's key is made of.
enum class Part {
    forename,
    forenameStart,
    forenameSound,
    surname,
    surnameStart,
    surnameSound,
    names,  // both names in either order
    birthDate,
    birthYear,
    monthAndDay,
    postcode,
    outcode,
    home,
    town,
    value,  // the column itself: identifiers, phone, e-mail, text
    emailStart
};

struct BlockingRule {
    std::string name;  // "surname, birth date"
    std::vector<Part> parts;
    const Column* column = nullptr;  // of Part::value
    bool broad = false;
    // Comparisons the rule all but settles: pairs it finds don't train those.
    std::vector<std::size_t> settles;
};

struct BlockedPairs {
    std::vector<ProfilePair> pairs;  // sorted, each once
    // By rule, a part of its pairs to learn from, chosen by what they say.
    std::vector<std::vector<ProfilePair>> samples;
    std::vector<std::string> warnings;
};

[[nodiscard]] std::vector<BlockingRule> rulesFor(const Comparer& comparer);

// The pairs of one rule, sorted, each once. `leftOut` counts profiles in blocks that were too
// large.
[[nodiscard]] std::vector<ProfilePair> pairsOf(const Table& table,
                                               const BlockingRule& rule,
                                               std::size_t& leftOut);

[[nodiscard]] BlockedPairs blockedPairs(const Table& table,
                                        const std::vector<BlockingRule>& rules,
                                        base::Progress& progress);

}  // namespace linkage
