// SPDX-License-Identifier: GPL-3.0-or-later
#include "criteria/coverage.h"

#include <QtTest>

using records::Agency;

class CoverageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void speaksOfTheDaysItOverlaps_data() {
        QTest::addColumn<QDate>("from");
        QTest::addColumn<QDate>("to");
        QTest::addColumn<bool>("heard");
        QTest::newRow("inside") << QDate(2026, 2, 1) << QDate(2026, 2, 2) << true;
        QTest::newRow("touching its first day") << QDate(2025, 1, 1) << QDate(2026, 1, 1) << true;
        QTest::newRow("ending the day before") << QDate(2025, 1, 1) << QDate(2025, 12, 31) << false;
        QTest::newRow("touching its last day") << QDate(2026, 3, 31) << QDate(2026, 5, 1) << true;
        QTest::newRow("beginning the day after") << QDate(2026, 4, 1) << QDate(2026, 5, 1) << false;
    }

    void speaksOfTheDaysItOverlaps() {
        QFETCH(QDate, from);
        QFETCH(QDate, to);
        QFETCH(bool, heard);
        const base::Date first = *base::makeDate(from.year(), from.month(), from.day());
        const base::Date last = *base::makeDate(to.year(), to.month(), to.day());
        QCOMPARE(m_coverage.speaksOf("offence", {}, first, last), heard);
        QCOMPARE(m_coverage.speaksOf("offence", {Agency::courts, Agency::police}, first, last),
                 heard);
    }

    void keepsTypesAndAgenciesApart() {
        const base::Date day(2026, 2, 1);
        QVERIFY(!m_coverage.speaksOf("exclusion", {}, day, day));
        QVERIFY(!m_coverage.speaksOf("offence", {Agency::courts}, day, day));
        QVERIFY(!criteria::Coverage().speaksOf("offence", {}, day, day));
    }

    void speaksOfTermsByName() {
        const base::Date day(2020, 2, 1);
        QVERIFY(m_coverage.speaksOf("attendance", {}, day, day, {"2025-autumn", "2026-spring"}));
        QVERIFY(!m_coverage.speaksOf("attendance", {}, day, day, {"2025-autumn"}));
        QVERIFY(!m_coverage.speaksOf("attendance", {}, day, day));
    }

private:
    const criteria::Coverage m_coverage{std::vector<records::CoverageSpan>{
        {{1}, Agency::police, "offence", base::Date(2026, 1, 1), base::Date(2026, 3, 31), {}},
        {{2}, Agency::schools, "attendance", base::Date(), base::Date(), {"2026-spring"}}}};
};

QTEST_APPLESS_MAIN(CoverageTest)
#include "coverage_test.moc"
