// SPDX-License-Identifier: GPL-3.0-or-later
#include "linkage/jaro_winkler.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace linkage {

namespace {

constexpr std::size_t longest = 64;  // names are cut there: more letters say nothing new

struct Letters {
    std::array<char32_t, longest> at;
    std::size_t count = 0;
};

std::size_t sequenceLength(std::string_view text, std::size_t from) {
    const auto lead = static_cast<unsigned char>(text[from]);
    const std::size_t wanted = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    std::size_t got = 1;
    while (got < wanted && from + got < text.size() &&
           (static_cast<unsigned char>(text[from + got]) & 0xC0U) == 0x80U)
        ++got;
    return got;
}

Letters lettersOf(std::string_view text) {
    Letters letters;
    for (std::size_t i = 0; i < text.size() && letters.count < longest;) {
        const std::size_t length = sequenceLength(text, i);
        char32_t letter = 0;
        for (std::size_t k = 0; k < length; ++k)
            letter = (letter << 8U) | static_cast<unsigned char>(text[i + k]);
        letters.at[letters.count++] = letter;
        i += length;
    }
    return letters;
}

double jaroOf(const Letters& a, const Letters& b) {
    if (a.count == 0 || b.count == 0)
        return a.count == b.count ? 1.0 : 0.0;
    const std::size_t reach = std::max<std::size_t>(std::max(a.count, b.count) / 2, 1) - 1;
    std::uint64_t usedA = 0;
    std::uint64_t usedB = 0;
    std::size_t common = 0;
    for (std::size_t i = 0; i < a.count; ++i) {
        const std::size_t from = i > reach ? i - reach : 0;
        const std::size_t to = std::min(b.count, i + reach + 1);
        for (std::size_t j = from; j < to; ++j) {
            if ((usedB >> j & 1U) != 0 || a.at[i] != b.at[j])
                continue;
            usedA |= std::uint64_t{1} << i;
            usedB |= std::uint64_t{1} << j;
            ++common;
            break;
        }
    }
    if (common == 0)
        return 0.0;
    std::size_t outOfPlace = 0;
    for (std::size_t i = 0, j = 0; i < a.count; ++i) {
        if ((usedA >> i & 1U) == 0)
            continue;
        while ((usedB >> j & 1U) == 0)
            ++j;
        outOfPlace += a.at[i] != b.at[j] ? 1U : 0U;
        ++j;
    }
    const auto m = static_cast<double>(common);
    return (m / static_cast<double>(a.count) + m / static_cast<double>(b.count) +
            (m - static_cast<double>(outOfPlace / 2)) / m) /
           3.0;
}

}  // namespace

double jaro(std::string_view left, std::string_view right) {
    // The greedy assignment depends on which text is walked: a fixed order keeps it symmetric.
    return left < right ? jaroOf(lettersOf(left), lettersOf(right))
                        : jaroOf(lettersOf(right), lettersOf(left));
}

double jaroWinkler(std::string_view left, std::string_view right) {
    const double base = jaro(left, right);
    const Letters a = lettersOf(left.substr(0, 16));
    const Letters b = lettersOf(right.substr(0, 16));
    std::size_t prefix = 0;
    while (prefix < std::min({a.count, b.count, std::size_t{4}}) && a.at[prefix] == b.at[prefix])
        ++prefix;
    return base + static_cast<double>(prefix) * 0.1 * (1.0 - base);
}

bool oneSlip(std::string_view left, std::string_view right) {
    Letters a = lettersOf(left);
    Letters b = lettersOf(right);
    if (a.count > b.count)
        std::swap(a, b);
    if (b.count - a.count > 1 || left == right)
        return false;
    std::size_t head = 0;
    while (head < a.count && a.at[head] == b.at[head])
        ++head;
    std::size_t tail = 0;
    while (tail < a.count - head && a.at[a.count - 1 - tail] == b.at[b.count - 1 - tail])
        ++tail;
    const std::size_t restA = a.count - head - tail;
    const std::size_t restB = b.count - head - tail;
    if (restB <= 1)
        return true;
    return restA == 2 && restB == 2 && a.at[head] == b.at[head + 1] && a.at[head + 1] == b.at[head];
}

}  // namespace linkage
