// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/distinct_count.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace intake {

namespace {

constexpr std::size_t mostExact = 4096;
constexpr int indexBits = 12;
constexpr std::size_t registers = std::size_t{1} << indexBits;
// The paper's bias correction for 4,096 registers.
constexpr double alpha = 0.7213 / (1 + 1.079 / static_cast<double>(registers));

}  // namespace

void DistinctCount::add(std::uint64_t hash) {
    if (estimated()) {
        note(hash);
        return;
    }
    m_few.insert(hash);
    if (m_few.size() <= mostExact)
        return;
    m_registers.assign(registers, 0);
    for (const std::uint64_t each : m_few)
        note(each);
    m_few.clear();
}

// The register is the hash's first bits; it keeps the longest run of zeros that follows.
void DistinctCount::note(std::uint64_t hash) {
    const std::size_t at = hash >> (64 - indexBits);
    const int zeros = std::min(std::countl_zero(hash << indexBits), 64 - indexBits);
    m_registers[at] = std::max(m_registers[at], static_cast<unsigned char>(zeros + 1));
}

std::int64_t DistinctCount::count() const {
    if (!estimated())
        return static_cast<std::int64_t>(m_few.size());
    double sum = 0;
    std::size_t empty = 0;
    for (const unsigned char each : m_registers) {
        sum += std::ldexp(1.0, -each);
        empty += each == 0 ? 1 : 0;
    }
    const double size = static_cast<double>(registers);
    const double estimate = alpha * size * size / sum;
    // Linear counting while registers are empty, as the paper has it.
    if (estimate <= 2.5 * size && empty > 0)
        return std::llround(size * std::log(size / static_cast<double>(empty)));
    return std::llround(estimate);
}

}  // namespace intake
