// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/audit_table.h"

namespace store {

using access::Action;
using access::AuditEvent;
using access::Grant;

base::Result<std::vector<AuditEvent>> AuditTable::page(const Grant& grant,
                                                       std::int64_t newest,
                                                       std::int64_t limit) const {
    if (auto may = grant.covers(Action::readAudit, access::Subject::vault()); !may)
        return base::fail(may.error());
    return m_vault->auditLog().page(newest, limit);
}

base::Result<std::vector<AuditEvent>> AuditTable::about(const Grant& grant,
                                                        const access::Subject& subject,
                                                        std::int64_t limit) const {
    const bool ofCase = grant.action() == Action::openFamily || grant.action() == Action::decide;
    const Action action = ofCase ? grant.action() : Action::readAudit;
    if (auto may = grant.covers(action, subject); !may)
        return base::fail(may.error());
    return m_vault->auditLog().about(subject, limit);
}

base::Result<std::int64_t> AuditTable::newest(const Grant& grant) const {
    if (auto may = grant.covers(Action::readAudit, access::Subject::vault()); !may)
        return base::fail(may.error());
    return m_vault->auditLog().newest();
}

}  // namespace store
