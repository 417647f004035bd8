// SPDX-License-Identifier: GPL-3.0-or-later
// A nomination under one criterion: who, in which role and agency, when, why, and when it is to be
// looked at again.
#pragma once

#include "records/field.h"

namespace records {

namespace nomination {

inline constexpr Field fields[] = {
    {"criterion", "Criterion", FieldKind::integer, true, FieldTime::none, {}, 1, 6},
    {"nomination_date", "Date", FieldKind::date, true, FieldTime::event},
    {"nominator", "Nominated by", FieldKind::text, true, FieldTime::none},
    {"nominator_role", "Role", FieldKind::text, true, FieldTime::none},
    {"nominator_agency", "Agency", FieldKind::text, true, FieldTime::none},
    {"reason", "Reason", FieldKind::text, true, FieldTime::none},
    {"review_date", "Review on", FieldKind::date, false, FieldTime::none},
};

}  // namespace nomination

inline constexpr RecordType nominationType{
    "nomination", "Professional nomination", nomination::fields,
    "A professional's written concern of equal weight."};

}  // namespace records
