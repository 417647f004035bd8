// SPDX-License-Identifier: GPL-3.0-or-later
// An offence by a person, with its outcome. Proven means convicted, cautioned or a youth disposal.
#pragma once

#include "records/field.h"

namespace records {

namespace offence {

inline constexpr CodeValue outcomes[] = {
    {"convicted", "Convicted"},
    {"cautioned", "Cautioned"},
    {"youth-caution", "Youth caution or conditional caution"},
    {"restorative", "Restorative disposal"},
    {"no-further-action", "No further action"},
    {"pending", "Not yet decided"},
};

inline constexpr Field fields[] = {
    {"offence_date", "Date of offence", FieldKind::date, false, FieldTime::none},
    {"outcome_date", "Date of outcome", FieldKind::date, true, FieldTime::event},
    {"offence_code", "Offence code", FieldKind::text, false, FieldTime::none},
    {"offence", "Offence", FieldKind::text, false, FieldTime::none},
    {"outcome", "Outcome", FieldKind::code, true, FieldTime::none, outcomes},
};

}  // namespace offence

inline constexpr RecordType offenceType{
    "offence", "Offence", offence::fields,
    "An offence and what became of it."};

}  // namespace records
