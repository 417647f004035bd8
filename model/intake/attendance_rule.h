// SPDX-License-Identifier: GPL-3.0-or-later
// How a layout tells attendance by register codes: one code and its sessions a row, a column of
// sessions a code, or the marks themselves in one long string from a first day on. The codes are
// those of intake/attendance_codes.h. A plain value, part of a mapping:
//
//     [attendance]                          [attendance]              [attendance.counts]
//     code = "attendancereason"             marks = "Marks"           "T_Reason_I" = "I"
//                                           start = "First day"       "T_Reason_O" = "O"
#pragma once

#include "base/toml.h"
#include "intake/date_reading.h"

#include <string>
#include <utility>
#include <vector>

namespace intake {

struct AttendanceRule {
    std::string code;   // heading; fills attendance_reason.absence_class
    std::string marks;  // heading; fills the sessions of attendance, a record a term
    std::string start;  // heading of the marks' first day
    DateFormats dates;  // of the first day
    std::vector<std::pair<std::string, std::string>> counts;  // heading and code; fills attendance

    [[nodiscard]] std::vector<std::string> headings() const;
    // Whether it says the fields of that name, so that no column has to.
    [[nodiscard]] bool fills(std::string_view recordType, std::string_view field) const;
    // Our columns that it fills, as agreements list them ("attendance.sessions_possible").
    [[nodiscard]] std::vector<std::string> columns() const;
};

// Reads the [attendance] table; faults go to the table's problems. A code that no year knows is
// one.
[[nodiscard]] AttendanceRule readAttendanceRule(base::TomlTable& table, const DateFormats& dates);

}  // namespace intake
