// SPDX-License-Identifier: GPL-3.0-or-later
// What a build of families leaves for the next, so that only the people whom something changed for
// are built anew: the day it was for, and the hashes by which records hang together in families.
// All of it is made anew by a whole build.
#pragma once

#include "access/grant.h"
#include "base/date.h"
#include "store/record_hashes.h"
#include "store/vault.h"

#include <optional>

namespace store {

class FamilyKeyTable {
public:
    explicit FamilyKeyTable(Vault& vault) : m_vault(&vault) {}

    // nullopt before the first whole build.
    [[nodiscard]] base::Result<std::optional<base::Date>> builtOn() const;
    // Grant: linkRecords on the vault. All of them.
    [[nodiscard]] base::Result<RecordHashes> all(const access::Grant& grant) const;
    [[nodiscard]] base::Result<void> replaceAll(base::Date builtOn, const RecordHashes& hashes);
    [[nodiscard]] base::Result<void> append(const RecordHashes& hashes);

private:
    Vault* m_vault;
};

}  // namespace store
