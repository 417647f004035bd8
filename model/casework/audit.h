// SPDX-License-Identifier: GPL-3.0-or-later
// The audit log, read and verified by those whose job it is.
#pragma once

#include "casework/session.h"

#include <optional>
#include <vector>

namespace casework {

struct AuditPage {
    std::int64_t total = 0;
    std::vector<access::AuditEvent> events;  // newest first
};

[[nodiscard]] base::Result<AuditPage> readAudit(Session& session,
                                                std::size_t offset,
                                                std::size_t limit);

struct AuditVerdict {
    std::int64_t events = 0;
    std::optional<records::EventId> firstBroken;  // nothing: the chain is whole
    std::string what;                             // in words
};

[[nodiscard]] base::Result<AuditVerdict> verifyAudit(Session& session);

}  // namespace casework
