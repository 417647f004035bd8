// SPDX-License-Identifier: GPL-3.0-or-later
// Works out anew what supersedes some records, from their keys and the order of the deliveries. For
// supersession_table.cpp, which knows which records a delivery can have changed.
#pragma once

#include "store/delivery_order.h"

#include <optional>
#include <vector>

namespace store {

class Settling {
public:
    // Both must outlive it.
    Settling(Database& database, const DeliveryOrder& order, const WholeParts& whole)
        : m_database(database), m_order(order), m_whole(whole) {}

    [[nodiscard]] base::Result<void> settle(const std::vector<records::RecordId>& records);

private:
    struct Row {
        records::RecordId record;
        records::DeliveryId delivery;
        std::int64_t part = 0;
        std::int64_t key = 0;
        bool withdraws = false;
    };

    // The next row of the same key: of the next delivery that has one, or one that takes the row
    // back further down in the same delivery.
    struct Next {
        std::size_t rank = DeliveryOrder::none;
        records::RecordId record;
        bool withdraws = false;
    };

    [[nodiscard]] base::Result<void> settle(records::RecordId record);
    [[nodiscard]] base::Result<std::optional<records::Supersession>> supersessionOf(const Row& row);
    [[nodiscard]] base::Result<Next> nextOfKey(const Row& row, std::size_t rank);

    Database& m_database;
    const DeliveryOrder& m_order;
    const WholeParts& m_whole;
};

}  // namespace store
