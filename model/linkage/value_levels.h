// SPDX-License-Identifier: GPL-3.0-or-later
// The level two compared forms reach, for kinds that need nothing but the two. Both were sent.
#pragma once

#include "linkage/table.h"

#include <span>
#include <string_view>

namespace linkage {

[[nodiscard]] unsigned birthLevel(std::string_view left, std::string_view right);
[[nodiscard]] unsigned middleLevel(std::string_view left, std::string_view right);
[[nodiscard]] unsigned phoneLevel(std::string_view left, std::string_view right);
[[nodiscard]] unsigned emailLevel(std::string_view left, std::string_view right);
[[nodiscard]] unsigned identifierLevel(std::string_view left, std::string_view right);
[[nodiscard]] unsigned textLevel(std::string_view left, std::string_view right);

// How many of the longer word's bytes the other has too, in any order, 0 to 1: a mangled name keeps
// its letters, another name does not.
[[nodiscard]] double sharedLetters(std::string_view left, std::string_view right);

// One identifier mistyped, rather than the next one of the series: a swap of neighbours, or a slip
// before the last two characters of at least seven.
[[nodiscard]] bool mistyped(std::string_view left, std::string_view right);

enum class Agreement { unsure, same, different };

// Of two values of a column with words. A flat's number on one side alone leaves it unsure.
[[nodiscard]] Agreement addressAgreement(const Column& column,
                                         std::uint32_t left,
                                         std::uint32_t right);

// Of UK postcodes in canonical form and of any other code: one slip apart or in one sector; in one
// district.
[[nodiscard]] bool nearPostcodes(std::string_view left, std::string_view right);
[[nodiscard]] bool oneDistrict(std::string_view left, std::string_view right);

}  // namespace linkage
