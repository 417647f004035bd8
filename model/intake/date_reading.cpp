// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/date_reading.h"

#include "base/text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace intake {

namespace {

struct NamedForm {
    std::string_view name;
    DateForm form;
};

// The first name of a form is the one we write.
constexpr NamedForm namedForms[] = {
    {"yyyy-mm-dd", DateForm::iso},
    {"dd/mm/yyyy", DateForm::dayMonthYear},
    {"dd/mm/yy", DateForm::dayMonthYear},
    {"mm/dd/yyyy", DateForm::monthDayYear},
    {"mm/dd/yy", DateForm::monthDayYear},
    {"dd-Mon-yyyy", DateForm::dayNameYear},
    {"dd-Mon-yy", DateForm::dayNameYear},
    {"dd Mon yyyy", DateForm::dayNameYear},
    {"yyyy-mon-dd", DateForm::yearNameDay},
    {"yyyymmdd", DateForm::compact},
    {"excel", DateForm::excel},
    {"excel-1904", DateForm::excel1904},
};

constexpr std::array<std::string_view, 12> months{"january",
                                                  "february",
                                                  "march",
                                                  "april",
                                                  "may",
                                                  "june",
                                                  "july",
                                                  "august",
                                                  "september",
                                                  "october",
                                                  "november",
                                                  "december"};

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

bool isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

struct Number {
    int value = 0;
    int digits = 0;
};

// Takes parts of a date off the front of a text.
class Scanner {
public:
    explicit Scanner(std::string_view text) : m_text(text) {}

    std::optional<Number> number(int least, int most) {
        Number out;
        while (out.digits < most && !m_text.empty() && isDigit(m_text.front())) {
            out.value = out.value * 10 + (m_text.front() - '0');
            ++out.digits;
            m_text.remove_prefix(1);
        }
        return out.digits < least ? std::nullopt : std::optional(out);
    }

    // "Nov", "NOVEMBER", "Sept": at least three letters of a month's name.
    std::optional<int> month() {
        std::size_t length = 0;
        while (length < m_text.size() && isLetter(m_text[length]))
            ++length;
        const std::string word = base::lowerAscii(m_text.substr(0, length));
        m_text.remove_prefix(length);
        if (length < 3)
            return std::nullopt;
        for (std::size_t i = 0; i < months.size(); ++i)
            if (months[i].starts_with(word))
                return static_cast<int>(i) + 1;
        return std::nullopt;
    }

    // One of the given separators; 0 when another thing stands there.
    char separator(std::string_view allowed) {
        if (m_text.empty() || allowed.find(m_text.front()) == std::string_view::npos)
            return 0;
        const char found = m_text.front();
        m_text.remove_prefix(1);
        return found;
    }

    // Nothing more, or a time of day.
    [[nodiscard]] bool atEnd() const {
        if (m_text.empty())
            return true;
        if (m_text.front() != ' ' && m_text.front() != 'T')
            return false;
        return std::all_of(m_text.begin() + 1, m_text.end(), [](char c) {
            return isDigit(c) || c == ':' || c == '.' || c == 'Z' || c == '+' || c == ' ';
        });
    }

private:
    std::string_view m_text;
};

struct Parts {
    Number year;
    int month = 0;
    int day = 0;
};

std::optional<Parts> yearFirst(std::string_view text, bool named) {
    Scanner scan(text);
    const auto year = scan.number(4, 4);
    const char first = scan.separator("-/ ");
    const auto month = named ? scan.month() : std::nullopt;
    const auto number = named ? std::nullopt : scan.number(1, 2);
    if (!year || first == 0 || (!month && !number) || scan.separator("-/ ") != first)
        return std::nullopt;
    const auto day = scan.number(1, 2);
    if (!day || !scan.atEnd())
        return std::nullopt;
    return Parts{*year, month ? *month : number->value, day->value};
}

std::optional<Parts> dayFirst(std::string_view text, bool named) {
    Scanner scan(text);
    const auto day = scan.number(1, 2);
    const char first = scan.separator(named ? "- /" : "/.-");
    const auto month = named ? scan.month() : std::nullopt;
    const auto number = named ? std::nullopt : scan.number(1, 2);
    if (!day || first == 0 || (!month && !number) || scan.separator("-/. ") != first)
        return std::nullopt;
    const auto year = scan.number(2, 4);
    if (!year || year->digits == 3 || !scan.atEnd())
        return std::nullopt;
    return Parts{*year, month ? *month : number->value, day->value};
}

std::optional<Parts> compactParts(std::string_view text) {
    if (text.size() != 8 || !std::all_of(text.begin(), text.end(), isDigit))
        return std::nullopt;
    Scanner scan(text);
    const auto year = scan.number(4, 4);
    const auto month = scan.number(2, 2);
    const auto day = scan.number(2, 2);
    return Parts{*year, month->value, day->value};
}

// Days of a spreadsheet; a fraction is a time of day. Serial 60 of the 1900 system is 29 February
// 1900, a day that never was (ECMA-376 part 1, 18.17.4.1).
std::optional<base::Date> serialDate(std::string_view text, bool from1904) {
    int serial = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), serial);
    const std::string_view rest(end, static_cast<std::size_t>(text.data() + text.size() - end));
    if (error != std::errc() || serial < (from1904 ? 0 : 1) || serial > 2958465)
        return std::nullopt;
    if (!rest.empty() &&
        (rest.front() != '.' || !std::all_of(rest.begin() + 1, rest.end(), isDigit)))
        return std::nullopt;
    const boost::gregorian::days days(serial);
    if (from1904)
        return serial > 2957003 ? std::nullopt : std::optional(base::Date(1904, 1, 1) + days);
    if (serial == 60)
        return std::nullopt;
    return base::Date(1899, 12, serial > 60 ? 30 : 31) + days;
}

