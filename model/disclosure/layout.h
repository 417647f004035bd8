// SPDX-License-Identifier: GPL-3.0-or-later
// An export layout: which columns a study's identifier file has, in which order and form, for whom
// each is filled, and under which agreement and gateway it goes to whom. A TOML file; what is not
// in the closed list of fields can't be exported. A plain value.
#pragma once

#include "base/result.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace disclosure {

// Everything a column may hold.
enum class Field {
    familyPseudonym,
    personPseudonym,
    cohort,  // "supported" or "assessed-only"
    councilCode,
    forename,
    middleNames,
    surname,
    birthDate,
    sex,
    role,  // in the family: "child", "parent", ...
    adultOrChild,
    postcode,
    address,
    uprn,
    dateScreened,
    criteriaMet,
    supportStart,
    supportEnd,
    intensity,
    upn,
    schoolUrn,
    nino,
    pncId,
    nhsNumber,
};

inline constexpr std::size_t fieldCount = 24;

enum class Format {
    asHeld,      // text or code
    isoDate,     // 2026-11-21
    ukDate,      // 21/11/2026
    sexLetter,   // F M X, blank when unknown
    sexNumber,   // ISO/IEC 5218: 1 male, 2 female, 9 other, 0 unknown
    numberList,  // "2 3 5"
};

// For whom a column is filled, by age on the day of screening (by role when the birth date is not
// wholly known). For everyone else it is blank.
enum class Only { anyone, children, adults, sixteenAndOver };

struct Column {
    std::string heading;
    Field field = Field::surname;
    Format format = Format::asHeld;
    bool mandatory = false;  // a person it applies to who has no value is left out
    Only only = Only::anyone;
    std::string needs;  // a gateway of the layout; "" when the agreement is enough

    friend bool operator==(const Column&, const Column&) = default;
};

// What happens to a person whose address must not be disclosed.
enum class ProtectedAddress { leaveOutPerson, blankAddress };

struct Layout {
    std::string name;  // "national-impact-study", as --layout says it
    std::string version;
    std::string title;
    std::string study;  // pseudonyms are the same in every layout of one study, and in no other
    std::string recipient;
    std::string purpose;
    std::string agreement;    // reference of the agreement it goes out under
    std::string fileName;     // with {name} {version} {council} {from} {to}
    std::string councilCode;  // ONS GSS code
    char separator = ',';
    ProtectedAddress protectedAddress = ProtectedAddress::leaveOutPerson;
    std::map<std::string, std::string> gateways;  // "health" to the legal power relied upon
    std::vector<Column> columns;
    std::string fingerprint;  // SHA-256 of the text it was read from, hexadecimal

    [[nodiscard]] bool has(Field field) const;

    friend bool operator==(const Layout&, const Layout&) = default;
};

// Fails with Code::malformed and every fault at its file:line:column.
[[nodiscard]] base::Result<Layout> readLayout(std::string_view text, std::string_view fileName);
// The TOML that reads back as this layout (but for its fingerprint).
[[nodiscard]] std::string writeLayout(const Layout& layout);

// The layouts that come with the program, by name.
[[nodiscard]] base::Result<std::vector<Layout>> shippedLayouts();
// Fails with Code::notFound, naming those there are.
[[nodiscard]] base::Result<Layout> shippedLayout(std::string_view name);

[[nodiscard]] std::string_view fieldCode(Field field);   // "family-pseudonym"
[[nodiscard]] std::string_view fieldLabel(Field field);  // "Family pseudonym"
[[nodiscard]] std::string_view formatCode(Format format);
[[nodiscard]] std::string_view onlyCode(Only only);
// True for what tells where a person can be found: withheld when the address is protected.
[[nodiscard]] bool isLocating(Field field);

}  // namespace disclosure
