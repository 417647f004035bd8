// SPDX-License-Identifier: GPL-3.0-or-later
#include "criteria/heard.h"

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

    void tellsUpToWhichDayEachPartnerWasHeard() {
        const auto calendar = criteria::shippedCalendar("herefordshire").value();
        const auto police =
            m_coverage.heardTo("offence", {Agency::courts, Agency::police}, calendar);
        QCOMPARE(police.size(), std::size_t{1});
        QVERIFY(police.at(Agency::police) == base::Date(2026, 3, 31));
        const auto schools = m_coverage.heardTo("attendance", {}, calendar);
        QVERIFY(schools.at(Agency::schools) == calendar.term("2026-spring")->to);
        QVERIFY(m_coverage.heardTo("offence", {Agency::courts}, calendar).empty());
        QVERIFY(m_coverage.heardTo("exclusion", {}, calendar).empty());
    }

    void anOutcomeRestsOnThoseWhoToldOfWhatItLooksAt() {
        const auto calendar = criteria::shippedCalendar("herefordshire").value();
        const auto shipped = criteria::shippedPlan("herefordshire-2020").value();
        const auto plan = criteria::readPlan(shipped.text, shipped.fileName).value();
        const auto crime =
            criteria::heardOf(plan.criteria.at(0), calendar, m_coverage, base::Date(2026, 2, 1));
        QCOMPARE(crime.size(), std::size_t{1});
        QCOMPARE(crime.front().agency, Agency::police);
        QVERIFY(crime.front().to == base::Date(2026, 2, 1));  // never after the day asked for
        const auto school =
            criteria::heardOf(plan.criteria.at(1), calendar, m_coverage, base::Date(2026, 11, 1));
        QCOMPARE(school.size(), std::size_t{1});
        QVERIFY(school.front().to == calendar.term("2026-spring")->to);
        QVERIFY(
            criteria::heardOf(plan.criteria.at(3), calendar, m_coverage, base::Date(2026, 11, 1))
                .empty());
    }

private:
    const criteria::Coverage m_coverage{std::vector<records::CoverageSpan>{
        {{1}, Agency::police, "offence", base::Date(2026, 1, 1), base::Date(2026, 3, 31), {}},
        {{2}, Agency::schools, "attendance", base::Date(), base::Date(), {"2026-spring"}}}};
};

QTEST_APPLESS_MAIN(CoverageTest)
#include "coverage_test.moc"
