// SPDX-License-Identifier: GPL-3.0-or-later
#include "criteria/calendar.h"

#include <QtTest>

#include <string>

namespace {

std::string codes(const std::vector<criteria::Term>& terms) {
    std::string all;
    for (const criteria::Term& term : terms)
        all += (all.empty() ? "" : " ") + term.code;
    return all;
}

criteria::Calendar herefordshire() {
    return criteria::shippedCalendar("herefordshire").value();
}

std::string term(const std::string& code, const std::string& from, const std::string& to) {
    return "[[term]]\ncode = \"" + code + "\"\nfrom = " + from + "\nto = " + to + "\n";
}

const std::string heading = "name = \"x\"\ncouncil = \"x\"\nreference = \"x\"\n";

}  // namespace

class CalendarTest : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void holdsThreeTermsOfEverySchoolYear() {
        const auto calendar = herefordshire();
        QCOMPARE(calendar.terms.size(), std::size_t{14 * 3});
        QVERIFY(calendar.terms.front().code == "2014-autumn");
        QVERIFY(calendar.terms.back().code == "2028-summer");
        for (std::size_t year = 0; year < 14; ++year) {
            long days = 0;
            for (std::size_t i = year * 3; i < year * 3 + 3; ++i)
                days += (calendar.terms[i].to - calendar.terms[i].from).days();
            // 39 weeks of school and three half terms, in calendar days.
            QVERIFY2(days > 255 && days < 300, calendar.terms[year * 3].code.c_str());
        }
    }

    void findsTheLastCompletedTerms_data() {
        QTest::addColumn<QDate>("asAt");
        QTest::addColumn<int>("count");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("in a term")
            << QDate(2026, 11, 21) << 3 << QByteArray("2025-autumn 2026-spring 2026-summer");
        QTest::newRow("on a term's last day")
            << QDate(2026, 7, 17) << 2 << QByteArray("2025-autumn 2026-spring");
        QTest::newRow("the day after")
            << QDate(2026, 7, 18) << 2 << QByteArray("2026-spring 2026-summer");
        QTest::newRow("at the beginning")
            << QDate(2015, 5, 1) << 3 << QByteArray("2014-autumn 2015-spring");
        QTest::newRow("before all") << QDate(2010, 5, 1) << 3 << QByteArray("");
        QTest::newRow("none asked for") << QDate(2026, 5, 1) << 0 << QByteArray("");
    }

    void findsTheLastCompletedTerms() {
        QFETCH(QDate, asAt);
        QFETCH(int, count);
        QFETCH(QByteArray, expected);
        const base::Date day = *base::makeDate(asAt.year(), asAt.month(), asAt.day());
        QVERIFY(codes(herefordshire().lastCompletedTerms(day, count)) == expected.toStdString());
    }

    void namesTermsForPeople() {
        QVERIFY(criteria::termName("2025-autumn") == "autumn term 2025");
        QVERIFY(criteria::termName("something") == "something");
        QVERIFY(criteria::termName("") == "");
    }

    void refusesACalendarWithAFault_data() {
        QTest::addColumn<QByteArray>("terms");
        QTest::addColumn<QByteArray>("words");
        const auto row = [](const char* name, const std::string& terms, const char* words) {
            QTest::newRow(name) << QByteArray::fromStdString(terms) << QByteArray(words);
        };
        row("no terms", "", "at least one");
        row("a code of another form", term("autumn25", "2025-09-02", "2025-12-19"), "x.toml:5:1");
        row("a code of another year",
            term("2024-autumn", "2025-09-02", "2025-12-19"),
            "year the term begins in");
        row("an end before the beginning",
            term("2025-autumn", "2025-09-02", "2025-08-19"),
            "after 'from'");
        row("terms that overlap",
            term("2025-autumn", "2025-09-02", "2025-12-19") +
                term("2025-spring", "2025-12-01", "2026-02-19"),
            "not overlap");
        row("a term twice",
            term("2025-autumn", "2025-09-02", "2025-10-19") +
                term("2025-autumn", "2025-11-02", "2025-12-19"),
            "there twice");
    }

    void refusesACalendarWithAFault() {
        QFETCH(QByteArray, terms);
        QFETCH(QByteArray, words);
        const auto calendar = criteria::readCalendar(heading + terms.toStdString(), "x.toml");
        QVERIFY(!calendar.has_value());
        const std::string said = base::describe(calendar.error());
        QVERIFY2(said.find(words.toStdString()) != std::string::npos, said.c_str());
    }

    void saysThatACalendarIsNotThere() {
        const auto calendar = criteria::shippedCalendar("atlantis");
        QVERIFY(!calendar.has_value());
        QVERIFY(calendar.error().code == base::Code::notFound);
    }
};

QTEST_APPLESS_MAIN(CalendarTest)
#include "calendar_test.moc"
