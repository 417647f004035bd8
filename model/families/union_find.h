// SPDX-License-Identifier: GPL-3.0-or-later
// Disjoint sets of numbers, joined and asked for in nearly constant time (Tarjan 1975, by path
// halving). A set's root is its smallest number, so the answer doesn't depend on the order of
// joins.
#pragma once

#include <cstdint>
#include <numeric>
#include <vector>

namespace families {

class UnionFind {
public:
    explicit UnionFind(std::size_t count) : m_parent(count) {
        std::iota(m_parent.begin(), m_parent.end(), std::uint32_t{0});
    }

    [[nodiscard]] std::uint32_t root(std::uint32_t one) {
        while (m_parent[one] != one) {
            m_parent[one] = m_parent[m_parent[one]];
            one = m_parent[one];
        }
        return one;
    }

    void join(std::uint32_t left, std::uint32_t right) {
        left = root(left);
        right = root(right);
        if (left < right)
            m_parent[right] = left;
        else
            m_parent[left] = right;
    }

private:
    std::vector<std::uint32_t> m_parent;
};

}  // namespace families
