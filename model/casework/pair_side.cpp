// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/pair_side.h"

#include "base/text.h"
#include "store/delivery_table.h"
#include "store/source_record_table.h"

namespace casework {

base::Result<PairSide> pairSide(Session& session,
                                const access::Grant& grant,
                                records::RecordId id) {
    const auto record = store::SourceRecordTable(session.vault()).find(grant, id);
    if (!record)
        return base::fail(record.error());
    const auto delivery = store::DeliveryTable(session.vault()).find(record->delivery);
    if (!delivery)
        return base::fail(delivery.error());
    PairSide shown;
    shown.identity = record->identity;
    if (shown.identity.addressProtected) {
        shown.identity.address = "Protected address";
        shown.identity.postcode.clear();
        shown.identity.uprn.clear();
    }
    shown.source = sourceWords(*record, *delivery ? &**delivery : nullptr);
    return shown;
}

std::string sourceWords(const records::SourceRecord& record, const records::Delivery* delivery) {
    return std::string(records::agencyName(record.agency)) + ": " +
           (delivery == nullptr ? std::string("entered by hand") : delivery->fileName) + ", row " +
           base::grouped(static_cast<std::size_t>(record.row));
}

}  // namespace casework
