// SPDX-License-Identifier: GPL-3.0-or-later
// What was measured of each delivery. No person.
#pragma once

#include "records/quality.h"
#include "records/row_issue.h"
#include "store/vault.h"

#include <vector>

namespace store {

// Row issues of a delivery that say the same of the same column.
struct IssueGroup {
    std::string table;
    std::string column;
    records::IssueSeverity severity = records::IssueSeverity::warning;
    std::string code;
    std::int64_t count = 0;
};

class QualityTable {
public:
    explicit QualityTable(Vault& vault) : m_database(&vault.database()) {}

    [[nodiscard]] base::Result<void> insert(const records::DeliveryQuality& quality);
    // Empty for a delivery that was received before quality was measured.
    [[nodiscard]] base::Result<records::DeliveryQuality> find(records::DeliveryId delivery) const;
    // Most frequent first.
    [[nodiscard]] base::Result<std::vector<IssueGroup>> issueGroups(
        records::DeliveryId delivery) const;

private:
    Database* m_database;
};

}  // namespace store
