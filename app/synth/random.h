// SPDX-License-Identifier: GPL-3.0-or-later
// Random numbers that are the same everywhere: xoshiro256** (Blackman and Vigna, 2018) seeded by
// splitmix64, and distributions of our own, because the standard library's differ between makers.
#pragma once

#include <array>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <span>

namespace synth {

// A well-mixed value of two numbers; for seeds and stable choices (Steele et al., splitmix64).
[[nodiscard]] constexpr std::uint64_t mixed(std::uint64_t a, std::uint64_t b = 0) {
    std::uint64_t z = a + 0x9e3779b97f4a7c15U * (b + 1);
    z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
    z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
    return z ^ (z >> 31U);
}

class Random {
public:
    explicit Random(std::uint64_t seed);

    [[nodiscard]] std::uint64_t next();
    [[nodiscard]] std::size_t below(std::size_t count);  // 0 .. count-1; count > 0
    [[nodiscard]] int between(int least, int most);      // both included
    [[nodiscard]] bool chance(double probability);       // in [0, 1]

    template <class T, std::size_t N>
    [[nodiscard]] const T& pick(const std::array<T, N>& from) {
        return from[below(N)];
    }

    template <class T>
    [[nodiscard]] const T& pick(std::span<const T> from) {
        assert(!from.empty());
        return from[below(from.size())];
    }

    // An index, each as likely as its weight says.
    template <std::size_t N>
    [[nodiscard]] std::size_t weighted(const std::array<int, N>& weights) {
        int total = 0;
        for (const int weight : weights)
            total += weight;
        int left = between(0, total - 1);
        std::size_t index = 0;
        while (left >= weights[index])
            left -= weights[index++];
        return index;
    }

private:
    std::array<std::uint64_t, 4> m_state{};
};

}  // namespace synth
