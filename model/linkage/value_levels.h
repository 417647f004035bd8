// SPDX-License-Identifier: GPL-3.0-or-later
// The level two compared forms reach, for kinds that need nothing but the two. Both were sent.
#pragma once

#include <string>
#include <vector>

namespace linkage {

[[nodiscard]] unsigned birthLevel(const std::string& left, const std::string& right);
[[nodiscard]] unsigned middleLevel(const std::string& left, const std::string& right);
[[nodiscard]] unsigned phoneLevel(const std::string& left, const std::string& right);
[[nodiscard]] unsigned emailLevel(const std::string& left, const std::string& right);
[[nodiscard]] unsigned identifierLevel(const std::string& left, const std::string& right);
[[nodiscard]] unsigned textLevel(const std::string& left, const std::string& right);

// How many of the longer word's bytes the other has too, in any order, 0 to 1: a mangled name keeps
// its letters, another name does not.
[[nodiscard]] double sharedLetters(const std::string& left, const std::string& right);

// One identifier mistyped, rather than the next one of the series: a swap of neighbours, or a slip
// before the last two characters of at least seven.
[[nodiscard]] bool mistyped(const std::string& left, const std::string& right);

enum class Agreement { unsure, same, different };

// Of two addresses, as words. A flat's number on one side alone leaves it unsure.
[[nodiscard]] Agreement addressAgreement(const std::vector<std::string>& left,
                                         const std::vector<std::string>& right);

// Of UK postcodes in canonical form and of any other code: one slip apart or in one sector; in one
// district.
[[nodiscard]] bool nearPostcodes(const std::string& left, const std::string& right);
[[nodiscard]] bool oneDistrict(const std::string& left, const std::string& right);

}  // namespace linkage
