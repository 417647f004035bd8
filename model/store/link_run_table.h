// SPDX-License-Identifier: GPL-3.0-or-later
// What each run of linkage told about itself: pairs by rule, the spread of weights, what is likely
// wrong or missed. Counts and shares only. Runs are added and never changed.
#pragma once

#include "access/grant.h"
#include "store/vault.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace store {

struct LinkRunNote {
    std::int64_t id = 0;
    std::int64_t model = 0;  // LinkModel::id
    bool whole = true;       // over every record, not only what had changed
    std::string report;      // JSON
    records::UserId by;
    std::string at;
};

class LinkRunTable {
public:
    explicit LinkRunTable(Vault& vault) : m_vault(&vault) {}

    // Grant: linkRecords on the vault.
    [[nodiscard]] base::Result<void> add(const access::Grant& grant,
                                         std::int64_t model,
                                         bool whole,
                                         std::string_view report);
    // The newest over every record, since only that one speaks of all pairs; nullopt before the
    // first. Grant: linkRecords or reviewLinks on the vault.
    [[nodiscard]] base::Result<std::optional<LinkRunNote>> newestWhole(
        const access::Grant& grant) const;

private:
    Vault* m_vault;
};

}  // namespace store
