// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/column_look.h"

#include "base/text.h"
#include "intake/date_reading.h"
#include "intake/value_reading.h"
#include "records/identifier.h"

#include <algorithm>
#include <array>

namespace intake {

namespace {

using records::ColumnLook;
using records::ValueLook;

constexpr std::size_t longestTelling = 40;  // bytes; a longer value is text
constexpr int yearsAhead = 20;
// Serial numbers of a spreadsheet from 1920 to 2064; other whole numbers are hardly dates.
constexpr double leastSerial = 7306;
constexpr double mostSerial = 60000;
constexpr int leastYear = 1900;

bool hasDigit(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::string digitsOf(std::string_view text) {
    std::string digits;
    std::copy_if(text.begin(), text.end(), std::back_inserter(digits), [](char c) {
        return c >= '0' && c <= '9';
    });
    return digits;
}

// Ten or eleven digits after a nought, or +44; the signs people write between them.
bool isPhone(std::string_view text) {
    if (text.find_first_not_of("0123456789 ()+-.") != std::string_view::npos)
        return false;
    const std::string digits = digitsOf(text);
    const bool abroad = text.starts_with('+') && digits.starts_with("44");
    return abroad ? digits.size() >= 11 && digits.size() <= 13
                  : digits.starts_with('0') && (digits.size() == 10 || digits.size() == 11);
}

bool isEmail(std::string_view text) {
    const std::size_t at = text.find('@');
    return at != std::string_view::npos && at > 0 && text.find('@', at + 1) == text.npos &&
           text.find('.', at) != std::string_view::npos && text.find(' ') == text.npos;
}

bool isDateForm(DateForm form, std::string_view text, base::Date latest) {
    if (form == DateForm::excel || form == DateForm::excel1904) {
        const auto serial = readDecimal(text);
        if (!serial || *serial < leastSerial || *serial > mostSerial)
            return false;
    }
    const auto date = readDate(text, {{form}, 0}, latest);
    return date && date->year() >= leastYear && *date <= latest;
}

bool identifies(records::IdentifierKind kind, std::string_view text) {
    const auto state = records::checkIdentifier(kind, text).state;
    return state == records::IdentifierState::valid ||
           state == records::IdentifierState::suspicious;
}

struct IdentifierLook {
    ValueLook look;
    records::IdentifierKind kind;
};

constexpr IdentifierLook identifierLooks[] = {
    {ValueLook::nino, records::IdentifierKind::nino},
    {ValueLook::upn, records::IdentifierKind::upn},
    {ValueLook::nhsNumber, records::IdentifierKind::nhsNumber},
    {ValueLook::pncId, records::IdentifierKind::pncId},
    {ValueLook::postcode, records::IdentifierKind::postcode},
};

// Most telling first: a value that is valid by a check digit or a strict shape is hardly chance.
constexpr std::array strictLooks{ValueLook::email,
                                 ValueLook::nino,
                                 ValueLook::upn,
                                 ValueLook::nhsNumber,
                                 ValueLook::pncId,
                                 ValueLook::postcode,
                                 ValueLook::date,
                                 ValueLook::phone,
                                 ValueLook::uprn};

void readDates(std::string_view text, base::Date today, ValueTraits& traits) {
    const base::Date latest = base::addMonths(today, 12 * yearsAhead);
    for (const DateForm form : allDateForms())
        if (isDateForm(form, text, latest))
            traits.dates |= 1U << static_cast<unsigned>(form);
    const auto has = [&](DateForm form) {
        return (traits.dates >> static_cast<unsigned>(form) & 1U) != 0;
    };
    if (has(DateForm::dayMonthYear) && has(DateForm::monthDayYear))
        traits.eitherOrder = readDate(text, {{DateForm::dayMonthYear}, 0}, latest) !=
                             readDate(text, {{DateForm::monthDayYear}, 0}, latest);
}

}  // namespace

ValueTraits traitsOf(std::string_view text, base::Date today) {
    ValueTraits traits;
    const auto set = [&](ValueLook look, bool on) {
        traits.looks |= (on ? 1U : 0U) << static_cast<unsigned>(look);
    };
    if (text.size() > longestTelling)
        return traits;
    set(ValueLook::email, isEmail(text));
    set(ValueLook::flag, readFlag(text).has_value());
    if (!hasDigit(text))
        return traits;
    readDates(text, today, traits);
    constexpr std::uint32_t serials = 1U << static_cast<unsigned>(DateForm::excel) |
                                      1U << static_cast<unsigned>(DateForm::excel1904);
    set(ValueLook::date, (traits.dates & ~serials) != 0);
    for (const IdentifierLook& each : identifierLooks)
        set(each.look, identifies(each.kind, text));
    set(ValueLook::phone, isPhone(text));
    const bool digitsOnly = digitsOf(text).size() == text.size();
    set(ValueLook::uprn, digitsOnly && text.size() >= 11 && text.size() <= 12 && text[0] != '0');
    set(ValueLook::wholeNumber, readInteger(text).has_value());
    set(ValueLook::decimal, readDecimal(text).has_value());
    return traits;
}

void ColumnLooking::count(const ValueTraits& traits) {
    for (std::size_t i = 0; i < std::size(m_looks); ++i) {
        m_looks[i] += traits.looks >> i & 1U;
        m_dates[i] += traits.dates >> i & 1U;
    }
    m_either += traits.eitherOrder ? 1 : 0;
}

void ColumnLooking::add(std::string_view text) {
    if (text.empty())
        return;
    ++m_filled;
    m_longest = std::max(m_longest, text.size());
    std::string key(text.substr(0, longestTelling + 1));
    auto found = m_seen.find(key);
    if (found == m_seen.end() && m_seen.size() < records::mostDistinct)
        found = m_seen.emplace(std::move(key), Seen{0, traitsOf(text, m_today)}).first;
    if (found == m_seen.end()) {
        count(traitsOf(text, m_today));
        return;
    }
    ++found->second.cells;
    count(found->second.traits);
}

ValueLook ColumnLooking::choose(const ColumnLook& column) const {
    if (m_filled == 0)
        return ValueLook::empty;
    // A few cells may be wrong; most of them tell what the column is.
    const auto most = [&](ValueLook look) {
        return m_looks[static_cast<std::size_t>(look)] * 5 >= m_filled * 4;
    };
    for (const ValueLook look : strictLooks)
        if (most(look))
            return look;
    const bool repeats = m_filled >= 2 * column.distinct && !column.values.empty();
    if (most(ValueLook::flag) && column.distinct <= 2)
        return ValueLook::flag;
    if (most(ValueLook::wholeNumber))
        return ValueLook::wholeNumber;
    if (most(ValueLook::decimal))
        return ValueLook::decimal;
    return repeats && m_longest <= longestTelling ? ValueLook::codes : ValueLook::text;
}

ColumnLook ColumnLooking::finish(std::string heading) const {
    ColumnLook column;
    column.heading = std::move(heading);
    column.filled = m_filled;
    column.distinct = m_seen.size();
    column.longest = m_longest;
    column.eitherOrder = m_either;
    for (const DateForm form : allDateForms())
        if (const std::size_t cells = m_dates[static_cast<std::size_t>(form)]; cells > 0)
            column.dates.push_back({std::string(dateFormName(form)), cells});
    std::stable_sort(column.dates.begin(), column.dates.end(), [](const auto& a, const auto& b) {
        return a.cells > b.cells;
    });
    if (column.distinct <= records::mostValues && m_longest <= longestTelling)
        for (const auto& [value, seen] : m_seen)
            column.values.push_back({value, seen.cells});
    std::sort(column.values.begin(), column.values.end(), [](const auto& a, const auto& b) {
        return a.cells != b.cells ? a.cells > b.cells : a.value < b.value;
    });
    column.look = choose(column);
    const bool counted = column.look != ValueLook::codes && column.look != ValueLook::text;
    column.fitting = counted ? m_looks[static_cast<std::size_t>(column.look)] : m_filled;
    return column;
}

}  // namespace intake
