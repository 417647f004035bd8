// SPDX-License-Identifier: GPL-3.0-or-later
// The chain of a partner's row, in words: what took its place, and what it said before. For those
// who may open the row itself.
#pragma once

#include "records/agreement.h"
#include "records/source_record.h"
#include "store/vault.h"

#include <map>
#include <string>
#include <vector>

namespace casework {

// Newest first; empty when the row was sent once. `records` holds the versions that the reader may
// open; of the others only the place is told.
[[nodiscard]] base::Result<std::vector<std::string>> rowVersions(
    store::Vault& vault,
    const records::SourceRecord& record,
    const std::map<records::RecordId, records::SourceRecord>& records,
    const std::map<records::DeliveryId, records::Delivery>& deliveries);

}  // namespace casework
