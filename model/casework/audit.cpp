// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/audit.h"

#include "store/audit_table.h"
#include "store/vault.h"

#include <algorithm>

namespace casework {

namespace {

access::AuditEvent missing(std::int64_t number) {
    access::AuditEvent event;
    event.id.value = number;
    event.action = "missing";
    event.outcome = access::AuditOutcome::failed;
    event.detail = "this event is not in the log any more";
    return event;
}

}  // namespace

base::Result<AuditPage> readAudit(Session& session,
                                  std::size_t offset,
                                  std::size_t limit,
                                  std::optional<records::EventId> newest) {
    const auto grant =
        session.authorise(access::Action::readAudit, access::Subject::vault(), "audit");
    if (!grant)
        return base::fail(grant.error());
    const store::AuditTable table(session.vault());
    const auto last = table.newest(*grant);
    if (!last)
        return base::fail(last.error());
    auto names = userNames(session.vault());
    if (!names)
        return base::fail(names.error());
    AuditPage page;
    page.names = std::move(*names);
    page.total = newest ? std::min(newest->value, *last) : *last;
    const auto left = page.total - static_cast<std::int64_t>(
                                       std::min(offset, static_cast<std::size_t>(page.total)));
    const auto rows = static_cast<std::int64_t>(std::min(limit, static_cast<std::size_t>(left)));
    auto events = table.page(*grant, left, rows);
    if (!events)
        return base::fail(events.error());
    auto found = events->begin();
    for (std::int64_t number = left; number > left - rows; --number) {
        const bool there = found != events->end() && found->id.value == number;
        page.events.push_back(there ? std::move(*found++) : missing(number));
    }
    return page;
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
