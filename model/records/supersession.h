// SPDX-License-Identifier: GPL-3.0-or-later
// A source record that no longer counts, and what took its place. It stays readable as history;
// links, families and criteria pass it over. What supersedes what is told by the day each delivery
// speaks of, never by the order in which they arrived.
#pragma once

#include "records/ids.h"

#include <string>
#include <string_view>

namespace records {

enum class Superseding {
    replaced = 1,       // a later delivery has the row of the same key
    noLongerSent,       // a later delivery says everything anew, without this row
    takenBack,          // a later delivery withdraws the row of this key
    notice,             // the row only says that an earlier one is withdrawn
    deliveryWithdrawn,  // the delivery was sent in error
};

struct Supersession {
    RecordId record;
    Superseding why = Superseding::replaced;
    DeliveryId byDelivery;  // the next delivery that speaks of the row; empty when there is none
    RecordId byRecord;      // its row, when it has one

    friend bool operator==(const Supersession&, const Supersession&) = default;
};

// "replaced by a later delivery": ends a sentence that names the row.
[[nodiscard]] std::string_view supersedingName(Superseding why);

}  // namespace records
