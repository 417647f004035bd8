// SPDX-License-Identifier: GPL-3.0-or-later
// What a person has half written in the window, kept through a crash: one sealed file a person in
// the vault's folder, so that it goes where the vault goes and ends with it. Never waits for a
// writer of the vault.
#pragma once

#include "store/vault.h"

#include <string>
#include <string_view>

namespace store {

class DraftFile {
public:
    // Of the vault's own user. The vault must outlive it.
    explicit DraftFile(const Vault& vault) : m_vault(&vault) {}

    // In place of what was kept; nothing to keep removes the file. Whole or not at all. Fails with
    // unreadable or full.
    [[nodiscard]] base::Result<void> keep(std::string_view text) const;
    // "" when nothing is kept. Fails with damaged when it is not what was kept.
    [[nodiscard]] base::Result<std::string> read() const;

private:
    [[nodiscard]] std::filesystem::path path() const;
    [[nodiscard]] std::string context() const;

    const Vault* m_vault;
};

}  // namespace store
