// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/supersession_table.h"

#include "store/query.h"
#include "store/settling.h"

#include <algorithm>

namespace store {

namespace {

using records::DeliveryId;
using records::RecordId;
using records::Superseding;
using records::Supersession;

constexpr std::string_view supersessionColumns =
    "SELECT record_id, why, by_delivery, by_record FROM superseded ";

Supersession readSupersession(Statement& row) {
    return {row.id<RecordId>(0),
            static_cast<Superseding>(row.integer(1)),
            row.id<DeliveryId>(2),
            row.id<RecordId>(3)};
}

DeliveryStanding readStanding(Statement& row) {
    return {row.id<DeliveryId>(0),
            row.date(1).value_or(base::Date()),
            row.text(2),
            row.text(3),
            row.id<records::UserId>(4),
            row.text(5)};
}

using Records = std::vector<RecordId>;

base::Result<void> gather(Database& database,
                          Records& into,
                          std::string_view sql,
                          const auto&... values) {
    return eachRow(
        database,
        sql,
        [&](Statement& row) -> base::Result<void> {
            into.push_back(row.id<RecordId>(0));
            return {};
        },
        values...);
}

// Records of other deliveries that now have a nearer successor by key.
base::Result<void> gatherReplaced(Database& database,
                                  const DeliveryOrder& order,
                                  DeliveryId delivery,
                                  Records& into) {
    const std::size_t rank = order.rank(delivery);
    return eachRow(
        database,
        "SELECT b.record_id, b.delivery_id, s.by_delivery FROM row_keys a "
        "JOIN row_keys b ON b.row_key = a.row_key "
        "LEFT JOIN superseded s ON s.record_id = b.record_id "
        "WHERE a.delivery_id = ? AND a.row_key <> 0 AND b.delivery_id <> a.delivery_id",
        [&](Statement& row) -> base::Result<void> {
            const bool older = order.rank(row.id<DeliveryId>(1)) < rank;
            const std::size_t now = order.rank(row.id<DeliveryId>(2));
            if (older && now > rank)
                into.push_back(row.id<RecordId>(0));
            return {};
        },
        delivery);
}

// Records of the parts that the delivery says anew, back to the whole delivery before it: what is
// older was superseded by that one.
base::Result<void> gatherParts(Database& database,
                               const DeliveryOrder& order,
                               const WholeParts& whole,
                               DeliveryId delivery,
                               const std::vector<std::int64_t>& parts,
                               Records& into) {
    const std::size_t rank = order.rank(delivery);
    for (const std::int64_t part : parts)
        for (std::size_t at = whole.before(part, rank); at < rank; ++at)
            if (auto done =
                    gather(database,
                           into,
                           "SELECT record_id FROM row_keys WHERE delivery_id = ? AND part = ?",
                           order.at(at),
                           part);
                !done)
                return done;
    return {};
}

}  // namespace

base::Result<void> SupersessionTable::appendKey(RecordId record,
                                                DeliveryId delivery,
                                                const RowKey& key) {
    return run(m_vault->database(),
               "INSERT INTO row_keys (record_id, delivery_id, part, row_key, withdraws) "
               "VALUES (?, ?, ?, ?, ?)",
               record,
               delivery,
               key.part,
               key.row,
               key.withdraws);
}

base::Result<void> SupersessionTable::settle(DeliveryId delivery,
                                             base::Date speaksOf,
                                             const std::vector<std::int64_t>& wholeParts) {
    Database& database = m_vault->database();
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return base::fail(transaction.error());
    if (auto done = run(database,
                        "INSERT INTO delivery_standing (delivery_id, speaks_of, withdrawn_at, "
                        "withdrawn_by, reason) VALUES (?, ?, '', 0, '')",
                        delivery,
                        speaksOf);
        !done)
        return done;
    for (const std::int64_t part : wholeParts)
        if (auto done = run(database,
                            "INSERT INTO whole_parts (part, delivery_id) VALUES (?, ?)",
                            part,
                            delivery);
            !done)
            return done;
    const auto all = standings();
    if (!all)
        return base::fail(all.error());
    const DeliveryOrder order(*all);
    const auto whole = WholeParts::load(database, order);
    if (!whole)
        return base::fail(whole.error());
    Records records;
    if (auto done = gather(
            database, records, "SELECT record_id FROM row_keys WHERE delivery_id = ?", delivery);
        !done)
        return done;
    if (auto done = gatherReplaced(database, order, delivery, records); !done)
        return done;
    if (auto done = gatherParts(database, order, *whole, delivery, wholeParts, records); !done)
        return done;
    std::ranges::sort(records);
    records.erase(std::unique(records.begin(), records.end()), records.end());
    if (auto done = Settling(database, order, *whole).settle(records); !done)
        return done;
    return transaction->commit();
}

base::Result<void> SupersessionTable::withdraw(DeliveryId delivery,
                                               records::UserId by,
                                               std::string_view reason) {
    Database& database = m_vault->database();
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return base::fail(transaction.error());
    auto all = standings();
    if (!all)
        return base::fail(all.error());
    const auto own = std::ranges::find(*all, delivery, &DeliveryStanding::delivery);
    const std::string place = "delivery " + std::to_string(delivery.value);
    if (own == all->end())
        return base::fail(base::Code::notFound, place, "there is no such delivery");
    if (!own->withdrawnAt.empty())
        return base::fail(base::Code::exists, place, "is withdrawn already");
    own->withdrawnAt = base::nowUtc();
    const base::Date speaksOf = own->speaksOf;
    if (auto done = run(database, "DELETE FROM delivery_standing WHERE delivery_id = ?", delivery);
        !done)
        return done;
    if (auto done = run(database,
                        "INSERT INTO delivery_standing (delivery_id, speaks_of, withdrawn_at, "
                        "withdrawn_by, reason) VALUES (?, ?, ?, ?, ?)",
                        delivery,
                        speaksOf,
                        own->withdrawnAt,
                        by,
                        reason);
        !done)
        return done;
    if (auto done = run(database,
                        "DELETE FROM superseded WHERE record_id IN "
                        "(SELECT id FROM source_records WHERE delivery_id = ?)",
                        delivery);
        !done)
        return done;
    if (auto done = run(database,
                        "INSERT INTO superseded (record_id, why, by_delivery, by_record) "
                        "SELECT id, ?, 0, 0 FROM source_records WHERE delivery_id = ?",
                        static_cast<int>(Superseding::deliveryWithdrawn),
                        delivery);
        !done)
        return done;
    if (auto done = freeFrom(delivery, *all); !done)
        return done;
    return transaction->commit();
}

// What the withdrawn delivery had superseded finds its successor anew.
base::Result<void> SupersessionTable::freeFrom(DeliveryId delivery,
                                               const std::vector<DeliveryStanding>& all) {
    Database& database = m_vault->database();
    const DeliveryOrder order(all);
    const auto whole = WholeParts::load(database, order);
    if (!whole)
        return base::fail(whole.error());
    Records records;
    if (auto done = gather(
            database, records, "SELECT record_id FROM superseded WHERE by_delivery = ?", delivery);
        !done)
        return done;
    return Settling(database, order, *whole).settle(records);
}

base::Result<std::vector<DeliveryStanding>> SupersessionTable::standings() const {
    auto all = allRows(m_vault->database(),
                       "SELECT d.id, coalesce(s.speaks_of, substr(d.received_at, 1, 10)), "
                       "d.received_at, coalesce(s.withdrawn_at, ''), coalesce(s.withdrawn_by, 0), "
                       "coalesce(s.reason, '') FROM deliveries d "
                       "LEFT JOIN delivery_standing s ON s.delivery_id = d.id",
                       readStanding);
    if (all)
        std::ranges::sort(*all, [](const DeliveryStanding& a, const DeliveryStanding& b) {
            return std::tie(a.speaksOf, a.receivedAt, a.delivery) <
                   std::tie(b.speaksOf, b.receivedAt, b.delivery);
        });
    return all;
}

base::Result<std::optional<Supersession>> SupersessionTable::find(RecordId record) const {
    return firstRow(m_vault->database(),
                    std::string(supersessionColumns) + "WHERE record_id = ?",
                    readSupersession,
                    record);
}

base::Result<std::vector<Supersession>> SupersessionTable::historyOf(RecordId record) const {
    std::vector<Supersession> history;
    Records waiting{record};
    for (std::size_t at = 0; at < waiting.size(); ++at) {
        const auto replaced = allRows(m_vault->database(),
                                      std::string(supersessionColumns) +
                                          "WHERE by_delivery = (SELECT delivery_id FROM row_keys "
                                          "WHERE record_id = ?) AND by_record = ? "
                                          "ORDER BY record_id",
                                      readSupersession,
                                      waiting[at],
                                      waiting[at]);
        if (!replaced)
            return base::fail(replaced.error());
        for (const Supersession& each : *replaced) {
            history.push_back(each);
            waiting.push_back(each.record);
        }
    }
    return history;
}

base::Result<std::vector<std::pair<Superseding, std::int64_t>>> SupersessionTable::counts(
    DeliveryId delivery) const {
    return allRows(
        m_vault->database(),
        "SELECT why, count(*) FROM superseded WHERE record_id IN "
        "(SELECT id FROM source_records WHERE delivery_id = ?) GROUP BY why ORDER BY why",
        [](Statement& row) {
            return std::pair(static_cast<Superseding>(row.integer(0)), row.integer(1));
        },
        delivery);
}

base::Result<std::int64_t> SupersessionTable::replacedBy(DeliveryId delivery) const {
    return oneNumber(m_vault->database(),
                     "SELECT count(*) FROM superseded s JOIN source_records r ON r.id = "
                     "s.record_id WHERE s.by_delivery = ? AND r.delivery_id <> s.by_delivery",
                     delivery);
}

base::Result<std::unordered_map<RecordId, RecordId>> SupersessionTable::standIns() const {
    std::unordered_map<RecordId, RecordId> next;
    const auto walked = eachRow(m_vault->database(),
                                "SELECT record_id, by_record FROM superseded",
                                [&](Statement& row) -> base::Result<void> {
                                    next.emplace(row.id<RecordId>(0), row.id<RecordId>(1));
                                    return {};
                                });
    if (!walked)
        return base::fail(walked.error());
    std::unordered_map<RecordId, RecordId> last;
    for (const auto& [record, by] : next) {
        RecordId now = by;
        for (auto found = next.find(now); found != next.end(); found = next.find(now))
            now = found->second;
        if (now)
            last.emplace(record, now);
    }
    return last;
}

}  // namespace store
