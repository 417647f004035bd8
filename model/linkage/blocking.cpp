// SPDX-License-Identifier: GPL-3.0-or-later
#include "linkage/blocking.h"

#include "base/text.h"
#include "linkage/blocking_keys.h"
#include "linkage/hash.h"

#include <algorithm>
#include <array>

namespace linkage {

namespace {

constexpr std::size_t largestBlock = 400;  // 80,000 pairs
constexpr std::size_t broadPairs = 10;     // a broad rule may give so many pairs a profile
constexpr std::size_t sampleSize = 40'000;

struct Entry {
    std::uint64_t key = 0;
    std::uint32_t profile = 0;

    friend auto operator<=>(const Entry&, const Entry&) = default;
};

using Entries = std::vector<Entry>;

void appendKeys(const Table& table, const BlockingRule& rule, std::uint32_t profile, Entries& out) {
    std::vector<std::uint64_t> keys{1};
    for (const Part part : rule.parts) {
        std::vector<std::uint64_t> longer;
        for (const std::uint64_t key : partKeys(table, part, rule.column, profile))
            for (const std::uint64_t before : keys)
                longer.push_back(joined(before, key));
        keys = std::move(longer);
    }
    for (const std::uint64_t key : keys)
        out.push_back({key, profile});
}

Entries entriesOf(const Table& table, const BlockingRule& rule) {
    Entries entries;
    entries.reserve(table.profiles);
    for (std::uint32_t profile = 0; profile < table.profiles; ++profile)
        appendKeys(table, rule, profile, entries);
    std::sort(entries.begin(), entries.end());
    return entries;
}

template <class Visit>
void eachBlock(const Entries& entries, Visit visit) {
    for (std::size_t from = 0; from < entries.size();) {
        std::size_t to = from + 1;
        while (to < entries.size() && entries[to].key == entries[from].key)
            ++to;
        if (to - from > 1)
            visit(from, to);
        from = to;
    }
}

void pairUp(const Entries& entries,
            std::size_t from,
            std::size_t to,
            std::vector<ProfilePair>& pairs) {
    for (std::size_t i = from; i < to; ++i)
        for (std::size_t j = i + 1; j < to; ++j)
            pairs.emplace_back(entries[i].profile, entries[j].profile);
}

// By the first column that parts it; profiles that sent nothing there are left to other rules.
void splitBlock(const Table& table,
                Entries block,
                std::size_t depth,
                std::vector<ProfilePair>& pairs,
                std::size_t& leftOut) {
    constexpr std::array<Part, 5> further{
        Part::birthDate, Part::forename, Part::surname, Part::postcode, Part::home};
    if (depth == further.size()) {
        leftOut += block.size();
        return;
    }
    Entries finer;
    for (const Entry& entry : block)
        for (const std::uint64_t key : partKeys(table, further[depth], nullptr, entry.profile))
            finer.push_back({joined(entry.key, key), entry.profile});
    if (finer.size() < block.size() / 4) {
        splitBlock(table, std::move(block), depth + 1, pairs, leftOut);
        return;
    }
    std::sort(finer.begin(), finer.end());
    eachBlock(finer, [&](std::size_t from, std::size_t to) {
        if (to - from <= largestBlock)
            pairUp(finer, from, to, pairs);
        else
            splitBlock(table,
                       Entries(finer.begin() + static_cast<std::ptrdiff_t>(from),
                               finer.begin() + static_cast<std::ptrdiff_t>(to)),
                       depth + 1,
                       pairs,
                       leftOut);
    });
}

bool outOfProportion(const Table& table, const Entries& entries) {
    std::uint64_t pairs = 0;
    eachBlock(entries, [&](std::size_t from, std::size_t to) {
        pairs += std::uint64_t{to - from} * (to - from - 1) / 2;
    });
    // Small files can bear more: there every likely pair is worth a look.
    return pairs > std::max<std::uint64_t>(200'000, broadPairs * std::uint64_t{table.profiles});
}

std::vector<ProfilePair> sampleOf(const Table& table, const std::vector<ProfilePair>& pairs) {
    const std::size_t every = pairs.size() / sampleSize + 1;
    std::vector<ProfilePair> sample;
    for (const auto& [left, right] : pairs)
        if (mixed(table.profileHash[left] ^ table.profileHash[right]) % every == 0)
            sample.emplace_back(left, right);
    return sample;
}

void makeUnique(std::vector<ProfilePair>& pairs) {
    std::sort(pairs.begin(), pairs.end());
    pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
}

}  // namespace

std::vector<ProfilePair> pairsOf(const Table& table,
                                 const BlockingRule& rule,
                                 std::size_t& leftOut) {
    std::vector<ProfilePair> pairs;
    const Entries entries = entriesOf(table, rule);
    if (rule.broad && outOfProportion(table, entries))
        return pairs;
    eachBlock(entries, [&](std::size_t from, std::size_t to) {
        if (to - from <= largestBlock)
            pairUp(entries, from, to, pairs);
        else
            splitBlock(table,
                       Entries(entries.begin() + static_cast<std::ptrdiff_t>(from),
                               entries.begin() + static_cast<std::ptrdiff_t>(to)),
                       0,
                       pairs,
                       leftOut);
    });
    // A profile stands twice in a block when two of its keys fall together.
    std::erase_if(pairs, [](const ProfilePair& pair) { return pair.first == pair.second; });
    makeUnique(pairs);
    return pairs;
}

BlockedPairs blockedPairs(const Table& table,
                          const std::vector<BlockingRule>& rules,
                          base::Progress& progress) {
    BlockedPairs out;
    for (std::size_t i = 0; i < rules.size() && !progress.cancelled(); ++i) {
        progress.step("finding pairs to compare", i, rules.size());
        std::size_t leftOut = 0;
        const auto pairs = pairsOf(table, rules[i], leftOut);
        out.samples.push_back(sampleOf(table, pairs));
        const auto middle = static_cast<std::ptrdiff_t>(out.pairs.size());
        out.pairs.insert(out.pairs.end(), pairs.begin(), pairs.end());
        std::inplace_merge(out.pairs.begin(), out.pairs.begin() + middle, out.pairs.end());
        out.pairs.erase(std::unique(out.pairs.begin(), out.pairs.end()), out.pairs.end());
        if (leftOut > 0)
            out.warnings.push_back(base::counted(leftOut, "record shares", "records share") +
                                   " one value of " + rules[i].name +
                                   " with too many others: that rule did not compare them");
    }
    return out;
}

}  // namespace linkage
