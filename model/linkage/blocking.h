// SPDX-License-Identifier: GPL-3.0-or-later
// Which pairs of profiles are worth comparing: those that share the key of at least one rule,
// joined by sorted keys, each pair once. A key too common to compare all who share it is split by
// further columns; what is too large even then is left out with a warning. A broad rule is used
// only while the pairs it gives stay in proportion to the profiles. Which rules are used and which
// keys are split belongs to the model, so that rows added later meet just those they would have met
// before.
#pragma once

#include "base/progress.h"
#include "linkage/blocking_keys.h"
#include "linkage/run_report.h"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace linkage {

// left < right.
using ProfilePair = std::pair<std::uint32_t, std::uint32_t>;

// How a run blocks: the rules in use and, for each, the keys that are split. Borrows the keys.
class Blocking {
public:
    // As the model says; where it has no rules, as the profiles bear it.
    Blocking(const BlockingKeys& keys,
             const std::vector<BlockingRule>& rules,
             const Model* model,
             const Table& table,
             unsigned threads);

    struct Rule {
        BlockingRule rule;
        std::vector<std::uint64_t> split;  // key << 8 | the next part, sorted
    };

    [[nodiscard]] const std::vector<Rule>& rules() const { return m_rules; }

    [[nodiscard]] std::vector<RuleUse> uses() const;

    [[nodiscard]] std::vector<std::string> unused() const { return m_unused; }

    [[nodiscard]] bool kept() const { return m_kept; }

    // The keys of a profile under a rule, split ones in their finer form. False when the profile
    // has a key that can't be split any further.
    bool keysOf(const Rule& rule, std::uint32_t profile, std::vector<std::uint32_t>& out) const;

    // key << 32 | profile, sorted by key. `leftOut` counts profiles with a key left out.
    [[nodiscard]] std::vector<std::uint64_t> entriesOf(const Rule& rule,
                                                       const Table& table,
                                                       std::uint32_t& leftOut) const;

private:
    bool refine(const Rule& rule,
                std::uint32_t key,
                std::uint32_t profile,
                std::vector<std::uint32_t>& out) const;
    [[nodiscard]] bool bears(const BlockingRule& rule, const Table& table) const;
    void findSplits(Rule& rule, const Table& table) const;
    void split(Rule& rule,
               std::uint32_t key,
               unsigned from,
               std::vector<std::uint32_t> members) const;

    const BlockingKeys& m_keys;
    std::vector<Rule> m_rules;
    std::vector<std::string> m_unused;
    bool m_kept = false;
};

struct BlockedPairs {
    // left << 32 | right, sorted, each once; piece after piece of the profiles.
    std::vector<std::vector<std::uint64_t>> pieces;
    // By rule, a part of its pairs to learn from, chosen by what they say.
    std::vector<std::vector<ProfilePair>> samples;
    std::vector<RulePairs> rules;
    std::vector<BlockSize> largest;
    std::vector<std::string> warnings;

    [[nodiscard]] std::uint64_t count() const;
};

// Samples are drawn when asked for.
[[nodiscard]] BlockedPairs blockedPairs(const Table& table,
                                        const Blocking& blocking,
                                        bool sample,
                                        unsigned threads,
                                        base::Progress& progress);

}  // namespace linkage
