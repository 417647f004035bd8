// SPDX-License-Identifier: GPL-3.0-or-later
// Which records still count. Every record may have a key that tells the partner's row; deliveries
// have an order by the day they speak of; from these follows which records are superseded, and by
// what. The same deliveries give the same records in force in whatever order they arrive.
//
// Readers of source_records leave superseded ones out with `recordInForce` in their SQL. What links
// records must know two things more. A record that replaces another is the same row of the partner:
// it takes over the person number, and the answers people gave about the one before hold for it
// (standIns). A record in force without a link is new to the links, a link of a superseded record
// must go: both come about without an import's help (a late delivery, a withdrawal).
#pragma once

#include "base/date.h"
#include "records/supersession.h"
#include "store/vault.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace store {

// A condition on a row of source_records in a WHERE clause.
inline constexpr std::string_view recordInForce =
    "NOT EXISTS (SELECT 1 FROM superseded WHERE superseded.record_id = source_records.id)";

// Which row of the partner a record is. Numbers are hashes under the agency's key.
struct RowKey {
    std::int64_t row = 0;   // 0: the row has no key and is never replaced by its like
    std::int64_t part = 0;  // what a whole delivery replaces at once; 0: nothing does
    bool withdraws = false;
};

struct DeliveryStanding {
    records::DeliveryId delivery;
    base::Date speaksOf;      // the day of the extract, else the day of receipt
    std::string receivedAt;   // UTC
    std::string withdrawnAt;  // UTC, "" while it counts
    records::UserId withdrawnBy;
    std::string reason;
};

class SupersessionTable {
public:
    explicit SupersessionTable(Vault& vault) : m_vault(&vault) {}

    // While a delivery is read, inside its transaction: each accepted record, then once the whole.
    // `wholeParts` are the parts of which it says everything.
    [[nodiscard]] base::Result<void> appendKey(records::RecordId record,
                                               records::DeliveryId delivery,
                                               const RowKey& key);
    [[nodiscard]] base::Result<void> settle(records::DeliveryId delivery,
                                            base::Date speaksOf,
                                            const std::vector<std::int64_t>& wholeParts);

    // Its rows stop counting; what they superseded counts again. Fails with notFound, or exists
    // when it was withdrawn before.
    [[nodiscard]] base::Result<void> withdraw(records::DeliveryId delivery,
                                              records::UserId by,
                                              std::string_view reason);

    // Every delivery, in the order in which they supersede one another.
    [[nodiscard]] base::Result<std::vector<DeliveryStanding>> standings() const;
    [[nodiscard]] base::Result<std::optional<records::Supersession>> find(
        records::RecordId record) const;
    // The records that this one replaced, newest first, back to the first that was sent.
    [[nodiscard]] base::Result<std::vector<records::Supersession>> historyOf(
        records::RecordId record) const;
    // How many of a delivery's records are superseded, by reason.
    [[nodiscard]] base::Result<std::vector<std::pair<records::Superseding, std::int64_t>>> counts(
        records::DeliveryId delivery) const;

    // How many records the delivery superseded.
    [[nodiscard]] base::Result<std::int64_t> replacedBy(records::DeliveryId delivery) const;

    // For every superseded record that has one: the record in force that stands for it now.
    [[nodiscard]] base::Result<std::unordered_map<records::RecordId, records::RecordId>> standIns()
        const;

private:
    [[nodiscard]] base::Result<void> freeFrom(records::DeliveryId delivery,
                                              const std::vector<DeliveryStanding>& all);

    Vault* m_vault;
};

}  // namespace store
