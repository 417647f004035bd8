// SPDX-License-Identifier: GPL-3.0-or-later
#include "linkage/letter_count.h"

#include <algorithm>

namespace linkage {

LetterCount letterCountOf(std::string_view text) {
    LetterCount count;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        count.ascii = count.ascii && byte < 0x80;
        const std::uint64_t first = std::uint64_t{1} << (byte & 31U);
        const std::uint64_t second = first << 32U;
        if ((count.seen & first) == 0)
            count.seen |= first;
        else if ((count.seen & second) == 0)
            count.seen |= second;
        else
            ++count.beyond;
        ++count.letters;
    }
    return count;
}

double mostAlike(const LetterCount& left,
                 const LetterCount& right,
                 std::string_view leftText,
                 std::string_view rightText) {
    constexpr unsigned longest = 64;  // beyond it jaroWinkler() does not look
    if (!left.ascii || !right.ascii || left.letters > longest || right.letters > longest)
        return 1;
    const double common = mostInCommon(left, right);
    if (common <= 0)
        return 0;
    const double jaro = std::min((common / left.letters + common / right.letters + 1) / 3, 1.0);
    const std::size_t most = std::min({leftText.size(), rightText.size(), std::size_t{4}});
    std::size_t prefix = 0;
    while (prefix < most && leftText[prefix] == rightText[prefix])
        ++prefix;
    return jaro + static_cast<double>(prefix) * 0.1 * (1.0 - jaro) + 1e-12;
}

}  // namespace linkage
