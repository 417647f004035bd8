// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/attendance_count.h"

#include "intake/term_reading.h"

namespace intake {

namespace {

bool separates(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == ',' || c == ';';
}

bool isLetter(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

base::Date schoolDayFrom(base::Date day) {
    using boost::gregorian::days;
    if (day.day_of_week() == boost::date_time::Saturday)
        return day + days(2);
    if (day.day_of_week() == boost::date_time::Sunday)
        return day + days(1);
    return day;
}

// The calendar ends on a Friday; after it there is no day.
base::Date schoolDayAfter(base::Date day) {
    static const base::Date last(boost::date_time::max_date_time);
    return day < last ? schoolDayFrom(day + boost::gregorian::days(1)) : day;
}

}  // namespace

void Sessions::add(SessionClass counts, long sessions) {
    switch (counts) {
        case SessionClass::present:
            present += sessions;
            return;
        case SessionClass::authorised:
            authorised += sessions;
            return;
        case SessionClass::unauthorised:
            unauthorised += sessions;
            return;
        case SessionClass::notRequired:
            notRequired += sessions;
            return;
        case SessionClass::noMark:
            unmarked += sessions;
            return;
    }
}

std::vector<std::string_view> splitMarks(std::string_view marks) {
    std::vector<std::string_view> out;
    for (std::size_t at = 0; at < marks.size() && out.size() <= mostMarks;) {
        if (separates(marks[at])) {
            ++at;
            continue;
        }
        const bool two = isLetter(marks[at]) && at + 1 < marks.size() && isDigit(marks[at + 1]);
        out.push_back(marks.substr(at, two ? 2 : 1));
        at += two ? 2 : 1;
    }
    return out;
}

std::vector<TermSessions> countMarks(base::Date start,
                                     std::string_view marks,
                                     const AttendanceCodes& codes) {
    std::vector<TermSessions> terms;
    base::Date day = schoolDayFrom(start);
    bool afternoon = false;
    for (const std::string_view mark : splitMarks(marks)) {
        std::string term = termOf(day);
        if (terms.empty() || terms.back().term != term)
            terms.push_back({std::move(term), {}});
        if (const AttendanceCode* code = codes.find(mark, day))
            terms.back().sessions.add(code->counts, 1);
        else
            ++terms.back().sessions.unknown;
        if (afternoon)
            day = schoolDayAfter(day);
        afternoon = !afternoon;
    }
    return terms;
}

}  // namespace intake
