// SPDX-License-Identifier: GPL-3.0-or-later
// An agency's own register of people: who they are, their identifiers, where they live and when
// they lived there. It tells of no event and meets no criterion; it gives rows that carry only the
// agency's number a name to link by. Dates are those of the address.
#pragma once

#include "records/field.h"

namespace records {

namespace personDetails {

inline constexpr Field fields[] = {
    {"start_date", "Address from", FieldKind::date, false, FieldTime::start},
    {"end_date", "Address to", FieldKind::date, false, FieldTime::end},
};

}  // namespace personDetails

inline constexpr RecordType personDetailsType{
    "person_details",
    "Person details",
    personDetails::fields,
    "Who a person of the agency's register is and where they live; no event."};

}  // namespace records
