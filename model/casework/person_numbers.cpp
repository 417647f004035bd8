// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/person_numbers.h"

#include <algorithm>
#include <tuple>
#include <unordered_set>

namespace casework {

namespace {

using records::PersonChange;
using records::PersonId;

// A group that holds rows of an earlier person.
struct Claim {
    std::int64_t shared = 0;  // rows
    PersonId earlier;
    std::uint32_t group = 0;
};

std::vector<Claim> claimsOf(const std::vector<std::uint32_t>& groups,
                            const std::vector<PersonId>& before) {
    std::vector<std::pair<std::uint32_t, PersonId>> holds;
    holds.reserve(groups.size());
    for (std::size_t row = 0; row < groups.size(); ++row)
        if (before[row])
            holds.emplace_back(groups[row], before[row]);
    std::ranges::sort(holds);
    std::vector<Claim> claims;
    for (const auto& [group, earlier] : holds) {
        if (claims.empty() || claims.back().group != group || claims.back().earlier != earlier)
            claims.push_back({0, earlier, group});
        ++claims.back().shared;
    }
    std::ranges::sort(claims, [](const Claim& a, const Claim& b) {
        return std::tuple(-a.shared, a.earlier, a.group) <
               std::tuple(-b.shared, b.earlier, b.group);
    });
    return claims;
}

}  // namespace

base::Result<std::vector<PersonId>> numberPeople(const std::vector<std::uint32_t>& groups,
                                                 const std::vector<PersonId>& before,
                                                 const FreshNumbers& freshNumbers) {
    std::vector<PersonId> ofGroup(groups.size());
    const std::vector<Claim> claims = claimsOf(groups, before);
    std::unordered_set<std::int64_t> taken(claims.size());
    for (const Claim& claim : claims)
        if (!ofGroup[claim.group] && taken.insert(claim.earlier.value).second)
            ofGroup[claim.group] = claim.earlier;
    std::vector<std::uint32_t> unnumbered;
    std::vector<bool> seen(groups.size());
    for (const std::uint32_t group : groups)
        if (!ofGroup[group] && !seen[group]) {
            seen[group] = true;
            unnumbered.push_back(group);
        }
    if (!unnumbered.empty()) {
        auto next = freshNumbers(static_cast<std::int64_t>(unnumbered.size()));
        if (!next)
            return base::fail(next.error());
        for (const std::uint32_t group : unnumbered)
            ofGroup[group] = PersonId{next->value++};
    }
    std::vector<PersonId> person;
    person.reserve(groups.size());
    for (const std::uint32_t group : groups)
        person.push_back(ofGroup[group]);
    return person;
}

std::vector<PersonChange> personChanges(const std::vector<PersonId>& person,
                                        const std::vector<PersonId>& before,
                                        const std::vector<PersonId>& left) {
    using Kind = PersonChange::Kind;
    std::unordered_set<std::int64_t> now;
    std::unordered_set<std::int64_t> earlier;
    std::unordered_set<std::int64_t> ofOld;  // people with a row that was somebody's before
    for (std::size_t row = 0; row < person.size(); ++row) {
        now.insert(person[row].value);
        if (before[row]) {
            earlier.insert(before[row].value);
            ofOld.insert(person[row].value);
        }
    }
    for (const PersonId one : left)
        earlier.insert(one.value);
    std::vector<PersonChange> changes;
    std::unordered_set<std::int64_t> moved;
    for (std::size_t row = 0; row < person.size(); ++row) {
        const PersonId was = before[row];
        if (was && was != person[row]) {
            changes.push_back(
                {was, now.contains(was.value) ? Kind::parted : Kind::joined, person[row]});
            moved.insert(was.value);
        } else if (!was && earlier.contains(person[row].value)) {
            changes.push_back({person[row], Kind::grown, {}});
        } else if (!was && !ofOld.contains(person[row].value)) {
            changes.push_back({person[row], Kind::added, {}});
        }
    }
    for (const PersonId one : left)
        if (!now.contains(one.value) && !moved.contains(one.value))
            changes.push_back({one, Kind::gone, {}});
    std::ranges::sort(changes);
    const auto twice = std::ranges::unique(changes);
    changes.erase(twice.begin(), twice.end());
    return changes;
}

}  // namespace casework
