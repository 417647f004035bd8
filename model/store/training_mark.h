// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a vault is one to learn on, where nobody is real. Said once, while it is empty.
#pragma once

#include "store/vault.h"

namespace store {

class TrainingMark {
public:
    explicit TrainingMark(Vault& vault) : m_database(&vault.database()) {}

    [[nodiscard]] base::Result<bool> isThere() const;
    // Fails with refused once a delivery was received: real records never become training.
    [[nodiscard]] base::Result<void> set();

private:
    Database* m_database;
};

}  // namespace store
