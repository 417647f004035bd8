// SPDX-License-Identifier: GPL-3.0-or-later
// The audit log as a list that is paged through while it grows.
#include "casework/audit.h"

#include "store/vault.h"
#include "support/team.h"

using support::must;
using support::Team;

namespace {

void noteSome(casework::Session& session, int events) {
    for (int i = 0; i < events; ++i)
        must(session.vault().note(
            "step", access::Subject::vault(), access::AuditOutcome::done, std::to_string(i)));
}

}  // namespace

class AuditTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void pagesFollowOneAnotherThoughReadingIsAnEvent() {
        Team team;
        noteSome(team.auditor(), 30);
        const auto first = must(casework::readAudit(team.auditor(), 0, 7));
        std::vector<std::int64_t> numbers;
        for (std::size_t offset = 0; offset < static_cast<std::size_t>(first.total); offset += 7) {
            const auto page =
                must(casework::readAudit(team.auditor(), offset, 7, records::EventId{first.total}));
            QCOMPARE(page.total, first.total);
            for (const access::AuditEvent& event : page.events)
                numbers.push_back(event.id.value);
        }
        QCOMPARE(static_cast<std::int64_t>(numbers.size()), first.total);
        for (std::size_t i = 0; i < numbers.size(); ++i)
            QCOMPARE(numbers[i], first.total - static_cast<std::int64_t>(i));
        QVERIFY(must(casework::readAudit(team.auditor(), 0, 7)).total > first.total);
    }

    void beyondTheEndIsNothing() {
        Team team;
        const auto page = must(casework::readAudit(team.auditor(), 1'000'000, 50));
        QVERIFY(page.events.empty() && page.total > 0);
    }

    void aMissingEventIsShownAtItsPlace() {
        Team team;
        noteSome(team.auditor(), 12);
        const auto before = must(casework::readAudit(team.auditor(), 0, 100));
        const std::int64_t gone = before.total - 5;
        must(team.auditor().vault().auditLog().database().execute("DELETE FROM events WHERE id = " +
                                                                  std::to_string(gone)));
        const auto after =
            must(casework::readAudit(team.auditor(), 0, 100, records::EventId{before.total}));
        QCOMPARE(after.events.size(), before.events.size());
        for (std::size_t i = 0; i < after.events.size(); ++i) {
            QCOMPARE(after.events[i].id.value, before.events[i].id.value);
            QCOMPARE(after.events[i].action == "missing", after.events[i].id.value == gone);
        }
    }
};

QTEST_APPLESS_MAIN(AuditTest)
#include "audit_test.moc"
