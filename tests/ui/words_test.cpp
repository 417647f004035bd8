// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/words.h"

#include <QLocale>
#include <QtTest>

using namespace Qt::StringLiterals;

class WordsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }

    void writesDaysAsPeopleDo();
    void writesInstantsInLocalTime();
    void saysHowLongAgo();
    void countsWithTheirNoun();
    void neverShowsAnEmptyError();
};

void WordsTest::writesDaysAsPeopleDo() {
    QCOMPARE(ui::models::day(*base::makeDate(2013, 11, 5)), u"5 Nov 2013"_s);
    QCOMPARE(ui::models::day(base::Date()), QString());
    QCOMPARE(ui::models::day(std::optional<base::Date>()), QString());
    QCOMPARE(ui::models::instant("2013-11-05"), u"5 Nov 2013"_s);
}

void WordsTest::writesInstantsInLocalTime() {
    const QDateTime utc(QDate(2026, 11, 21), QTime(10, 42, 0), Qt::UTC);
    const QString expected = utc.toLocalTime().toString(u"d"_s) + u" Nov 2026, "_s +
                             utc.toLocalTime().toString(u"HH:mm"_s);
    QCOMPARE(ui::models::instant("2026-11-21T10:42:00Z"), expected);
}

void WordsTest::saysHowLongAgo() {
    const base::Date today = base::today();
    QCOMPARE(ui::models::age(base::isoDate(today)), u"today"_s);
    QCOMPARE(ui::models::age(base::isoDate(today - boost::gregorian::days(1))), u"1 day"_s);
    QCOMPARE(ui::models::age(base::isoDate(today - boost::gregorian::days(12)) + "T10:00:00Z"),
             u"12 days"_s);
    QCOMPARE(ui::models::age(""), QString());
}

void WordsTest::countsWithTheirNoun() {
    QCOMPARE(ui::models::counted(1, u"family"_s, u"families"_s), u"1 family"_s);
    QCOMPARE(ui::models::counted(0, u"family"_s, u"families"_s), u"0 families"_s);
    QCOMPARE(ui::models::counted(3977, u"row"_s, u"rows"_s), u"3,977 rows"_s);
}

void WordsTest::neverShowsAnEmptyError() {
    QCOMPARE(ui::models::said({base::Code::refused, "", "this family is with another caseworker"}),
             u"This family is with another caseworker."_s);
    QVERIFY(!ui::models::said({base::Code::damaged, "", ""}).isEmpty());
    QVERIFY(ui::models::details({base::Code::damaged, "", "x"}).isEmpty());
    QVERIFY(ui::models::details({base::Code::malformed, "plan.toml:3:1", "x"})
                .contains(u"plan.toml:3:1"_s));
}

QTEST_MAIN(WordsTest)
#include "words_test.moc"
