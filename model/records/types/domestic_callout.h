// SPDX-License-Identifier: GPL-3.0-or-later
// A police attendance at a domestic incident, one row a person involved. It attaches to the
// address as well as to the person.
#pragma once

#include "records/field.h"

namespace records {

namespace domesticCallout {

inline constexpr CodeValue roles[] = {
    {"victim", "Victim"},
    {"perpetrator", "Perpetrator"},
    {"child", "Child of the home"},
    {"witness", "Witness"},
    {"involved", "Involved"},
};

inline constexpr CodeValue risks[] = {
    {"standard", "Standard"},
    {"medium", "Medium"},
    {"high", "High"},
};

inline constexpr Field fields[] = {
    {"incident_date", "Date", FieldKind::date, true, FieldTime::event},
    {"role", "Part played", FieldKind::code, false, FieldTime::none, roles},
    {"child_present", "A child was present", FieldKind::flag, false, FieldTime::none},
    {"risk", "Assessed risk", FieldKind::code, false, FieldTime::none, risks},
    {"incident_ref", "Incident number", FieldKind::text, false, FieldTime::none},
};

}  // namespace domesticCallout

inline constexpr RecordType domesticCalloutType{
    "domestic_callout", "Police domestic call-out", domesticCallout::fields,
    "A police attendance at a domestic incident."};

}  // namespace records
