// SPDX-License-Identifier: GPL-3.0-or-later
// Choosing one value from what several records say: the best in quality, then the most frequent,
// then the newest. Independent of the order the values come in.
#pragma once

#include "records/source_record.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <vector>

namespace families {

// Newer records compare greater: the later delivery, then the later record of it. Numbers are given
// out in order of receipt.
using Order = std::tuple<std::int64_t, std::int64_t>;

[[nodiscard]] inline Order orderOf(const records::SourceRecord& record) {
    return {record.delivery.value, record.id.value};
}

template <class Value>
class BestValue {
public:
    // `key` says which values are the same; of those, the newest spelling is kept.
    void add(std::string key, Value value, int quality, Order order) {
        const auto [at, isNew] = m_places.try_emplace(std::move(key), m_candidates.size());
        if (isNew) {
            m_candidates.push_back({std::move(value), quality, 1, order, at->first});
            return;
        }
        Candidate& candidate = m_candidates[at->second];
        ++candidate.count;
        candidate.quality = std::max(candidate.quality, quality);
        if (order > candidate.newest) {
            candidate.newest = order;
            candidate.value = std::move(value);
        }
    }

    [[nodiscard]] bool empty() const { return m_candidates.empty(); }

    // The default value when nothing was added.
    [[nodiscard]] Value best() const {
        const Candidate* found = nullptr;
        for (const Candidate& candidate : m_candidates)
            if (found == nullptr || rank(candidate) > rank(*found))
                found = &candidate;
        return found == nullptr ? Value() : found->value;
    }

private:
    struct Candidate {
        Value value;
        int quality;
        int count;
        Order newest;
        std::string_view key;  // owned by m_places, whose nodes don't move
    };

    static auto rank(const Candidate& candidate) {
        return std::tuple(candidate.quality, candidate.count, candidate.newest, candidate.key);
    }

    std::unordered_map<std::string, std::size_t> m_places;
    std::vector<Candidate> m_candidates;
};

// A whole date before a whole 1 January, before a part of a date, before a placeholder.
[[nodiscard]] int birthDateQuality(const records::PartialDate& date);

}  // namespace families
