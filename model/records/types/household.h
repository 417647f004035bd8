// SPDX-License-Identifier: GPL-3.0-or-later
// Household membership or a relationship: a tenancy line, a council tax line, a school contact.
// `household_ref` is the agency's number of the home or tenancy; `related_local_id` names another
// person of the same agency by their local_id in the same series.
#pragma once

#include "records/field.h"

namespace records {

namespace household {

inline constexpr CodeValue relationships[] = {
    {"tenant", "Tenant or head of household"},
    {"partner", "Partner"},
    {"parent", "Parent"},
    {"child", "Child"},
    {"grandparent", "Grandparent"},
    {"carer", "Carer"},
    {"sibling", "Brother or sister"},
    {"lodger", "Lodger"},
    {"other", "Other"},
};

inline constexpr Field fields[] = {
    {"household_ref", "Household number", FieldKind::text, false, FieldTime::none},
    {"relationship", "Relationship", FieldKind::code, true, FieldTime::none, relationships},
    {"related_local_id", "Other person's number", FieldKind::text, false, FieldTime::none},
    {"start_date", "From", FieldKind::date, false, FieldTime::start},
    {"end_date", "To", FieldKind::date, false, FieldTime::end},
    {"lives_here", "Lives at this address", FieldKind::flag, false, FieldTime::none},
    {"parental_responsibility", "Parental responsibility", FieldKind::flag, false, FieldTime::none},
};

}  // namespace household

inline constexpr RecordType householdType{
    "household", "Household or relationship", household::fields,
    "Who lives in a home or is related to whom, with dates."};

}  // namespace records
