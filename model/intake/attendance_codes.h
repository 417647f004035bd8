// SPDX-License-Identifier: GPL-3.0-or-later
// The register codes of English schools, with the years each was in use and what a half day under
// it counts as. The table is data (resources/codes/attendance.toml, which names its sources); a
// code retired or not yet made on a day is not known on that day. Plain values.
#pragma once

#include "base/date.h"
#include "base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace intake {

// What half a school day counts as (DfE, pupil absence statistics methodology).
enum class SessionClass {
    present,       // at school or at an approved activity elsewhere
    authorised,    // absent with leave
    unauthorised,  // absent without leave
    notRequired,   // not a possible session of this school
    noMark,        // possible, but nobody made a mark: counted as nothing
};

// As the field attendance_reason.absence_class says it: "not-required".
[[nodiscard]] std::string_view sessionClassName(SessionClass counts);

struct AttendanceCode {
    std::string code;  // "C1"
    std::string meaning;
    SessionClass counts = SessionClass::present;
    base::DateRange inUse;
};

class AttendanceCodes {
public:
    AttendanceCodes() = default;
    explicit AttendanceCodes(std::vector<AttendanceCode> codes);

    // The code's meaning on that day, in any case; nullptr when it had none.
    [[nodiscard]] const AttendanceCode* find(std::string_view code, base::Date day) const;
    // Whether it ever had one.
    [[nodiscard]] bool everUsed(std::string_view code) const;

    [[nodiscard]] const std::vector<AttendanceCode>& all() const { return m_codes; }

private:
    std::vector<AttendanceCode> m_codes;  // by code, then by the day it came into use
};

// Fails with every fault of the text, each at file:line:column; two meanings of one code on one day
// are a fault.
[[nodiscard]] base::Result<AttendanceCodes> readAttendanceCodes(std::string_view text,
                                                                std::string_view fileName);

// The table that comes with the program.
[[nodiscard]] const base::Result<AttendanceCodes>& shippedAttendanceCodes();

}  // namespace intake
