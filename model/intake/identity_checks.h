// SPDX-License-Identifier: GPL-3.0-or-later
// What an identity may be told about itself: identifiers that break their own rules, birth dates
// that can't be. A fault never drops a row; the text is kept as sent.
#pragma once

#include "base/date.h"
#include "records/identifier.h"
#include "records/identity.h"

#include <optional>
#include <string>
#include <string_view>

namespace intake {

struct IdentityFault {
    std::string code;    // "invalid-nino", "suspicious-upn", "placeholder-birth-date"
    std::string detail;  // what is wrong, without the value
};

// The kind of identifier an identity column holds.
[[nodiscard]] std::optional<records::IdentifierKind> identifierKindOf(std::string_view column);

// Nothing when the identifier is absent or valid.
[[nodiscard]] std::optional<IdentityFault> identifierFault(records::IdentifierKind kind,
                                                           std::string_view raw);

// A birth date in the future or more than 120 years ago can't be right and is not kept; one that
// stands for "not known" is kept and said.
[[nodiscard]] bool implausibleBirth(const records::PartialDate& birth, base::Date on);

// Under 16 on that day: too young to hold a National Insurance number.
[[nodiscard]] bool underSixteen(const records::PartialDate& birth, base::Date on);

// A row that names no one: no name, no identifier, no number of the agency's own.
[[nodiscard]] bool namesNoOne(const records::Identity& identity);

}  // namespace intake
