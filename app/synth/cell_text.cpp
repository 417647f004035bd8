// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/synth/cell_text.h"

#include <array>
#include <cmath>
#include <cstdio>
#include <string_view>
#include <vector>

namespace synth {

namespace {

using intake::DateForm;

constexpr std::array<const char*, 12> monthNames{
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

// Days of the 1900 system, which counts a 29 February 1900 that never was.
long excelSerial(base::Date date, base::Date dayZero) {
    return (date - dayZero).days();
}

}  // namespace

std::string dateText(const records::PartialDate& date, DateForm form, bool shortYear) {
    if (date.empty())
        return {};
    const auto whole = date.complete();
    char text[48];
    switch (form) {
        case DateForm::iso:
            std::snprintf(text, sizeof text, "%04d-%02d-%02d", date.year, date.month, date.day);
            return text;
        case DateForm::dayNameYear:
            std::snprintf(text,
                          sizeof text,
                          shortYear ? "%02d-%s-%02d" : "%02d-%s-%04d",
                          date.day,
                          monthNames[static_cast<std::size_t>(date.month - 1)],
                          shortYear ? date.year % 100 : date.year);
            return text;
        case DateForm::yearNameDay:
            std::snprintf(text,
                          sizeof text,
                          "%04d-%s-%02d 00:00:00",
                          date.year,
                          monthNames[static_cast<std::size_t>(date.month - 1)],
                          date.day);
            return text;
        case DateForm::compact:
            std::snprintf(text, sizeof text, "%04d%02d%02d", date.year, date.month, date.day);
            return text;
        case DateForm::excel:
            // Before March 1900 the system is off by one; such cells come as text.
            if (whole && date.year > 1900)
                return std::to_string(excelSerial(*whole, *base::makeDate(1899, 12, 30)));
            break;
        case DateForm::excel1904:
            if (whole && date.year > 1904)
                return std::to_string(excelSerial(*whole, *base::makeDate(1904, 1, 1)));
            break;
        case DateForm::monthDayYear:
            std::snprintf(text, sizeof text, "%02d/%02d/%04d", date.month, date.day, date.year);
            return text;
        case DateForm::dayMonthYear:
            break;
    }
    std::snprintf(text, sizeof text, "%02d/%02d/%04d", date.day, date.month, date.year);
    return text;
}

std::string sexText(records::Sex sex, records::Agency agency) {
    if (sex == records::Sex::unknown)
        return agency == records::Agency::health ? "9" : "";
    const bool female = sex == records::Sex::female;
    if (agency == records::Agency::health)
        return female ? "2" : "1";
    if (agency == records::Agency::probation || agency == records::Agency::courts)
        return female ? "Female" : "Male";
    return female ? "F" : "M";
}

std::string decimalText(double value) {
    const long long pence = std::llround(value * 100);
    std::string text = std::to_string(pence / 100);
    if (pence % 100 == 0)
        return text;
    const std::string rest = std::to_string(100 + pence % 100);
    return text + "." + rest.substr(1);
}

std::string addressPart(const std::string& address, std::size_t part, std::size_t parts) {
    constexpr std::string_view between = ", ";
    std::vector<std::string_view> pieces;
    std::string_view left = address;
    for (std::size_t at = left.find(between); at != std::string_view::npos;
         at = left.find(between)) {
        pieces.push_back(left.substr(0, at));
        left.remove_prefix(at + between.size());
    }
    pieces.push_back(left);
    if (pieces.size() < parts) {
        if (part + 1 == parts)
            return pieces.size() > 1 ? std::string(pieces.back()) : std::string();
        const std::size_t own = pieces.size() > 1 ? pieces.size() - 1 : 1;
        return part < own ? std::string(pieces[part]) : std::string();
    }
    const std::size_t extra = pieces.size() - parts;
    if (part > 0)
        return std::string(pieces[part + extra]);
    // The first pieces together.
    std::string first(pieces[0]);
    for (std::size_t i = 1; i <= extra; ++i)
        first.append(between).append(pieces[i]);
    return first;
}

}  // namespace synth
