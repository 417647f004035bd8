// SPDX-License-Identifier: GPL-3.0-or-later
// A change is in whole or not at all: after a failing statement, and after kill -9.
#include "sample.h"
#include "store/family_table.h"
#include "store/link_table.h"
#include "tests/support/temporary_vault.h"

#include <chrono>
#include <signal.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using support::must;
using support::sampleDelivery;
using support::sampleRecord;
using support::TemporaryVault;

namespace {

constexpr int recordsADelivery = 40;

base::Result<void> deliver(store::Vault& vault, const std::string& name) {
    auto transaction = vault.begin();
    if (!transaction)
        return base::fail(transaction.error());
    records::Delivery delivery;
    delivery.agreement.value = 1;  // the sample delivery's
    delivery.fileName = name;
    delivery.sha256 = name;
    delivery.rowsAccepted = recordsADelivery;
    store::DeliveryTable deliveries(vault);
    const auto id = deliveries.insert(delivery);
    if (!id)
        return base::fail(id.error());
    store::SourceRecordTable table(vault);
    for (int i = 0; i < recordsADelivery; ++i)
        if (const auto kept = table.append(sampleRecord(*id)); !kept)
            return base::fail(kept.error());
    if (auto kept =
            deliveries.appendIssues(*id, {records::RowIssue{{}, 3, "DOB", {}, "bad-date", ""}});
        !kept)
        return kept;
    return transaction->commit();
}

std::int64_t accepted(store::Vault& vault) {
    std::int64_t rows = 0;
    for (const records::Delivery& delivery : must(store::DeliveryTable(vault).list()))
        rows += delivery.rowsAccepted;
    return rows;
}

[[noreturn]] void deliverUntilKilled(const std::filesystem::path& path) {
    const auto vault = must(store::Vault::unlock(path, "data-officer", TemporaryVault::password()));
    for (int i = 0;; ++i) {
        must(deliver(*vault, std::to_string(::getpid()) + "-" + std::to_string(i)));
        must(store::LinkTable(*vault).replaceAll({}, {}));
    }
}

}  // namespace

class TransactionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void takesBackWhatIsNotCommitted() {
        TemporaryVault temporary;
        {
            auto transaction = must(temporary.vault().begin());
            sampleDelivery(temporary.vault());
        }
        QVERIFY(must(store::DeliveryTable(temporary.vault()).list()).empty());
        QVERIFY(!temporary.vault().database().inTransaction());
    }

    void joinsAnOpenTransaction() {
        TemporaryVault temporary;
        auto outer = must(temporary.vault().begin());
        {
            auto inner = must(temporary.vault().begin());
            sampleDelivery(temporary.vault());
            must(inner.commit());
        }
        must(outer.commit());
        QCOMPARE(must(store::DeliveryTable(temporary.vault()).list()).size(), std::size_t{1});
    }

    void isDoomedByAnInnerOneTakenBack() {
        TemporaryVault temporary;
        auto outer = must(temporary.vault().begin());
        sampleDelivery(temporary.vault());
        { auto inner = must(temporary.vault().begin()); }
        QVERIFY(!outer.commit());
        QVERIFY(must(store::DeliveryTable(temporary.vault()).list()).empty());
    }

    void isAllOrNothingWhicheverStatementFails() {
        TemporaryVault temporary;
        auto& vault = temporary.vault();
        sampleDelivery(vault);
        int failures = 0;
        for (int nth = 1;; ++nth) {
            vault.database().failAfter(nth);
            const auto done = deliver(vault, "failing");
            vault.database().failAfter(0);
            const auto records = must(store::SourceRecordTable(vault).count());
            const auto deliveries = must(store::DeliveryTable(vault).list()).size();
            if (done) {
                QCOMPARE(records, std::int64_t{recordsADelivery});
                QCOMPARE(deliveries, std::size_t{2});
                break;
            }
            ++failures;
            QCOMPARE(records, std::int64_t{0});
            QCOMPARE(deliveries, std::size_t{1});
        }
        QVERIFY(failures > recordsADelivery);
    }

    void keepsTheOldLinksWhenNewOnesFail() {
        TemporaryVault temporary;
        auto& vault = temporary.vault();
        store::LinkTable table(vault);
        std::vector<records::Link> links(10);
        for (std::size_t i = 0; i < links.size(); ++i) {
            links[i].record.value = static_cast<std::int64_t>(i) + 1;
            links[i].person.value = 1;
        }
        must(table.replaceAll(links, {}));
        links.resize(3);
        for (int nth = 1; nth <= 5; ++nth) {
            vault.database().failAfter(nth);
            QVERIFY(!table.replaceAll(links, {}));
            vault.database().failAfter(0);
            QCOMPARE(must(table.recordCount()), std::int64_t{10});
        }
    }

    void survivesBeingKilledAtAnyMoment() {
        TemporaryVault temporary;
        sampleDelivery(temporary.vault());
        const std::filesystem::path path = temporary.path();
        bool wroteSomething = false;
        for (int round = 0; round < 15; ++round) {
            const pid_t child = ::fork();
            QVERIFY(child >= 0);
            if (child == 0)
                deliverUntilKilled(path);
            std::this_thread::sleep_for(std::chrono::milliseconds(15 + round * 11));
            ::kill(child, SIGKILL);
            ::waitpid(child, nullptr, 0);
            const auto vault =
                must(store::Vault::unlock(path, "auditor", TemporaryVault::password()));
            const auto records = must(store::SourceRecordTable(*vault).count());
            QCOMPARE(records, accepted(*vault));
            QVERIFY(must(vault->verifyAudit()).whole);
            wroteSomething = wroteSomething || records > 0;
        }
        QVERIFY(wroteSomething);
    }
};

QTEST_APPLESS_MAIN(TransactionTest)
#include "transaction_test.moc"
