// SPDX-License-Identifier: GPL-3.0-or-later
// Who a source record says it is about: the identity columns every record type shares, as the
// partner sent them. Text is trimmed UTF-8; "" means not sent. Identifiers stay raw: check them with
// records/identifier.h. A plain value.
#pragma once

#include "base/date.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace records {

enum class Sex { unknown, female, male, other };

// A birth date that may be known only in part. Day and month are 0 when not known.
struct PartialDate {
    int year = 0;
    int month = 0;
    int day = 0;

    [[nodiscard]] bool empty() const { return year == 0 && month == 0 && day == 0; }
    [[nodiscard]] std::optional<base::Date> complete() const;

    // A date that stands for "not known" in partners' systems: 1 January of 1900 or 1901, or any
    // date before 1900. (1 January of other years is common as a guess; linkage weighs it.)
    [[nodiscard]] bool placeholder() const;
    [[nodiscard]] bool firstOfJanuary() const { return month == 1 && day == 1; }

    friend auto operator<=>(const PartialDate&, const PartialDate&) = default;
};

[[nodiscard]] PartialDate partial(base::Date date);
// "2012-05-04", "2012-05", "2012"; "" when empty. Reads the same forms.
[[nodiscard]] std::string isoPartial(const PartialDate& date);
[[nodiscard]] std::optional<PartialDate> parsePartial(std::string_view text);

struct Identity {
    std::string forename;
    std::string middleNames;
    std::string surname;
    std::string formerSurname;
    std::string preferredName;
    PartialDate birthDate;
    std::optional<base::Date> deathDate;
    Sex sex = Sex::unknown;
    std::string address;  // one line, parts separated by ", ", without the postcode
    std::string postcode;
    std::string uprn;
    std::string phone;
    std::string email;
    std::string nino;
    std::string upn;
    std::string nhsNumber;
    std::string pncId;
    // The agency's own number for the person ("pupil table id", tenancy person number) and which
    // series it belongs to; equal number, series and agency mean the agency says it is one person.
    std::string localId;
    std::string localIdSeries;
    // A partner marked this address as not to be disclosed.
    bool addressProtected = false;

    friend bool operator==(const Identity&, const Identity&) = default;
};

[[nodiscard]] std::string_view sexCode(Sex sex);  // "F", "M", "X", ""
[[nodiscard]] std::string_view sexName(Sex sex);
// 0/1/2/9, M/F/U/X, Male/Female/Other..., in any case.
[[nodiscard]] std::optional<Sex> sexFromText(std::string_view text);

// The names of Identity's columns as mappings and agreements say them ("forename", "birth_date",
// "nhs_number", "local_id", ...).
[[nodiscard]] const std::array<std::string_view, 19>& identityColumns();
[[nodiscard]] bool isIdentityColumn(std::string_view name);
[[nodiscard]] std::string_view identityColumnLabel(std::string_view name);

}  // namespace records
