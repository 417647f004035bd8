// SPDX-License-Identifier: GPL-3.0-or-later
// The audit log, read and verified by those whose job it is.
#pragma once

#include "casework/session.h"
#include "casework/user_names.h"

#include <optional>
#include <vector>

namespace casework {

struct AuditPage {
    std::int64_t total = 0;                  // events up to the newest of the list
    std::vector<access::AuditEvent> events;  // newest first
    UserNames names;                         // who the numbers of users are
};

// Counts from the event numbered `newest`, or with none from the newest there is. Reading is an
// event itself, so a list that pages through the log keeps to the newest it began with. An event
// that is missing from the log is shown at its place with the action "missing".
[[nodiscard]] base::Result<AuditPage> readAudit(
    Session& session,
    std::size_t offset,
    std::size_t limit,
    std::optional<records::EventId> newest = std::nullopt);

struct AuditVerdict {
    std::int64_t events = 0;
    std::optional<records::EventId> firstBroken;  // nothing: the chain is whole
    std::string what;                             // in words
};

[[nodiscard]] base::Result<AuditVerdict> verifyAudit(Session& session);

}  // namespace casework
