// SPDX-License-Identifier: GPL-3.0-or-later
// Least-significant-digit radix sort of 64-bit words by some of their bits: stable, and several
// times quicker than comparing where there are many.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace linkage {

// By bits [from, to). `spare` is scratch space that can be used again.
inline void radixSort(std::vector<std::uint64_t>& words,
                      std::vector<std::uint64_t>& spare,
                      unsigned from,
                      unsigned to) {
    constexpr unsigned digit = 11;
    if (words.size() < 256) {
        const std::uint64_t mask = to >= 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << to) - 1;
        std::stable_sort(words.begin(), words.end(), [=](std::uint64_t a, std::uint64_t b) {
            return (a & mask) >> from < (b & mask) >> from;
        });
        return;
    }
    spare.resize(words.size());
    for (unsigned low = from; low < to; low += digit) {
        const std::uint64_t mask = (std::uint64_t{1} << std::min(digit, to - low)) - 1;
        std::array<std::uint32_t, (1U << digit) + 1> starts{};
        for (const std::uint64_t word : words)
            ++starts[(word >> low & mask) + 1];
        for (std::size_t i = 1; i < starts.size(); ++i)
            starts[i] += starts[i - 1];
        std::uint64_t* const out = spare.data();
        for (const std::uint64_t word : words)
            out[starts[word >> low & mask]++] = word;
        words.swap(spare);
    }
}

}  // namespace linkage
