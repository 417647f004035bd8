// SPDX-License-Identifier: GPL-3.0-or-later
#include "linkage/jaro_winkler.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>

namespace linkage {

namespace {

constexpr std::size_t longest = 64;  // names are cut there: more letters say nothing new

struct Letters {
    std::array<char32_t, longest> at;
    std::size_t count = 0;

    [[nodiscard]] std::size_t size() const { return count; }

    char32_t operator[](std::size_t i) const { return at[i]; }
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

bool isAscii(std::string_view text) {
    return std::all_of(
        text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

// Calls the work with both texts as sequences of letters: bytes where both are ASCII.
template <class Work>
auto onLetters(std::string_view left, std::string_view right, Work work) {
    if (isAscii(left) && isAscii(right))
        return work(left.substr(0, longest), right.substr(0, longest));
    return work(lettersOf(left), lettersOf(right));
}

template <class Text>
double jaroOf(const Text& a, const Text& b) {
    if (a.size() == 0 || b.size() == 0)
        return a.size() == b.size() ? 1.0 : 0.0;
    const std::size_t reach = std::max<std::size_t>(std::max(a.size(), b.size()) / 2, 1) - 1;
    std::uint64_t usedA = 0;
    std::uint64_t usedB = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        const std::size_t from = i > reach ? i - reach : 0;
        const std::size_t to = std::min(b.size(), i + reach + 1);
        for (std::size_t j = from; j < to; ++j) {
            if (a[i] != b[j] || (usedB >> j & 1U) != 0)
                continue;
            usedA |= std::uint64_t{1} << i;
            usedB |= std::uint64_t{1} << j;
            break;
        }
    }
    if (usedA == 0)
        return 0.0;
    const auto m = static_cast<double>(std::popcount(usedA));
    std::size_t outOfPlace = 0;
    for (; usedA != 0; usedA &= usedA - 1, usedB &= usedB - 1)
        outOfPlace += a[static_cast<std::size_t>(std::countr_zero(usedA))] !=
                              b[static_cast<std::size_t>(std::countr_zero(usedB))]
                          ? 1U
                          : 0U;
    return (m / static_cast<double>(a.size()) + m / static_cast<double>(b.size()) +
            (m - static_cast<double>(outOfPlace / 2)) / m) /
           3.0;
}

template <class Text>
double jaroWinklerOf(const Text& a, const Text& b) {
    const double base = jaroOf(a, b);
    const std::size_t most = std::min({a.size(), b.size(), std::size_t{4}});
    std::size_t prefix = 0;
    while (prefix < most && a[prefix] == b[prefix])
        ++prefix;
    return base + static_cast<double>(prefix) * 0.1 * (1.0 - base);
}

template <class Text>
bool oneSlipOf(const Text& a, const Text& b) {
    std::size_t head = 0;
    while (head < a.size() && a[head] == b[head])
        ++head;
    std::size_t tail = 0;
    while (tail < a.size() - head && a[a.size() - 1 - tail] == b[b.size() - 1 - tail])
        ++tail;
    const std::size_t restA = a.size() - head - tail;
    const std::size_t restB = b.size() - head - tail;
    if (restB <= 1)
        return restB == 1;
    return restA == 2 && restB == 2 && a[head] == b[head + 1] && a[head + 1] == b[head];
}

}  // namespace

double jaro(std::string_view left, std::string_view right) {
    // The greedy assignment depends on which text is walked: a fixed order keeps it symmetric.
    if (right < left)
        std::swap(left, right);
    return onLetters(left, right, [](const auto& a, const auto& b) { return jaroOf(a, b); });
}

double jaroWinkler(std::string_view left, std::string_view right) {
    if (right < left)
        std::swap(left, right);
    return onLetters(left, right, [](const auto& a, const auto& b) { return jaroWinklerOf(a, b); });
}

bool oneSlip(std::string_view left, std::string_view right) {
    return onLetters(left, right, [](const auto& a, const auto& b) {
        if (std::max(a.size(), b.size()) - std::min(a.size(), b.size()) > 1)
            return false;
        return a.size() < b.size() ? oneSlipOf(a, b) : oneSlipOf(b, a);
    });
}

}  // namespace linkage
