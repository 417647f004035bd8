// SPDX-License-Identifier: GPL-3.0-or-later
// Hashes of what a row says: the same on every machine and in every run, so that orders and ties
// never depend on where a row came from. FNV-1a (Fowler, Noll, Vo) and the finaliser of SplitMix64
// (Steele, Lea, Flood 2014).
#pragma once

#include <cstdint>
#include <string_view>

namespace linkage {

[[nodiscard]] constexpr std::uint64_t mixed(std::uint64_t x) {
    x += 0x9E3779B97F4A7C15U;
    x = (x ^ (x >> 30U)) * 0xBF58476D1CE4E5B9U;
    x = (x ^ (x >> 27U)) * 0x94D049BB133111EBU;
    return x ^ (x >> 31U);
}

[[nodiscard]] constexpr std::uint64_t hashOf(std::string_view text) {
    std::uint64_t hash = 0xCBF29CE484222325U;
    for (const char c : text)
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
    return mixed(hash);
}

[[nodiscard]] constexpr std::uint64_t joined(std::uint64_t a, std::uint64_t b) {
    return mixed(a * 0x9E3779B97F4A7C15U + b);
}

}  // namespace linkage
