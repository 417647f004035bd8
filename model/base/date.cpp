// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/date.h"

#include <array>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <ctime>

namespace base {

namespace {

constexpr std::array<const char*, 12> monthNames{
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

std::optional<int> digits(std::string_view text) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || text.front() == '-')
        return std::nullopt;
    return value;
}

}  // namespace

bool DateRange::contains(Date day) const {
    return (!from || *from <= day) && (!to || day <= *to);
}

bool DateRange::overlaps(const DateRange& other) const {
    const bool startsInTime = !from || !other.to || *from <= *other.to;
    const bool endsInTime = !to || !other.from || *other.from <= *to;
    return startsInTime && endsInTime;
}

std::optional<Date> makeDate(int year, int month, int day) {
    if (year < 1400 || year > 9999 || month < 1 || month > 12 || day < 1)
        return std::nullopt;
    const int last = boost::gregorian::gregorian_calendar::end_of_month_day(
        static_cast<unsigned short>(year), static_cast<unsigned short>(month));
    if (day > last)
        return std::nullopt;
    return Date(static_cast<unsigned short>(year),
                static_cast<unsigned short>(month),
                static_cast<unsigned short>(day));
}

std::optional<Date> parseIsoDate(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-')
        return std::nullopt;
    const auto year = digits(text.substr(0, 4));
    const auto month = digits(text.substr(5, 2));
    const auto day = digits(text.substr(8, 2));
    if (!year || !month || !day)
        return std::nullopt;
    return makeDate(*year, *month, *day);
}

std::string isoDate(Date date) {
    if (date.is_special())
        return {};
    const auto parts = date.year_month_day();
    char text[48];
    std::snprintf(text,
                  sizeof text,
                  "%04d-%02d-%02d",
                  int(parts.year),
                  int(parts.month.as_number()),
                  int(parts.day));
    return text;
}

std::string plainDate(Date date) {
    if (date.is_special())
        return {};
    const auto parts = date.year_month_day();
    return std::to_string(int(parts.day)) + " " + monthNames[parts.month.as_number() - 1U] + " " +
           std::to_string(int(parts.year));
}

Date addMonths(Date date, int months) {
    const auto parts = date.year_month_day();
    const int index = int(parts.year) * 12 + int(parts.month.as_number()) - 1 + months;
    const int year = index / 12;
    const int month = index % 12 + 1;
    const int last = boost::gregorian::gregorian_calendar::end_of_month_day(
        static_cast<unsigned short>(year), static_cast<unsigned short>(month));
    return *makeDate(year, month, std::min(int(parts.day), last));
}

int ageOn(Date birth, Date day) {
    const auto born = birth.year_month_day();
    const auto now = day.year_month_day();
    const bool before = std::pair(now.month.as_number(), now.day.as_number()) <
                        std::pair(born.month.as_number(), born.day.as_number());
    return int(now.year) - int(born.year) - (before ? 1 : 0);
}

Date today() {
    const std::time_t now = std::time(nullptr);
    std::tm parts{};
    localtime_r(&now, &parts);
    return *makeDate(parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday);
}

std::string nowUtc() {
    const std::time_t now = std::time(nullptr);
    std::tm parts{};
    gmtime_r(&now, &parts);
    char text[32];
    std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts);
    return text;
}

}  // namespace base
