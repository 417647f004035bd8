// SPDX-License-Identifier: GPL-3.0-or-later
// Sessions of one term under one attendance code, as census session tables send them. Detail
// beside the term totals: never added to them; a rate takes the one that tells more absence.
#pragma once

#include "records/field.h"

namespace records {

namespace attendanceReason {

inline constexpr CodeValue classes[] = {
    {"present", "Present or approved activity"},
    {"authorised", "Authorised absence"},
    {"unauthorised", "Unauthorised absence"},
    {"not-required", "Not a possible session"},
    {"no-mark", "No mark made"},
    {"unknown-code", "Code not in the table"},
};

inline constexpr Field fields[] = {
    {"term", "School term", FieldKind::text, true, FieldTime::term},
    {"school_urn", "School URN", FieldKind::text, false, FieldTime::none},
    {"reason_code", "Attendance code", FieldKind::text, true, FieldTime::none},
    {"absence_class", "Class", FieldKind::code, true, FieldTime::none, classes},
    {"sessions", "Sessions", FieldKind::integer, true, FieldTime::none, {}, 0, 500},
};

}  // namespace attendanceReason

inline constexpr RecordType attendanceReasonType{
    "attendance_reason", "Absence by reason", attendanceReason::fields,
    "A pupil's sessions in one school term recorded under one attendance code."};

}  // namespace records
