// SPDX-License-Identifier: GPL-3.0-or-later
// A text's letters without their order, small enough to keep beside every value. Two counts bound
// from above how alike the texts can be, so that most pairs need no comparison letter by letter.
#pragma once

#include <bit>
#include <cstdint>
#include <string_view>

namespace linkage {

struct LetterCount {
    std::uint64_t seen = 0;    // one bit for a letter's first, one for its second occurrence
    std::uint16_t beyond = 0;  // third and later occurrences
    std::uint16_t letters = 0;
    bool ascii = true;
};

[[nodiscard]] LetterCount letterCountOf(std::string_view text);

// At least as many as any one-to-one assignment of equal letters could find.
[[nodiscard]] inline unsigned mostInCommon(const LetterCount& left, const LetterCount& right) {
    return static_cast<unsigned>(std::popcount(left.seen & right.seen)) +
           (left.beyond < right.beyond ? left.beyond : right.beyond);
}

// No less than jaroWinkler() of the two texts.
[[nodiscard]] double mostAlike(const LetterCount& left,
                               const LetterCount& right,
                               std::string_view leftText,
                               std::string_view rightText);

}  // namespace linkage
