// SPDX-License-Identifier: GPL-3.0-or-later
// The audit log in audit.db: events in order, each chained to the one before, and a head row with
// their number and the last hash, so that a changed event and a cut-off tail are both found.
#pragma once

#include "access/audit_event.h"
#include "store/database.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace store {

struct AuditVerdict {
    bool whole = false;
    std::int64_t events = 0;  // in the log
    std::optional<records::EventId> firstBroken;
    std::string
        words;  // "4,031 events, unbroken"; "event 17 was changed, or one before it is gone"
};

// How far the log has come: its newest event and that event's hash.
struct AuditHead {
    std::int64_t events = 0;
    std::string hash;
};

class AuditLog {
public:
    explicit AuditLog(std::unique_ptr<Database> database) : m_database(std::move(database)) {}

    // Fills in number, instant and hashes.
    [[nodiscard]] base::Result<records::EventId> append(access::AuditEvent event);
    // Those numbered from `newest` down, newest first. Where events are missing the page is
    // shorter.
    [[nodiscard]] base::Result<std::vector<access::AuditEvent>> page(std::int64_t newest,
                                                                     std::int64_t limit);
    // Newest first, about one subject.
    [[nodiscard]] base::Result<std::vector<access::AuditEvent>> about(
        const access::Subject& subject, std::int64_t limit);
    // The number of the newest event: how many there are, unless some are missing.
    [[nodiscard]] base::Result<std::int64_t> newest();
    [[nodiscard]] base::Result<AuditHead> head();
    // `anchor` is a head noted elsewhere earlier; the log must still pass through it.
    [[nodiscard]] base::Result<AuditVerdict> verify(const AuditHead& anchor);

    [[nodiscard]] Database& database() { return *m_database; }

private:
    std::unique_ptr<Database> m_database;
};

}  // namespace store
