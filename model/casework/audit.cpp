// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/audit.h"

#include "store/audit_table.h"
#include "store/vault.h"

namespace casework {

base::Result<AuditPage> readAudit(Session& session, std::size_t offset, std::size_t limit) {
    const auto grant =
        session.authorise(access::Action::readAudit, access::Subject::vault(), "audit");
    if (!grant)
        return base::fail(grant.error());
    const store::AuditTable table(session.vault());
    const auto total = table.count(*grant);
    if (!total)
        return base::fail(total.error());
    auto events =
        table.page(*grant, static_cast<std::int64_t>(offset), static_cast<std::int64_t>(limit));
    if (!events)
        return base::fail(events.error());
    return AuditPage{*total, std::move(*events)};
}

base::Result<AuditVerdict> verifyAudit(Session& session) {
    const auto grant = session.authorise(
        access::Action::readAudit, access::Subject::vault(), "verify the audit log");
    if (!grant)
        return base::fail(grant.error());
    const auto verdict = session.vault().verifyAudit();
    if (!verdict)
        return base::fail(verdict.error());
    return AuditVerdict{
        verdict->events, verdict->whole ? std::nullopt : verdict->firstBroken, verdict->words};
}

}  // namespace casework
