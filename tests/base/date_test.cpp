// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/date.h"

#include <QtTest>

#include <rapidcheck.h>

using namespace base;

namespace {

Date anyDay() {
    return Date(1900, 1, 1) + boost::gregorian::days(*rc::gen::inRange(0, 80000));
}

Date day(const char* text) {
    return *parseIsoDate(text);
}

}  // namespace

class DateTest : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void refusesWhatIsNoDay_data() {
        QTest::addColumn<QString>("text");
        for (const char* text : {"2026-02-31",
                                 "2025-02-29",
                                 "2026-13-01",
                                 "2026-00-10",
                                 "2026-04-31",
                                 "2026-1-01",
                                 "26-01-01",
                                 "2026/01/01",
                                 "",
                                 "2026-01-0x",
                                 "-026-01-01",
                                 "1399-12-31",
                                 "2026-01-01 "})
            QTest::newRow(text) << QString::fromUtf8(text);
    }

    void refusesWhatIsNoDay() {
        QFETCH(QString, text);
        QVERIFY(!parseIsoDate(text.toStdString()));
    }

    void readsBackEveryDayItWrites() {
        QVERIFY(rc::check("parse(iso(d)) = d", [] {
            const Date date = anyDay();
            RC_ASSERT(parseIsoDate(isoDate(date)) == date);
        }));
        QVERIFY(isoDate(Date()).empty());
        QVERIFY(plainDate(day("2026-11-21")) == "21 Nov 2026");
    }

    void addsMonthsToTheMonthsEnd() {
        QVERIFY(addMonths(day("2024-01-31"), 1) == day("2024-02-29"));
        QVERIFY(addMonths(day("2025-01-31"), 1) == day("2025-02-28"));
        QVERIFY(addMonths(day("2024-02-29"), 12) == day("2025-02-28"));
        QVERIFY(addMonths(day("2026-03-15"), -15) == day("2024-12-15"));
        QVERIFY(addMonths(day("2026-03-31"), -1) == day("2026-02-28"));
    }

    void countsCompletedYears_data() {
        QTest::addColumn<QString>("born");
        QTest::addColumn<QString>("on");
        QTest::addColumn<int>("age");
        const std::tuple<const char*, const char*, int> rows[] = {
            {"2008-09-01", "2026-08-31", 17},
            {"2008-09-01", "2026-09-01", 18},
            {"2008-02-29", "2026-02-28", 17},
            {"2008-02-29", "2026-03-01", 18},
            {"2026-09-01", "2026-09-01", 0},
        };
        for (const auto& [born, on, age] : rows)
            QTest::addRow("%s on %s", born, on)
                << QString::fromUtf8(born) << QString::fromUtf8(on) << age;
    }

    void countsCompletedYears() {
        QFETCH(QString, born);
        QFETCH(QString, on);
        QFETCH(int, age);
        QCOMPARE(ageOn(*parseIsoDate(born.toStdString()), *parseIsoDate(on.toStdString())), age);
    }

    void rangesAreClosedAndMayBeOpenEnded() {
        const DateRange year{day("2025-09-01"), day("2026-08-31")};
        QVERIFY(year.contains(day("2025-09-01")) && year.contains(day("2026-08-31")));
        QVERIFY(!year.contains(day("2026-09-01")));
        QVERIFY(year.overlaps({day("2026-08-31"), {}}));
        QVERIFY(!year.overlaps({day("2026-09-01"), {}}));
        QVERIFY(year.overlaps({{}, {}}));
    }

    void overlapIsSharingADay() {
        QVERIFY(rc::check("overlaps is symmetric and means a common day", [] {
            const Date a = anyDay();
            const Date b = a + boost::gregorian::days(*rc::gen::inRange(0, 40));
            const Date c = a + boost::gregorian::days(*rc::gen::inRange(-40, 40));
            const Date d = c + boost::gregorian::days(*rc::gen::inRange(0, 40));
            const DateRange left{a, b};
            const DateRange right{c, d};
            bool common = false;
            for (Date one = a; one <= b; one += boost::gregorian::days(1))
                common |= right.contains(one);
            RC_ASSERT(left.overlaps(right) == common);
            RC_ASSERT(right.overlaps(left) == common);
        }));
    }

    void saysTheInstantInUtc() {
        const std::string now = nowUtc();
        QCOMPARE(now.size(), std::size_t{20});
        QVERIFY(now.back() == 'Z' && now[10] == 'T');
    }
};

QTEST_APPLESS_MAIN(DateTest)
#include "date_test.moc"
