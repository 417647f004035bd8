// SPDX-License-Identifier: GPL-3.0-or-later
// Mappings kept under an agreement: proposed by one person, signed off by another, superseded by a
// later version of the same name.
#pragma once

#include "access/grant.h"
#include "records/saved_mapping.h"
#include "store/vault.h"

#include <optional>
#include <string>
#include <vector>

namespace store {

class MappingTable {
public:
    explicit MappingTable(Vault& vault) : m_vault(&vault) {}

    // Grant: proposeMapping. Gives it its number, instant and proposer. An earlier version of the
    // same name that still waits is superseded. Fails with exists when the agreement has that
    // version already.
    [[nodiscard]] base::Result<records::MappingId> propose(const access::Grant& grant,
                                                           const records::SavedMapping& mapping);
    // Grant: signOffMapping on it. Supersedes the version in use. Fails with notFound, or refused
    // when it does not wait, or when the one who signs proposed it.
    [[nodiscard]] base::Result<void> signOff(const access::Grant& grant, records::MappingId id);

    // By agreement and name, newest version first.
    [[nodiscard]] base::Result<std::vector<records::SavedMapping>> list() const;
    [[nodiscard]] base::Result<std::optional<records::SavedMapping>> find(
        records::MappingId id) const;
    // How many wait for another person than this one to sign them off.
    [[nodiscard]] base::Result<std::int64_t> waiting(records::UserId user) const;
    // Those that read deliveries of the agreement today, by name.
    [[nodiscard]] base::Result<std::vector<records::SavedMapping>> inUse(
        records::AgreementId agreement) const;

private:
    Vault* m_vault;
};

}  // namespace store
