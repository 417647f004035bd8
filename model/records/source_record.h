// SPDX-License-Identifier: GPL-3.0-or-later
// One row of one delivery, as a value: who it is about and the typed fields of its type. Rows are
// numbered as records/row_number.h says, no two of a delivery alike.
#pragma once

#include "records/agency.h"
#include "records/field.h"
#include "records/identity.h"
#include "records/ids.h"

#include <string>

namespace records {

struct SourceRecord {
    RecordId id;
    DeliveryId delivery;
    std::int64_t row = 0;
    Agency agency = Agency::schools;
    const RecordType* type = nullptr;  // from the catalogue; never null once read
    Identity identity;
    Payload payload;
};

// Where a record lies on the calendar: an event's day, or a state's range (open end = still so).
// nullopt when its type has no date or none was sent. A term's dates need a calendar: not here.
[[nodiscard]] std::optional<base::DateRange> periodOf(const RecordType& type, const Payload& payload);

}  // namespace records
