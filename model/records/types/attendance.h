// SPDX-License-Identifier: GPL-3.0-or-later
// School attendance: the half-day sessions of one pupil in one term. Absent = authorised +
// unauthorised; rates are over possible sessions (DfE absence statistics methodology). A term is a
// code, "2025-autumn": the season and calendar year it begins in.
#pragma once

#include "records/field.h"

namespace records {

namespace attendance {

inline constexpr Field fields[] = {
    {"term", "School term", FieldKind::text, true, FieldTime::term},
    {"school_urn", "School URN", FieldKind::text, false, FieldTime::none},
    {"sessions_possible", "Possible sessions", FieldKind::integer, false, FieldTime::none, {}, 0, 500},
    {"sessions_authorised", "Authorised absence", FieldKind::integer, false, FieldTime::none, {}, 0, 500},
    {"sessions_unauthorised", "Unauthorised absence", FieldKind::integer, false, FieldTime::none, {}, 0, 500},
    {"sessions_attended", "Sessions attended", FieldKind::integer, false, FieldTime::none, {}, 0, 500},
};

}  // namespace attendance

inline constexpr RecordType attendanceType{
    "attendance", "School attendance", attendance::fields,
    "A pupil's sessions in one school term, by class of absence."};

}  // namespace records
