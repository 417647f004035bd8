// SPDX-License-Identifier: GPL-3.0-or-later
// The one form in which each kind of field is compared. "" when nothing was sent or what was sent
// stands for "not known". Total: any bytes in, never throws.
#pragma once

#include "records/identity.h"

#include <string>
#include <string_view>

namespace linkage {

// Folded, titles dropped, hyphens to spaces, apostrophes and dots gone. "unknown", "baby", "n/k"
// are nothing.
[[nodiscard]] std::string normalName(std::string_view raw);

struct SplitName {
    std::string forename;
    std::string middleNames;
    std::string surname;
};

// "SMITH, John Paul" or "John Paul Smith": the last word is the surname unless a comma says so.
[[nodiscard]] SplitName splitFullName(std::string_view raw);

// As eight digits, 00 for a part not known; "" for nothing or a placeholder. Impossible days are
// kept: a slip made them and most digits are right.
[[nodiscard]] std::string normalDate(std::string_view raw);
[[nodiscard]] std::string dateFromParts(std::string_view year,
                                        std::string_view month,
                                        std::string_view day);

// Words in lower case, road types in full.
[[nodiscard]] std::string normalAddress(std::string_view raw);
// Digits after the country's prefix; fewer than six are nothing.
[[nodiscard]] std::string normalPhone(std::string_view raw);
[[nodiscard]] std::string normalEmail(std::string_view raw);
// Capital letters and digits alone.
[[nodiscard]] std::string normalCode(std::string_view raw);
[[nodiscard]] std::string normalSex(std::string_view raw);

}  // namespace linkage
