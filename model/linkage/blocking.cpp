// SPDX-License-Identifier: GPL-3.0-or-later
#include "linkage/blocking.h"

#include "linkage/hash.h"
#include "linkage/parallel.h"
#include "linkage/radix_sort.h"

#include <algorithm>
#include <array>

namespace linkage {

namespace {

constexpr std::size_t largestBlock = 400;       // 80,000 pairs
constexpr std::uint64_t broadPairs = 1;         // a broad rule may give so many pairs a profile
constexpr std::uint64_t alwaysBorne = 200'000;  // small files can bear every likely pair
constexpr std::array<Part, 5> further{
    Part::birthDate, Part::forename, Part::surname, Part::postcode, Part::home};

std::uint32_t finer(std::uint32_t key, unsigned part, std::uint64_t value) {
    return static_cast<std::uint32_t>(joined(joined(key, part + 1), value) >> 32U);
}

template <class Visit>
void eachBlock(const std::vector<std::uint64_t>& entries, Visit visit) {
    for (std::size_t from = 0; from < entries.size();) {
        std::size_t to = from + 1;
        while (to < entries.size() && (entries[to] ^ entries[from]) >> 32U == 0)
            ++to;
        visit(from, to);
        from = to;
    }
}

std::vector<std::uint64_t> wholeKeys(const BlockingKeys& keys,
                                     const BlockingRule& rule,
                                     const Table& table) {
    std::vector<std::uint64_t> entries;
    entries.reserve(table.profiles);
    for (std::uint32_t profile = 0; profile < table.profiles; ++profile)
        for (const std::uint64_t key : keys.of(rule, profile))
            entries.push_back(key << 32U | profile);
    std::vector<std::uint64_t> spare;
    radixSort(entries, spare, 32, 64);
    return entries;
}

}  // namespace

Blocking::Blocking(const BlockingKeys& keys,
                   const std::vector<BlockingRule>& rules,
                   const Model* model,
                   const Table& table,
                   unsigned threads)
    : m_keys(keys), m_kept(model != nullptr && !model->rules.empty()) {
    if (m_kept) {
        for (const BlockingRule& rule : rules) {
            const auto use = std::find_if(model->rules.begin(), model->rules.end(), [&](auto& one) {
                return one.name == rule.name;
            });
            if (use == model->rules.end())
                m_unused.push_back(rule.name);
            else
                m_rules.push_back({rule, use->split});
        }
        return;
    }
    std::vector<std::uint8_t> borne(rules.size(), 1);
    std::vector<Rule> all(rules.size());
    eachTask(threads, rules.size(), [&](std::size_t i) {
        all[i].rule = rules[i];
        borne[i] = !rules[i].broad || bears(rules[i], table) ? 1 : 0;
        if (borne[i] != 0)
            findSplits(all[i], table);
    });
    for (std::size_t i = 0; i < rules.size(); ++i)
        if (borne[i] != 0)
            m_rules.push_back(std::move(all[i]));
        else
            m_unused.push_back(rules[i].name);
}

std::vector<RuleUse> Blocking::uses() const {
    std::vector<RuleUse> uses;
    for (const Rule& rule : m_rules)
        uses.push_back({rule.rule.name, rule.split});
    return uses;
}

bool Blocking::bears(const BlockingRule& rule, const Table& table) const {
    const auto entries = wholeKeys(m_keys, rule, table);
    std::uint64_t pairs = 0;
    eachBlock(entries, [&](std::size_t from, std::size_t to) {
        pairs += std::uint64_t{to - from} * (to - from - 1) / 2;
    });
    return pairs <= std::max(alwaysBorne, broadPairs * std::uint64_t{table.profiles});
}

void Blocking::findSplits(Rule& rule, const Table& table) const {
    const auto entries = wholeKeys(m_keys, rule.rule, table);
    eachBlock(entries, [&](std::size_t from, std::size_t to) {
        if (to - from <= largestBlock)
            return;
        std::vector<std::uint32_t> members;
        for (std::size_t i = from; i < to; ++i)
            members.push_back(static_cast<std::uint32_t>(entries[i]));
        split(rule, static_cast<std::uint32_t>(entries[from] >> 32U), 0, std::move(members));
    });
    std::sort(rule.split.begin(), rule.split.end());
}

// By the first part that a good share of the members sent; the others are left to other rules.
void Blocking::split(Rule& rule,
                     std::uint32_t key,
                     unsigned from,
                     std::vector<std::uint32_t> members) const {
    for (unsigned part = from; part < further.size(); ++part) {
        std::vector<std::uint64_t> entries;
        for (const std::uint32_t profile : members)
            for (const std::uint64_t value : m_keys.of(further[part], nullptr, profile))
                entries.push_back(std::uint64_t{finer(key, part, value)} << 32U | profile);
        if (entries.size() < members.size() / 4)
            continue;
        rule.split.push_back(std::uint64_t{key} << 8U | part);
        std::vector<std::uint64_t> spare;
        radixSort(entries, spare, 32, 64);
        eachBlock(entries, [&](std::size_t begin, std::size_t end) {
            if (end - begin <= largestBlock)
                return;
            const std::vector<std::uint32_t> still(
                entries.begin() + static_cast<std::ptrdiff_t>(begin),
                entries.begin() + static_cast<std::ptrdiff_t>(end));
            split(rule, static_cast<std::uint32_t>(entries[begin] >> 32U), part + 1, still);
        });
        return;
    }
    rule.split.push_back(std::uint64_t{key} << 8U | further.size());
}

bool Blocking::refine(const Rule& rule,
                      std::uint32_t key,
                      std::uint32_t profile,
                      std::vector<std::uint32_t>& out) const {
    const auto found =
        std::lower_bound(rule.split.begin(), rule.split.end(), std::uint64_t{key} << 8U);
    if (found == rule.split.end() || *found >> 8U != key) {
        if (std::find(out.begin(), out.end(), key) == out.end())
            out.push_back(key);
        return true;
    }
    const auto part = static_cast<unsigned>(*found & 0xFFU);
    if (part >= further.size())
        return false;
    bool whole = true;
    for (const std::uint64_t value : m_keys.of(further[part], nullptr, profile))
        whole = refine(rule, finer(key, part, value), profile, out) && whole;
    return whole;
}

bool Blocking::keysOf(const Rule& rule,
                      std::uint32_t profile,
                      std::vector<std::uint32_t>& out) const {
    out.clear();
    bool whole = true;
    for (const std::uint64_t key : m_keys.of(rule.rule, profile))
        whole = refine(rule, static_cast<std::uint32_t>(key), profile, out) && whole;
    return whole;
}

std::vector<std::uint64_t> Blocking::entriesOf(const Rule& rule,
                                               const Table& table,
                                               std::uint32_t& leftOut) const {
    std::vector<std::uint64_t> entries;
    entries.reserve(table.profiles);
    std::vector<std::uint32_t> keys;
    for (std::uint32_t profile = 0; profile < table.profiles; ++profile) {
        leftOut += keysOf(rule, profile, keys) ? 0U : 1U;
        for (const std::uint32_t key : keys)
            entries.push_back(std::uint64_t{key} << 32U | profile);
    }
    std::vector<std::uint64_t> spare;
    radixSort(entries, spare, 32, 64);
    return entries;
}

}  // namespace linkage
