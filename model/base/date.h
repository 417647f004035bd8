// SPDX-License-Identifier: GPL-3.0-or-later
// Calendar days (boost::gregorian) and instants (UTC, whole seconds as text). Days are the unit of
// everything partners send; instants are for the audit log and decisions.
#pragma once

#include <boost/date_time/gregorian/gregorian_types.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace base {

using Date = boost::gregorian::date;  // default-constructed is not_a_date

// A closed range of days; either end may be absent, meaning open.
struct DateRange {
    std::optional<Date> from;
    std::optional<Date> to;

    [[nodiscard]] bool contains(Date day) const;
    [[nodiscard]] bool overlaps(const DateRange& other) const;

    friend bool operator==(const DateRange&, const DateRange&) = default;
};

// A real calendar day from numbers, or nothing (31 February, year outside 1400-9999).
[[nodiscard]] std::optional<Date> makeDate(int year, int month, int day);

// "2026-11-21" and nothing else.
[[nodiscard]] std::optional<Date> parseIsoDate(std::string_view text);
[[nodiscard]] std::string isoDate(Date date);  // "" for not_a_date
// "21 Nov 2026", as people here write it.
[[nodiscard]] std::string plainDate(Date date);

// Calendar arithmetic: the same day of the month `months` away, or the month's last day.
[[nodiscard]] Date addMonths(Date date, int months);
// Completed years on `day`; someone born 29 February is a year older on 1 March.
[[nodiscard]] int ageOn(Date birth, Date day);

[[nodiscard]] Date today();
// "2026-11-21T09:58:03Z"
[[nodiscard]] std::string nowUtc();

}  // namespace base
