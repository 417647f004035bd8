// SPDX-License-Identifier: GPL-3.0-or-later
#include "families/earlier.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_map>

namespace families {

using records::Family;
using records::Membership;
using records::PersonId;

std::size_t keepNumbers(std::vector<Family>& families, const std::vector<Family>& earlier) {
    std::unordered_map<PersonId, std::vector<std::size_t>> earlierOf;
    for (std::size_t i = 0; i < earlier.size(); ++i)
        for (const Membership& member : earlier[i].members)
            earlierOf[member.person].push_back(i);

    // fewer shared, another home, number, place: the least first
    std::vector<std::tuple<std::int64_t, bool, std::int64_t, std::size_t, std::size_t>> pairs;
    for (std::size_t i = 0; i < families.size(); ++i) {
        std::map<std::size_t, std::int64_t> shared;
        for (const Membership& member : families[i].members)
            if (const auto found = earlierOf.find(member.person); found != earlierOf.end())
                for (const std::size_t old : found->second)
                    ++shared[old];
        for (const auto& [old, count] : shared)
            pairs.emplace_back(
                -count, families[i].home != earlier[old].home, earlier[old].id.value, i, old);
    }
    std::sort(pairs.begin(), pairs.end());
    std::vector<bool> taken(earlier.size(), false);
    std::size_t kept = 0;
    for (const auto& [shared, moved, number, family, old] : pairs) {
        if (taken[old] || families[family].id)
            continue;
        families[family].id = earlier[old].id;
        taken[old] = true;
        ++kept;
    }
    return kept;
}

}  // namespace families
