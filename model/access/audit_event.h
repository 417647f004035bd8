// SPDX-License-Identifier: GPL-3.0-or-later
// One line of the audit log, and the chain that makes a change visible: each event's hash covers
// its own fields and the hash before it. Events say who did what to which number and why, never a
// name or a value from a record.
#pragma once

#include "access/action.h"
#include "access/role.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ff::access {

enum class AuditOutcome { allowed, denied, done, failed };

struct AuditEvent {
    records::EventId id;  // 1, 2, 3... without a gap
    std::string at;       // UTC
    records::UserId user;
    std::string role;    // role code at the time
    std::string action;  // action code, or "unlock", "lock", "failed-unlock", "add-user"...
    Subject subject;
    std::string purpose;  // "triage", "review", "nightly link"
    AuditOutcome outcome = AuditOutcome::allowed;
    std::string detail;  // counts and codes only
    std::string previousHash;
    std::string hash;
};

[[nodiscard]] std::string_view auditOutcomeCode(AuditOutcome outcome);
[[nodiscard]] std::optional<AuditOutcome> auditOutcomeFromCode(std::string_view code);

// The hash an event must have after `previousHash`: SHA-256 over length-prefixed fields.
[[nodiscard]] std::string chainedHash(const AuditEvent& event, std::string_view previousHash);

// Walks a log in order.
class ChainCheck {
public:
    // The first broken event, or nothing so far. Further events after a break are not looked at.
    void add(const AuditEvent& event);

    [[nodiscard]] std::optional<records::EventId> firstBroken() const { return m_broken; }

    [[nodiscard]] const std::string& head() const { return m_head; }

    [[nodiscard]] std::int64_t count() const { return m_count; }

private:
    std::string m_head;
    std::int64_t m_count = 0;
    std::optional<records::EventId> m_broken;
};

}  // namespace ff::access
