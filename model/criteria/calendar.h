// SPDX-License-Identifier: GPL-3.0-or-later
// The school terms of a council. Attendance comes by term and several indicators look back over
// "the last three terms", and term dates are local, so they are data. A plain value.
#pragma once

#include "base/date.h"
#include "base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace criteria {

// A school day is two sessions, morning and afternoon (Education (School Day) Regulations 1999).
inline constexpr int sessionsADay = 2;

struct Term {
    std::string code;  // "2025-autumn": season and calendar year it begins in
    base::Date from;
    base::Date to;  // last day of school
};

struct Calendar {
    std::string name;  // "herefordshire"
    std::string council;
    std::string reference;
    std::vector<Term> terms;  // by date, never overlapping

    [[nodiscard]] const Term* term(std::string_view code) const;
    // The `count` latest terms that ended before `asAt`, oldest first; fewer when the calendar does
    // not reach back far enough. A term is not completed on its own last day.
    [[nodiscard]] std::vector<Term> lastCompletedTerms(base::Date asAt, int count) const;
};

// Fails with every fault of the text, each with file:line:column.
[[nodiscard]] base::Result<Calendar> readCalendar(std::string_view text, std::string_view fileName);

// One that came with the program, by name ("herefordshire"); Code::notFound for others.
[[nodiscard]] base::Result<Calendar> shippedCalendar(std::string_view name);

// "autumn term 2025", for people.
[[nodiscard]] std::string termName(std::string_view code);

}  // namespace criteria
