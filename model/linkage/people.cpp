// SPDX-License-Identifier: GPL-3.0-or-later
#include "linkage/people.h"

#include "linkage/group.h"
#include "linkage/leftovers.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <unordered_set>

namespace linkage {

namespace {

void numberPeople(Groups& groups, std::vector<std::uint32_t>& person) {
    std::vector<std::uint32_t> smallest(person.size(), 0xFFFFFFFFU);
    for (std::uint32_t row = 0; row < person.size(); ++row) {
        std::uint32_t& first = smallest[groups.rootOf(row)];
        first = std::min(first, row);
        person[row] = first;
    }
}

// Rows that hang together by any ties, honoured or not.
std::vector<std::uint32_t> componentsOf(const std::vector<Tie>& ties,
                                        const Input& input,
                                        std::size_t rows) {
    std::vector<std::uint32_t> parent(rows);
    std::iota(parent.begin(), parent.end(), 0U);
    const auto root = [&](std::uint32_t row) {
        while (parent[row] != row)
            row = parent[row] = parent[parent[row]];
        return row;
    };
    const auto join = [&](std::uint32_t left, std::uint32_t right) {
        const std::uint32_t a = root(left);
        const std::uint32_t b = root(right);
        parent[std::max(a, b)] = std::min(a, b);
    };
    for (const Tie& tie : ties)
        join(tie.left, tie.right);
    for (const Decision& decision : input.decisions)
        join(decision.left, decision.right);
    for (std::uint32_t row = 0; row < rows; ++row)
        parent[row] = root(row);
    return parent;
}

// One question for two people, the strongest, and none within one person.
std::vector<RefusedTie> distinct(const std::vector<RefusedTie>& refused, const People& people) {
    std::vector<RefusedTie> out;
    std::unordered_set<std::uint64_t> asked;
    for (const RefusedTie& one : refused) {
        const std::uint32_t a = people.person[one.tie.left];
        const std::uint32_t b = people.person[one.tie.right];
        const std::uint64_t key =
            std::uint64_t{std::min(a, b)} << 32U | std::uint64_t{std::max(a, b)};
        if (a != b && asked.insert(key).second)
            out.push_back(one);
    }
    return out;
}

// Links the pairs of leftovers that are likely enough for leftovers.
void joinLeftovers(const Table& table,
                   Groups& groups,
                   double linkProbability,
                   double prior,
                   const std::vector<Tie>& weak,
                   std::vector<Tie>& forest) {
    const double bonus = leftoverBonus(table, groups, weak, prior);
    for (const Tie& tie : weak)
        if (1 / (1 + std::exp2(-tie.weight - bonus)) >= linkProbability &&
            groups.isAlone(tie.left) && groups.isAlone(tie.right)) {
            const std::uint32_t left = groups.rootOf(tie.left);
            const std::uint32_t right = groups.rootOf(tie.right);
            if (left == right || !groups.conflict(left, right).empty())
                continue;
            groups.join(left, right);
            forest.push_back(tie);
        }
}

}  // namespace

People formPeople(const Table& table,
                  const Input& input,
                  const CertainNo& certainNo,
                  const std::vector<Tie>& ties,
                  double linkProbability,
                  double prior) {
    Groups groups(table, input, certainNo);
    People people;
    people.person.resize(table.profileOf.size());
    std::vector<RefusedTie> refused;
    std::vector<Tie> weak;
    for (const Tie& tie : ties) {
        const std::uint32_t left = groups.rootOf(tie.left);
        const std::uint32_t right = groups.rootOf(tie.right);
        if (left == right)
            continue;
        if (tie.probability < linkProbability) {
            weak.push_back(tie);
            continue;
        }
        const std::string_view why = tie.kind == TieKind::weight
                                         ? groups.conflict(left, right)
                                         : groups.decidedDifferent(left, right);
        if (why.empty()) {
            groups.join(left, right);
            people.forest.push_back(tie);
        } else {
            refused.push_back({tie, why});
        }
    }
    if (input.onePerSource)
        joinLeftovers(table, groups, linkProbability, prior, weak, people.forest);
    // What can't be is no question, and a person has answered already.
    for (const Tie& tie : weak) {
        const std::uint32_t left = groups.rootOf(tie.left);
        const std::uint32_t right = groups.rootOf(tie.right);
        if (left != right && groups.conflict(left, right).empty())
            refused.push_back({tie, "weight between the thresholds"});
    }
    std::erase_if(refused, [&](const RefusedTie& one) {
        return !groups.decidedDifferent(groups.rootOf(one.tie.left), groups.rootOf(one.tie.right))
                    .empty();
    });
    numberPeople(groups, people.person);
    people.component = componentsOf(ties, input, people.person.size());
    people.doubts = distinct(refused, people);
    return people;
}

}  // namespace linkage
