// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample.h"
#include "store/audit_table.h"
#include "tests/support/temporary_vault.h"

using access::Action;
using access::AuditOutcome;
using access::Subject;
using support::granted;
using support::must;
using support::TemporaryVault;

class AuditLogTest : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void isWholeAsWritten() {
        TemporaryVault temporary;
        for (int i = 0; i < 20; ++i)
            must(temporary.vault().note("step", Subject::vault(), AuditOutcome::done, "n"));
        const auto verdict = must(temporary.vault().verifyAudit());
        QVERIFY(verdict.whole && !verdict.firstBroken && verdict.events > 20);
    }

    void namesTheFirstBrokenEvent_data() {
        QTest::addColumn<QString>("change");
        QTest::addColumn<int>("broken");
        QTest::newRow("detail") << QStringLiteral("UPDATE events SET detail = 'x' WHERE id = 5")
                                << 5;
        QTest::newRow("who") << QStringLiteral("UPDATE events SET user_id = 99 WHERE id = 4") << 4;
        QTest::newRow("when") << QStringLiteral("UPDATE events SET at = '2020' WHERE id = 1") << 1;
        QTest::newRow("kind") << QStringLiteral(
                                     "UPDATE events SET subject_kind = 'family' WHERE id = 6")
                              << 6;
        QTest::newRow("outcome") << QStringLiteral(
                                        "UPDATE events SET outcome = 'denied' WHERE id = 6")
                                 << 6;
        QTest::newRow("one removed") << QStringLiteral("DELETE FROM events WHERE id = 3") << 3;
        QTest::newRow("all removed") << QStringLiteral("DELETE FROM events") << 1;
        QTest::newRow("tail cut") << QStringLiteral("DELETE FROM events WHERE id > 7") << 8;
        QTest::newRow("head moved") << QStringLiteral("UPDATE head SET events = events - 1") << -1;
    }

    void namesTheFirstBrokenEvent() {
        QFETCH(QString, change);
        QFETCH(int, broken);
        TemporaryVault temporary;
        for (int i = 0; i < 12; ++i)
            must(temporary.vault().note("step", Subject::vault(), AuditOutcome::done, "n"));
        const auto raw = must(store::Database::open(temporary.path() / "audit.db",
                                                    temporary.vault().keys().database,
                                                    store::Opening::existing));
        must(raw->execute(change.toStdString()));
        const auto verdict = must(temporary.vault().verifyAudit());
        QVERIFY(!verdict.whole && verdict.firstBroken);
        if (broken > 0)
            QCOMPARE(verdict.firstBroken->value, std::int64_t{broken});
        QVERIFY(verdict.words.find(std::to_string(verdict.firstBroken->value)) !=
                std::string::npos);
    }

    void noticesAnOlderLogPutInItsPlace() {
        TemporaryVault temporary;
        must(temporary.vault().note("looked", Subject::vault(), AuditOutcome::done, ""));
        const auto older = must(temporary.vault().verifyAudit()).events;
        must(temporary.vault().note("changed", Subject::vault(), AuditOutcome::done, ""));
        auto transaction = must(temporary.vault().begin());
        must(temporary.vault().anchorAudit());
        must(transaction.commit());
        QVERIFY(must(temporary.vault().verifyAudit()).whole);
        // Whole in itself: the log as it was before the change.
        const auto raw = must(store::Database::open(temporary.path() / "audit.db",
                                                    temporary.vault().keys().database,
                                                    store::Opening::existing));
        const std::string n = std::to_string(older);
        must(raw->execute("UPDATE head SET events = " + n +
                          ", hash = (SELECT hash FROM events WHERE id = " + n + ")"));
        must(raw->execute("DELETE FROM events WHERE id > " + n));
        const auto verdict = must(temporary.vault().verifyAudit());
        QVERIFY(!verdict.whole);
        QCOMPARE(verdict.firstBroken->value, older + 1);
        QVERIFY(verdict.words.find("already had event") != std::string::npos);
    }

    void keepsAnEventWhoseWorkIsTakenBack() {
        TemporaryVault temporary;
        const auto before = must(temporary.vault().verifyAudit()).events;
        {
            auto transaction = must(temporary.vault().begin());
            support::sampleDelivery(temporary.vault());
            must(temporary.vault().note("import", Subject::vault(), AuditOutcome::failed, ""));
        }
        QCOMPARE(must(temporary.vault().verifyAudit()).events, before + 1);
        QVERIFY(must(store::DeliveryTable(temporary.vault()).list()).empty());
    }

    void recordsUnlockingAndChangesOfUsers() {
        TemporaryVault temporary;
        const auto auditor = temporary.as(access::Role::auditor);
        const auto grant = granted(*auditor, Action::readAudit);
        const store::AuditTable table(*auditor);
        const std::int64_t newest = must(table.newest(grant));
        const auto events = must(table.page(grant, newest, 1000));
        QCOMPARE(static_cast<std::int64_t>(events.size()), newest);
        QVERIFY(events[0].action == access::actionCode(Action::readAudit));
        QVERIFY(events[1].action == "unlock" && events[1].user == auditor->user().id);
        QVERIFY(std::ranges::count(events, "add-user", &access::AuditEvent::action) == 7);
        QVERIFY(events.back().action == "create-vault");
        const auto page = must(table.page(grant, newest - 2, 3));
        QVERIFY(page.size() == 3 && page.front().id == events[2].id);
    }

    void isWrittenFromTwoConnectionsInOneChain() {
        TemporaryVault temporary;
        const auto second = must(temporary.vault().another());
        for (int i = 0; i < 10; ++i) {
            must(temporary.vault().note("first", Subject::vault(), AuditOutcome::done, ""));
            must(second->note("second", Subject::vault(), AuditOutcome::done, ""));
        }
        QVERIFY(must(second->verifyAudit()).whole);
    }

    void isReadOnlyByThoseWhoMay() {
        TemporaryVault temporary;
        const auto grant = granted(temporary.vault(), Action::manageUsers);
        const auto refused = store::AuditTable(temporary.vault()).page(grant, 0, 10);
        QVERIFY(!refused && refused.error().code == base::Code::refused);
    }
};

QTEST_APPLESS_MAIN(AuditLogTest)
#include "audit_log_test.moc"
