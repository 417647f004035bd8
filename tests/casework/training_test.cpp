// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/training.h"

#include "support/price_family.h"

#include <QtTest>

using support::must;

class TrainingTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void anEmptyVaultIsMarkedForEveryoneAndStaysSo() {
        support::Team team;
        QVERIFY(!must(casework::isTraining(team.caseworker())));
        must(casework::markTraining(team.administrator()));
        must(casework::markTraining(team.administrator()));
        QVERIFY(must(casework::isTraining(team.caseworker())));
        QVERIFY(must(casework::isTraining(team.auditor())));
        support::prepareFamilies(team);
        QVERIFY(must(casework::isTraining(team.caseworker())));
    }

    void aVaultThatHasReceivedSomethingNeverBecomesOne() {
        support::Team team;
        support::receiveFamilies(team);
        VERIFY_FAILS(casework::markTraining(team.administrator()),
                     base::Code::refused,
                     "has received a delivery");
        QVERIFY(!must(casework::isTraining(team.administrator())));
    }
};

QTEST_APPLESS_MAIN(TrainingTest)
#include "training_test.moc"
