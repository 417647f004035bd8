// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/identity.h"

#include "base/text.h"

#include <algorithm>
#include <charconv>
#include <cstdio>

namespace records {

namespace {

struct ColumnWords {
    std::string_view name;
    std::string_view label;
};

constexpr std::array<ColumnWords, 19> columns{{{"forename", "Forename"},
                                               {"middle_names", "Middle names"},
                                               {"surname", "Surname"},
                                               {"former_surname", "Former surname"},
                                               {"preferred_name", "Preferred name"},
                                               {"birth_date", "Date of birth"},
                                               {"death_date", "Date of death"},
                                               {"sex", "Sex"},
                                               {"address", "Address"},
                                               {"postcode", "Postcode"},
                                               {"uprn", "UPRN"},
                                               {"phone", "Telephone"},
                                               {"email", "Email"},
                                               {"nino", "National Insurance number"},
                                               {"upn", "UPN"},
                                               {"nhs_number", "NHS number"},
                                               {"pnc_id", "PNC id"},
                                               {"local_id", "Agency's own number"},
                                               {"address_protected", "Address protected"}}};

struct SexWords {
    Sex sex;
    std::string_view text;
};

// ISO/IEC 5218 digits and the words partners use, folded.
constexpr SexWords sexWords[] = {
    {Sex::unknown, "0"},        {Sex::unknown, "u"},    {Sex::unknown, "unknown"},
    {Sex::unknown, "notknown"}, {Sex::unknown, "n"},    {Sex::unknown, "notspecified"},
    {Sex::unknown, "9"},        {Sex::male, "1"},       {Sex::male, "m"},
    {Sex::male, "male"},        {Sex::male, "boy"},     {Sex::male, "man"},
    {Sex::female, "2"},         {Sex::female, "f"},     {Sex::female, "female"},
    {Sex::female, "girl"},      {Sex::female, "woman"}, {Sex::other, "x"},
    {Sex::other, "other"},      {Sex::other, "i"},      {Sex::other, "indeterminate"},
    {Sex::other, "nonbinary"},
};

std::optional<int> digits(std::string_view text) {
    int value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9')
            return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return text.empty() ? std::nullopt : std::optional(value);
}

}  // namespace

std::optional<base::Date> PartialDate::complete() const {
    return base::makeDate(year, month, day);
}

bool PartialDate::placeholder() const {
    if (year == 0)
        return false;
    return year < 1900 || (firstOfJanuary() && year <= 1901);
}

PartialDate partial(base::Date date) {
    if (date.is_special())
        return {};
    const auto parts = date.year_month_day();
    return {int(parts.year), int(parts.month.as_number()), int(parts.day)};
}

std::string isoPartial(const PartialDate& date) {
    if (date.year == 0)
        return {};
    char text[40];
    if (date.month == 0)
        std::snprintf(text, sizeof text, "%04d", date.year);
    else if (date.day == 0)
        std::snprintf(text, sizeof text, "%04d-%02d", date.year, date.month);
    else
        std::snprintf(text, sizeof text, "%04d-%02d-%02d", date.year, date.month, date.day);
    return text;
}

std::optional<PartialDate> parsePartial(std::string_view text) {
    if (text.empty())
        return PartialDate{};
    const bool shaped = text.size() == 4 || (text.size() == 7 && text[4] == '-') ||
                        (text.size() == 10 && text[4] == '-' && text[7] == '-');
    if (!shaped)
        return std::nullopt;
    const auto year = digits(text.substr(0, 4));
    const auto month = text.size() < 7 ? std::optional(0) : digits(text.substr(5, 2));
    const auto day = text.size() < 10 ? std::optional(0) : digits(text.substr(8, 2));
    if (!year || !month || !day || *year == 0)
        return std::nullopt;
    // What is there must be able to be a day: "2011-02-31" and "2011-00-05" are not.
    const bool real =
        base::makeDate(*year, text.size() < 7 ? 1 : *month, text.size() < 10 ? 1 : *day)
            .has_value();
    return real ? std::optional(PartialDate{*year, *month, *day}) : std::nullopt;
}

std::string_view sexCode(Sex sex) {
    constexpr std::array<std::string_view, 4> codes{"", "F", "M", "X"};
    return codes[static_cast<std::size_t>(sex)];
}

std::string_view sexName(Sex sex) {
    constexpr std::array<std::string_view, 4> names{"Not known", "Female", "Male", "Other"};
    return names[static_cast<std::size_t>(sex)];
}

std::optional<Sex> sexFromText(std::string_view text) {
    const std::string key = base::foldedKey(text);
    if (key.empty())
        return Sex::unknown;
    for (const SexWords& words : sexWords)
        if (words.text == key)
            return words.sex;
    return std::nullopt;
}

const std::array<std::string_view, 19>& identityColumns() {
    static const std::array<std::string_view, 19> names = [] {
        std::array<std::string_view, 19> all;
        std::transform(columns.begin(), columns.end(), all.begin(), [](const ColumnWords& column) {
            return column.name;
        });
        return all;
    }();
    return names;
}

bool isIdentityColumn(std::string_view name) {
    return !identityColumnLabel(name).empty();
}

std::string_view identityColumnLabel(std::string_view name) {
    for (const ColumnWords& column : columns)
        if (column.name == name)
            return column.label;
    return {};
}

}  // namespace records
