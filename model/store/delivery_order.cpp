// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/delivery_order.h"

#include "store/query.h"

#include <algorithm>

namespace store {

DeliveryOrder::DeliveryOrder(const std::vector<DeliveryStanding>& standings) {
    for (const DeliveryStanding& standing : standings)
        if (standing.withdrawnAt.empty()) {
            m_ranks.emplace(standing.delivery, m_deliveries.size());
            m_deliveries.push_back(standing.delivery);
        }
}

std::size_t DeliveryOrder::rank(records::DeliveryId delivery) const {
    const auto found = m_ranks.find(delivery);
    return found == m_ranks.end() ? none : found->second;
}

base::Result<WholeParts> WholeParts::load(Database& database, const DeliveryOrder& order) {
    WholeParts parts;
    const auto walked = eachRow(database,
                                "SELECT part, delivery_id FROM whole_parts",
                                [&](Statement& row) -> base::Result<void> {
                                    const std::size_t rank =
                                        order.rank(row.id<records::DeliveryId>(1));
                                    if (rank != DeliveryOrder::none)
                                        parts.m_ranks[row.integer(0)].push_back(rank);
                                    return {};
                                });
    if (!walked)
        return base::fail(walked.error());
    for (auto& [part, ranks] : parts.m_ranks)
        std::ranges::sort(ranks);
    return parts;
}

std::size_t WholeParts::next(std::int64_t part, std::size_t rank) const {
    const auto found = m_ranks.find(part);
    if (found == m_ranks.end())
        return DeliveryOrder::none;
    const auto after = std::ranges::upper_bound(found->second, rank);
    return after == found->second.end() ? DeliveryOrder::none : *after;
}

std::size_t WholeParts::before(std::int64_t part, std::size_t rank) const {
    const auto found = m_ranks.find(part);
    if (found == m_ranks.end())
        return 0;
    const auto from = std::ranges::lower_bound(found->second, rank);
    return from == found->second.begin() ? 0 : *std::prev(from);
}

}  // namespace store
