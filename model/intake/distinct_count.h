// SPDX-License-Identifier: GPL-3.0-or-later
// How many different values went by, in memory that does not grow with them: exact up to a few
// thousand, then estimated within about 1.6 in 100 (HyperLogLog, Flajolet, Fusy, Gandouet and
// Meunier 2007, 4,096 registers).
#pragma once

#include <cstdint>
#include <unordered_set>
#include <vector>

namespace intake {

class DistinctCount {
public:
    // `hash` is a well-mixed 64-bit hash of the value.
    void add(std::uint64_t hash);

    [[nodiscard]] std::int64_t count() const;

    [[nodiscard]] bool estimated() const { return !m_registers.empty(); }

private:
    void note(std::uint64_t hash);

    std::unordered_set<std::uint64_t> m_few;
    std::vector<unsigned char> m_registers;  // empty while exact
};

}  // namespace intake
