// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/audit_log.h"

#include "base/text.h"
#include "store/query.h"

#include <array>

namespace store {

namespace {

using access::AuditEvent;
using access::Subject;

constexpr std::string_view columns =
    "SELECT id, at, user_id, role, action, subject_kind, subject_id, purpose, outcome, detail, "
    "previous_hash, hash FROM events ";

Subject::Kind kindFromCode(std::string_view code) {
    constexpr std::array kinds{Subject::Kind::vault,
                               Subject::Kind::family,
                               Subject::Kind::person,
                               Subject::Kind::record,
                               Subject::Kind::delivery,
                               Subject::Kind::agreement,
                               Subject::Kind::doubt,
                               Subject::Kind::submission,
                               Subject::Kind::user,
                               Subject::Kind::mapping,
                               Subject::Kind::plan};
    for (const Subject::Kind kind : kinds)
        if (access::subjectKindCode(kind) == code)
            return kind;
    return Subject::Kind::vault;  // and the hash will not agree
}

AuditEvent read(Statement& row) {
    AuditEvent event;
    event.id = row.id<records::EventId>(0);
    event.at = row.text(1);
    event.user = row.id<records::UserId>(2);
    event.role = row.text(3);
    event.action = row.text(4);
    event.subject = {kindFromCode(row.view(5)), row.integer(6)};
    event.purpose = row.text(7);
    event.outcome =
        access::auditOutcomeFromCode(row.view(8)).value_or(access::AuditOutcome::failed);
    event.detail = row.text(9);
    event.previousHash = row.text(10);
    event.hash = row.text(11);
    return event;
}

base::Result<AuditHead> readHead(Database& database) {
    const auto row =
        firstRow(database, "SELECT events, hash FROM head WHERE id = 1", [](Statement& r) {
            return AuditHead{r.integer(0), r.text(1)};
        });
    if (!row)
        return base::fail(row.error());
    if (!*row)
        return base::fail(
            base::Code::damaged, database.name(), "has no head; restore it from a backup");
    return **row;
}

base::Result<void> insert(Database& database, const AuditEvent& event) {
    return run(
        database,
        "INSERT INTO events (id, at, user_id, role, action, subject_kind, subject_id, purpose, "
        "outcome, detail, previous_hash, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        event.id,
        event.at,
        event.user,
        event.role,
        event.action,
        access::subjectKindCode(event.subject.kind),
        event.subject.id,
        event.purpose,
        access::auditOutcomeCode(event.outcome),
        event.detail,
        event.previousHash,
        event.hash);
}

}  // namespace

base::Result<records::EventId> AuditLog::append(AuditEvent event) {
    auto transaction = Transaction::begin(*m_database);
    if (!transaction)
        return base::fail(transaction.error());
    const auto before = readHead(*m_database);
    if (!before)
        return base::fail(before.error());
    event.id.value = before->events + 1;
    event.at = base::nowUtc();
    event.previousHash = before->hash;
    event.hash = access::chainedHash(event, before->hash);
    if (auto done = insert(*m_database, event); !done)
        return base::fail(done.error());
    if (auto done = run(
            *m_database, "UPDATE head SET events = ?, hash = ? WHERE id = 1", event.id, event.hash);
        !done)
        return base::fail(done.error());
    if (auto done = transaction->commit(); !done)
        return base::fail(done.error());
    return event.id;
}

// By number, not by counting off: counting off reads all that comes before.
base::Result<std::vector<AuditEvent>> AuditLog::page(std::int64_t newest, std::int64_t limit) {
    return allRows(*m_database,
                   std::string(columns) + "WHERE id <= ? AND id > ? ORDER BY id DESC",
                   read,
                   newest,
                   newest - limit);
}

base::Result<std::vector<AuditEvent>> AuditLog::about(const Subject& subject, std::int64_t limit) {
    return allRows(
        *m_database,
        std::string(columns) + "WHERE subject_kind = ? AND subject_id = ? ORDER BY id DESC LIMIT ?",
        read,
        access::subjectKindCode(subject.kind),
        subject.id,
        limit);
}

base::Result<std::int64_t> AuditLog::newest() {
    return oneNumber(*m_database, "SELECT max(id) FROM events");
}

base::Result<AuditHead> AuditLog::head() {
    return readHead(*m_database);
}

base::Result<AuditVerdict> AuditLog::verify(const AuditHead& anchor) {
    access::ChainCheck check;
    bool anchored = anchor.events == 0;
    AuditVerdict verdict;
    // One moment for log and head: another program may be adding meanwhile.
    auto transaction = Transaction::begin(*m_database);
    if (!transaction)
        return base::fail(transaction.error());
    const auto walked = eachRow(
        *m_database,
        std::string(columns) + "ORDER BY id",
        [&](Statement& row) -> base::Result<void> {
            const AuditEvent event = read(row);
            anchored = anchored || (event.id.value == anchor.events && event.hash == anchor.hash);
            check.add(event);
            ++verdict.events;
            return {};
        });
    if (!walked)
        return base::fail(walked.error());
    const auto end = readHead(*m_database);
    if (!end)
        return base::fail(end.error());
    verdict.firstBroken = check.firstBroken();
    if (!verdict.firstBroken && (end->events != check.count() || end->hash != check.head()))
        verdict.firstBroken = records::EventId{std::min(end->events, check.count()) + 1};
    if (!verdict.firstBroken && !anchored)
        verdict.firstBroken = records::EventId{std::min(anchor.events, check.count() + 1)};
    verdict.whole = !verdict.firstBroken;
    verdict.words =
        verdict.whole ? base::counted(static_cast<std::size_t>(verdict.events), "event", "events") +
                            ", unbroken"
                      : "event " + std::to_string(verdict.firstBroken->value) +
                            " was changed, added or removed";
    if (verdict.firstBroken && !anchored)
        verdict.words += "; the vault was changed when the log already had event " +
                         std::to_string(anchor.events);
    return verdict;
}

}  // namespace store
