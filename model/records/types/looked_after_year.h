// SPDX-License-Identifier: GPL-3.0-or-later
// What a council tells the department once a year of a child looked after for the whole of it: was
// the child convicted or cautioned in the year, did the child have a substance misuse problem.
// Source: DfE, SSDA903 return, outcomes (OC2). The year ends on 31 March.
#pragma once

#include "records/field.h"

namespace records {

namespace lookedAfterYear {

inline constexpr Field fields[] = {
    {"year_end", "Year ending", FieldKind::date, true, FieldTime::event},
    {"convicted", "Convicted or cautioned in the year", FieldKind::flag, false, FieldTime::none},
    {"substance_misuse", "Substance misuse problem", FieldKind::flag, false, FieldTime::none},
};

}  // namespace lookedAfterYear

inline constexpr RecordType lookedAfterYearType{
    "looked_after_year",
    "Year in care",
    lookedAfterYear::fields,
    "A looked-after child's year: convicted or cautioned, substance misuse."};

}  // namespace records
