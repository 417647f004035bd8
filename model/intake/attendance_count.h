// SPDX-License-Identifier: GPL-3.0-or-later
// A pupil's half days counted by what they count as: from a register's marks in one long string, or
// from a count a code. Sessions possible = present + authorised + unauthorised, so that half days
// taught at another school where the pupil is registered too (code D), closed days and days not yet
// required are nobody's absence and are not counted twice. Pure; throws nothing.
#pragma once

#include "base/date.h"
#include "intake/attendance_codes.h"

#include <string>
#include <string_view>
#include <vector>

namespace intake {

struct Sessions {
    long present = 0;
    long authorised = 0;
    long unauthorised = 0;
    long notRequired = 0;
    long unmarked = 0;
    // Under a code that has no meaning on its day: left out of everything else.
    long unknown = 0;

    [[nodiscard]] long possible() const { return present + authorised + unauthorised; }

    void add(SessionClass counts, long sessions);

    friend bool operator==(const Sessions&, const Sessions&) = default;
};

// More than the registers of a whole school life hold.
inline constexpr std::size_t mostMarks = 20'000;

// The marks of a register one by one, mostMarks and one at most. A letter with a digit after it is
// one mark ("C1"); blanks, commas and semicolons separate; everything else is a mark of its own.
[[nodiscard]] std::vector<std::string_view> splitMarks(std::string_view marks);

struct TermSessions {
    std::string term;  // "2025-autumn"
    Sessions sessions;

    friend bool operator==(const TermSessions&, const TermSessions&) = default;
};

// Marks from `start` on, two a day, Monday to Friday (a day the school is closed has its own mark,
// #), put into the terms in which their days lie. In the order of the days. Beginning on a Saturday
// or Sunday means the Monday after. The marks after mostMarks and one are not looked at.
[[nodiscard]] std::vector<TermSessions> countMarks(base::Date start,
                                                   std::string_view marks,
                                                   const AttendanceCodes& codes);

}  // namespace intake
