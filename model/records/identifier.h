// SPDX-License-Identifier: GPL-3.0-or-later
// National identifiers, checked but never repaired. Each check gives a state, the canonical form for
// comparing when there is one, and why it is not valid. Sources of the rules: HMRC NIM39110 (NINO),
// DfE UPN guide (UPN), NHS Data Dictionary (NHS number), MoJ hmpps PNC rules (PNC id), Royal Mail
// and BS 7666 (postcode), GeoPlace (UPRN).
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace records {

enum class IdentifierKind { nino, upn, nhsNumber, pncId, uprn, postcode };

enum class IdentifierState {
    absent,
    valid,
    suspicious,  // right in form, but temporary, a look-alike series or a pseudo value
    invalid,     // breaks the kind's own rules; kept as sent, never used to link
};

struct CheckedIdentifier {
    IdentifierState state = IdentifierState::absent;
    std::string canonical;  // "" unless valid or suspicious
    std::string reason;     // why not valid, in words, without the value

    friend bool operator==(const CheckedIdentifier&, const CheckedIdentifier&) = default;
};

[[nodiscard]] std::string_view identifierName(IdentifierKind kind);  // "NHS number"
[[nodiscard]] std::string_view stateName(IdentifierState state);     // "suspicious"

[[nodiscard]] CheckedIdentifier checkIdentifier(IdentifierKind kind, std::string_view raw);

// Two letters, six digits, and A-D or nothing. Canonical without the final letter (8 characters),
// since the number is unique without it and some partners leave it blank.
[[nodiscard]] CheckedIdentifier checkNino(std::string_view raw);
// Canonical 13 characters. A temporary number (final letter) is suspicious.
[[nodiscard]] CheckedIdentifier checkUpn(std::string_view raw);
// Canonical ten digits.
[[nodiscard]] CheckedIdentifier checkNhsNumber(std::string_view raw);
// Canonical "YYYY/NNNNNNNL". `today`'s year decides the century of a two-digit year.
[[nodiscard]] CheckedIdentifier checkPncId(std::string_view raw, int currentYear);
// Canonical digits without leading zeros.
[[nodiscard]] CheckedIdentifier checkUprn(std::string_view raw);
// Canonical "HR1 2AB". ZZ99 and other pseudo postcodes are suspicious.
[[nodiscard]] CheckedIdentifier checkPostcode(std::string_view raw);

// True for ZZ99... (no fixed abode, abroad, unknown): never a home.
[[nodiscard]] bool isPseudoPostcode(std::string_view canonical);

}  // namespace records
