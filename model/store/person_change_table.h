// SPDX-License-Identifier: GPL-3.0-or-later
// Who the last run of linkage changed. The first run makes everybody, which is counted and not
// listed.
#pragma once

#include "access/grant.h"
#include "records/link.h"
#include "store/vault.h"

#include <vector>

namespace store {

class PersonChangeTable {
public:
    explicit PersonChangeTable(Vault& vault) : m_vault(&vault) {}

    [[nodiscard]] base::Result<void> replaceAll(const std::vector<records::PersonChange>& changes);
    // In order of person. Grant: linkRecords or reviewLinks on the vault.
    [[nodiscard]] base::Result<std::vector<records::PersonChange>> all(
        const access::Grant& grant) const;

private:
    Vault* m_vault;
};

}  // namespace store
