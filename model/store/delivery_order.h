// SPDX-License-Identifier: GPL-3.0-or-later
// Which delivery comes before which, and which of them say a part of a series anew. Withdrawn
// deliveries have no place. For settling.h and supersession_table.cpp.
#pragma once

#include "store/supersession_table.h"

#include <cstddef>
#include <limits>
#include <map>
#include <unordered_map>
#include <vector>

namespace store {

class DeliveryOrder {
public:
    static constexpr std::size_t none = std::numeric_limits<std::size_t>::max();

    // `standings` in order.
    explicit DeliveryOrder(const std::vector<DeliveryStanding>& standings);

    [[nodiscard]] std::size_t rank(records::DeliveryId delivery) const;  // none when withdrawn

    [[nodiscard]] records::DeliveryId at(std::size_t rank) const { return m_deliveries[rank]; }

private:
    std::vector<records::DeliveryId> m_deliveries;
    std::unordered_map<records::DeliveryId, std::size_t> m_ranks;
};

class WholeParts {
public:
    [[nodiscard]] static base::Result<WholeParts> load(Database& database,
                                                       const DeliveryOrder& order);

    // The first delivery after `rank` that says the part anew; none when there is none.
    [[nodiscard]] std::size_t next(std::int64_t part, std::size_t rank) const;
    // The last one before `rank`; 0, the first delivery of all, when there is none.
    [[nodiscard]] std::size_t before(std::int64_t part, std::size_t rank) const;

private:
    std::map<std::int64_t, std::vector<std::size_t>> m_ranks;  // of each part, rising
};

}  // namespace store
