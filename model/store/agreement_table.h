// SPDX-License-Identifier: GPL-3.0-or-later
// Data sharing agreements.
#pragma once

#include "records/agreement.h"
#include "store/vault.h"

#include <optional>
#include <string_view>
#include <vector>

namespace store {

class AgreementTable {
public:
    explicit AgreementTable(Vault& vault) : m_database(&vault.database()) {}

    // Gives it its number. Fails with exists when the reference is taken.
    [[nodiscard]] base::Result<records::AgreementId> add(const records::Agreement& agreement);
    // Terms changed by both parties (expiry, columns, contact); reference and agency stay.
    [[nodiscard]] base::Result<void> update(const records::Agreement& agreement);
    [[nodiscard]] base::Result<std::vector<records::Agreement>> list() const;
    [[nodiscard]] base::Result<std::optional<records::Agreement>> find(
        std::string_view reference) const;
    [[nodiscard]] base::Result<std::optional<records::Agreement>> find(
        records::AgreementId id) const;

private:
    Database* m_database;
};

}  // namespace store
