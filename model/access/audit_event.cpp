// SPDX-License-Identifier: GPL-3.0-or-later
#include "access/audit_event.h"

#include "base/crypto.h"

namespace ff::access {

namespace {

constexpr std::array<std::string_view, 4> outcomes{"allowed", "denied", "done", "failed"};

void addField(base::Sha256& hash, std::string_view field) {
    hash.add(std::to_string(field.size()));
    hash.add(":");
    hash.add(field);
}

}  // namespace

std::string_view auditOutcomeCode(AuditOutcome outcome) {
    return outcomes[static_cast<std::size_t>(outcome)];
}

std::optional<AuditOutcome> auditOutcomeFromCode(std::string_view code) {
    for (std::size_t i = 0; i < outcomes.size(); ++i)
        if (outcomes[i] == code)
            return static_cast<AuditOutcome>(i);
    return std::nullopt;
}

std::string chainedHash(const AuditEvent& event, std::string_view previousHash) {
    base::Sha256 hash;
    addField(hash, previousHash);
    addField(hash, std::to_string(event.id.value));
    addField(hash, event.at);
    addField(hash, std::to_string(event.user.value));
    addField(hash, event.role);
    addField(hash, event.action);
    addField(hash, subjectText(event.subject));
    addField(hash, event.purpose);
    addField(hash, auditOutcomeCode(event.outcome));
    addField(hash, event.detail);
    return base::hex(hash.finish());
}

void ChainCheck::add(const AuditEvent& event) {
    if (m_broken)
        return;
    const bool inOrder = event.id.value == m_count + 1;
    const bool chained = event.previousHash == m_head && event.hash == chainedHash(event, m_head);
    if (!inOrder || !chained) {
        m_broken = records::EventId{m_count + 1};
        return;
    }
    ++m_count;
    m_head = event.hash;
}

}  // namespace ff::access
