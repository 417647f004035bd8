// SPDX-License-Identifier: GPL-3.0-or-later
// Reading the audit log. Grant: readAudit; or, for one family, openFamily or decide on it ("who has
// looked").
#pragma once

#include "access/grant.h"
#include "store/vault.h"

#include <vector>

namespace store {

class AuditTable {
public:
    explicit AuditTable(Vault& vault) : m_vault(&vault) {}

    // Those numbered from `newest` down, newest first; where events are missing the page is
    // shorter.
    [[nodiscard]] base::Result<std::vector<access::AuditEvent>> page(const access::Grant& grant,
                                                                     std::int64_t newest,
                                                                     std::int64_t limit) const;
    [[nodiscard]] base::Result<std::vector<access::AuditEvent>> about(
        const access::Grant& grant, const access::Subject& subject, std::int64_t limit) const;
    [[nodiscard]] base::Result<std::int64_t> newest(const access::Grant& grant) const;

private:
    Vault* m_vault;
};

}  // namespace store
