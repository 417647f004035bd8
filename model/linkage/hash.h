// SPDX-License-Identifier: GPL-3.0-or-later
// Hashes of what a row says: the same on every machine and in every run, so that orders and ties
// never depend on where a row came from, and a stored model's hashes stay good. Eight bytes at a
// time, mixed by the finaliser of SplitMix64 (Steele, Lea, Flood 2014).
#pragma once

#include <cstddef>
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
    const auto word = [text](std::size_t from, std::size_t bytes) {
        std::uint64_t value = 0;
        for (std::size_t i = 0; i < bytes; ++i)
            value |= std::uint64_t{static_cast<unsigned char>(text[from + i])} << (8 * i);
        return value;
    };
    std::uint64_t hash = 0xCBF29CE484222325U ^ text.size();
    std::size_t at = 0;
    for (; at + 8 <= text.size(); at += 8) {
        hash = (hash ^ word(at, 8)) * 0x9DDFEA08EB382D69U;
        hash ^= hash >> 32U;
    }
    return mixed(hash ^ word(at, text.size() - at));
}

[[nodiscard]] constexpr std::uint64_t joined(std::uint64_t a, std::uint64_t b) {
    return mixed(a * 0x9E3779B97F4A7C15U + b);
}

}  // namespace linkage
