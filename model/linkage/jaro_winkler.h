// SPDX-License-Identifier: GPL-3.0-or-later
// How alike two short texts are, 0 to 1: Jaro (1989), "Advances in record-linkage methodology",
// JASA 84, with Winkler's (1990) bonus of 0.1 for each of up to four common first letters. Letters
// are Unicode code points; malformed bytes count as letters of their own. Symmetric; two empty
// texts are 1, one empty is 0.
#pragma once

#include <string_view>

namespace linkage {

[[nodiscard]] double jaro(std::string_view left, std::string_view right);
[[nodiscard]] double jaroWinkler(std::string_view left, std::string_view right);

// True when one insertion, deletion, substitution or swap of neighbours turns one into the other
// (Damerau 1964). False for equal texts.
[[nodiscard]] bool oneSlip(std::string_view left, std::string_view right);

}  // namespace linkage