std::optional<base::Date> complete(const Parts& parts, base::Date latest) {
    if (parts.year.digits != 2)
        return base::makeDate(parts.year.value, parts.month, parts.day);
    const int lastYear = latest.year();
    int year = lastYear - (lastYear - parts.year.value) % 100;
    auto date = base::makeDate(year, parts.month, parts.day);
    // 29 February may exist in another century only; a day after `latest` is a century too late.
    if (!date || *date > latest)
        date = base::makeDate(year - 100, parts.month, parts.day);
    return date;
}

std::optional<base::Date> readAs(DateForm form, std::string_view text, base::Date latest) {
    std::optional<Parts> parts;
    switch (form) {
        case DateForm::iso:
            parts = yearFirst(text, false);
            break;
        case DateForm::dayMonthYear:
            parts = dayFirst(text, false);
            break;
        case DateForm::monthDayYear:
            parts = dayFirst(text, false);
            if (parts)
                std::swap(parts->day, parts->month);
            break;
        case DateForm::dayNameYear:
            parts = dayFirst(text, true);
            break;
        case DateForm::yearNameDay:
            parts = yearFirst(text, true);
            break;
        case DateForm::compact:
            parts = compactParts(text);
            break;
        case DateForm::excel:
            return serialDate(text, false);
        case DateForm::excel1904:
            return serialDate(text, true);
    }
    return parts ? complete(*parts, latest) : std::nullopt;
}

base::Date bound(const DateFormats& formats, base::Date latest) {
    return formats.pivotYear == 0
               ? latest
               : base::Date(static_cast<unsigned short>(formats.pivotYear), 12, 31);
}

bool allows(const DateFormats& formats, DateForm form) {
    return std::find(formats.forms.begin(), formats.forms.end(), form) != formats.forms.end();
}

bool goodYear(int year) {
    return year >= 1800 && year <= 9998;
}

bool goodMonth(int month) {
    return month >= 0 && month <= 12;
}

// "00/05/2012", "00/00/2012", "05/2012" where days come first; "May 2012" where months are named.
std::optional<records::PartialDate> partialDayFirst(std::string_view text, bool named) {
    if (const auto parts = dayFirst(text, named))
        return parts->day == 0 && parts->year.digits == 4 && goodMonth(parts->month)
                   ? std::optional(records::PartialDate{parts->year.value, parts->month, 0})
                   : std::nullopt;
    Scanner scan(text);
    const auto month = named ? scan.month() : std::nullopt;
    const auto number = named ? std::nullopt : scan.number(1, 2);
    if ((!month && !number) || scan.separator("-/. ") == 0)
        return std::nullopt;
    const auto year = scan.number(4, 4);
    const int value = month ? *month : number->value;
    if (!year || !scan.atEnd() || value < 1 || !goodMonth(value))
        return std::nullopt;
    return records::PartialDate{year->value, value, 0};
}

// "2012-05", "2012-05-00".
std::optional<records::PartialDate> partialYearFirst(std::string_view text) {
    if (const auto parts = yearFirst(text, false))
        return parts->day == 0 && goodMonth(parts->month)
                   ? std::optional(records::PartialDate{parts->year.value, parts->month, 0})
                   : std::nullopt;
    Scanner scan(text);
    const auto year = scan.number(4, 4);
    if (!year || scan.separator("-") == 0)
        return std::nullopt;
    const auto month = scan.number(2, 2);
    if (!month || !scan.atEnd() || month->value < 1 || !goodMonth(month->value))
        return std::nullopt;
    return records::PartialDate{year->value, month->value, 0};
}

}  // namespace

std::optional<DateForm> dateFormFromName(std::string_view name) {
    const std::string wanted = base::lowerAscii(name);
    for (const NamedForm& named : namedForms)
        if (base::lowerAscii(named.name) == wanted)
            return named.form;
    return std::nullopt;
}

std::string_view dateFormName(DateForm form) {
    for (const NamedForm& named : namedForms)
        if (named.form == form)
            return named.name;
    return "";
}

const std::vector<DateForm>& allDateForms() {
    static const std::vector<DateForm> forms{DateForm::dayMonthYear,
                                             DateForm::iso,
                                             DateForm::dayNameYear,
                                             DateForm::compact,
                                             DateForm::yearNameDay,
                                             DateForm::excel,
                                             DateForm::monthDayYear,
                                             DateForm::excel1904};
    return forms;
}

std::optional<base::Date> readDate(std::string_view text,
                                   const DateFormats& formats,
                                   base::Date latest) {
    const base::Date last = bound(formats, latest);
    for (const DateForm form : formats.forms)
        if (const auto date = readAs(form, text, last))
            return date;
    return std::nullopt;
}

std::optional<records::PartialDate> readBirthDate(std::string_view text,
                                                  const DateFormats& formats,
                                                  base::Date latest) {
    // A year alone; in a spreadsheet's serial the same digits would be a day of 1905.
    if (text.size() == 4 && std::all_of(text.begin(), text.end(), isDigit)) {
        const int year = Scanner(text).number(4, 4)->value;
        return goodYear(year) ? std::optional(records::PartialDate{year, 0, 0}) : std::nullopt;
    }
    if (const auto date = readDate(text, formats, latest))
        return records::partial(*date);
    std::optional<records::PartialDate> found;
    if (allows(formats, DateForm::iso))
        found = partialYearFirst(text);
    if (!found && allows(formats, DateForm::dayMonthYear))
        found = partialDayFirst(text, false);
    if (!found && allows(formats, DateForm::dayNameYear))
        found = partialDayFirst(text, true);
    return found && goodYear(found->year) ? found : std::nullopt;
}

}  // namespace intake
