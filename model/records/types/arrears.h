// SPDX-License-Identifier: GPL-3.0-or-later
// Money owed at a date, by kind. Pounds.
#pragma once

#include "records/field.h"

namespace records {

namespace arrears {

inline constexpr CodeValue kinds[] = {
    {"rent", "Rent arrears"},
    {"council-tax", "Council tax"},
    {"problem-debt", "Other problem debt"},
    {"homelessness-duty", "Homelessness duty owed"},
};

inline constexpr Field fields[] = {
    {"as_at_date", "As at", FieldKind::date, true, FieldTime::event},
    {"kind", "Kind", FieldKind::code, true, FieldTime::none, kinds},
    {"amount", "Amount owed, pounds", FieldKind::decimal, false, FieldTime::none, {}, 0, 1000000},
    {"weeks", "Weeks of rent owed", FieldKind::decimal, false, FieldTime::none, {}, 0, 1000},
    {"eviction_notice", "Notice seeking possession served", FieldKind::flag, false, FieldTime::none},
};

}  // namespace arrears

inline constexpr RecordType arrearsType{
    "arrears", "Arrears or debt", arrears::fields,
    "Rent arrears, council tax debt or other problem debt."};

}  // namespace records
