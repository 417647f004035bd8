// SPDX-License-Identifier: GPL-3.0-or-later
// Deliveries as received, what was wrong with their rows, and what they speak of. No person.
#pragma once

#include "records/agreement.h"
#include "records/row_issue.h"
#include "store/vault.h"

#include <optional>
#include <string_view>
#include <vector>

namespace store {

class DeliveryTable {
public:
    explicit DeliveryTable(Vault& vault) : m_database(&vault.database()) {}

    // The delivery of these bytes that was not withdrawn.
    [[nodiscard]] base::Result<std::optional<records::Delivery>> findBySha256(
        std::string_view sha256) const;
    // Gives it its number. Fails with exists when these bytes were received and not withdrawn.
    // Counts not yet known are set with updateCounts in the same transaction.
    [[nodiscard]] base::Result<records::DeliveryId> insert(const records::Delivery& delivery);
    [[nodiscard]] base::Result<void> updateCounts(const records::Delivery& delivery);
    [[nodiscard]] base::Result<std::vector<records::Delivery>> list() const;  // newest first
    [[nodiscard]] base::Result<std::optional<records::Delivery>> find(records::DeliveryId id) const;

    // Issues keep the order they come in.
    [[nodiscard]] base::Result<void> appendIssues(records::DeliveryId delivery,
                                                  const std::vector<records::RowIssue>& issues);
    [[nodiscard]] base::Result<std::vector<records::RowIssue>> issues(records::DeliveryId delivery,
                                                                      std::int64_t offset,
                                                                      std::int64_t limit) const;
    // Those that speak of a whole file or table.
    [[nodiscard]] base::Result<std::vector<records::RowIssue>> fileIssues(
        records::DeliveryId delivery) const;
    [[nodiscard]] base::Result<std::int64_t> issueCount(records::DeliveryId delivery) const;

    [[nodiscard]] base::Result<void> insertCoverage(
        const std::vector<records::CoverageSpan>& spans);
    // Of the deliveries that were not withdrawn.
    [[nodiscard]] base::Result<std::vector<records::CoverageSpan>> coverage() const;

private:
    Database* m_database;
};

}  // namespace store
