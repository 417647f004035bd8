// SPDX-License-Identifier: GPL-3.0-or-later
// What was measured of each delivery. No person.
#pragma once

#include "records/quality.h"
#include "store/vault.h"

namespace store {

class QualityTable {
public:
    explicit QualityTable(Vault& vault) : m_database(&vault.database()) {}

    [[nodiscard]] base::Result<void> insert(const records::DeliveryQuality& quality);
    // Empty for a delivery that was received before quality was measured.
    [[nodiscard]] base::Result<records::DeliveryQuality> find(records::DeliveryId delivery) const;

private:
    Database* m_database;
};

}  // namespace store
