// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/settling.h"

#include "store/query.h"

#include <algorithm>

namespace store {

using records::DeliveryId;
using records::RecordId;
using records::Superseding;
using records::Supersession;

base::Result<void> Settling::settle(const std::vector<RecordId>& records) {
    for (const RecordId record : records)
        if (auto done = settle(record); !done)
            return done;
    return {};
}

base::Result<void> Settling::settle(RecordId record) {
    if (auto done = run(m_database, "DELETE FROM superseded WHERE record_id = ?", record); !done)
        return done;
    const auto row = firstRow(
        m_database,
        "SELECT record_id, delivery_id, part, row_key, withdraws FROM row_keys WHERE record_id = ?",
        [](Statement& read) {
            return Row{read.id<RecordId>(0),
                       read.id<DeliveryId>(1),
                       read.integer(2),
                       read.integer(3),
                       read.integer(4) != 0};
        },
        record);
    if (!row)
        return base::fail(row.error());
    if (!*row)
        return {};
    const auto found = supersessionOf(**row);
    if (!found)
        return base::fail(found.error());
    if (!*found)
        return {};
    return run(
        m_database,
        "INSERT INTO superseded (record_id, why, by_delivery, by_record) VALUES (?, ?, ?, ?)",
        (*found)->record,
        static_cast<int>((*found)->why),
        (*found)->byDelivery,
        (*found)->byRecord);
}

base::Result<std::optional<Supersession>> Settling::supersessionOf(const Row& row) {
    const std::size_t rank = m_order.rank(row.delivery);
    if (rank == DeliveryOrder::none)
        return Supersession{row.record, Superseding::deliveryWithdrawn, {}, {}};
    const auto next = nextOfKey(row, rank);
    if (!next)
        return base::fail(next.error());
    const std::size_t by = std::min(next->rank, m_whole.next(row.part, rank));
    if (by == DeliveryOrder::none)
        return row.withdraws ? std::optional(Supersession{row.record, Superseding::notice, {}, {}})
                             : std::nullopt;
    Supersession found{row.record, Superseding::noLongerSent, m_order.at(by), {}};
    if (by == next->rank) {
        found.byRecord = next->record;
        found.why = next->withdraws ? Superseding::takenBack : Superseding::replaced;
    }
    if (row.withdraws)
        found.why = Superseding::notice;
    return found;
}

base::Result<Settling::Next> Settling::nextOfKey(const Row& row, std::size_t rank) {
    Next next;
    if (row.key == 0)
        return next;
    const auto walked = eachRow(
        m_database,
        "SELECT record_id, delivery_id, withdraws FROM row_keys WHERE row_key = ?",
        [&](Statement& read) -> base::Result<void> {
            const Next other{
                m_order.rank(read.id<DeliveryId>(1)), read.id<RecordId>(0), read.integer(2) != 0};
            if (other.rank == DeliveryOrder::none)
                return {};
            const bool later = other.rank > rank || (other.rank == rank && other.withdraws &&
                                                     !row.withdraws && other.record > row.record);
            const bool nearer =
                other.rank < next.rank || (other.rank == next.rank && other.record < next.record);
            if (later && nearer)
                next = other;
            return {};
        },
        row.key);
    if (!walked)
        return base::fail(walked.error());
    return next;
}

}  // namespace store
