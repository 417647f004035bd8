// SPDX-License-Identifier: GPL-3.0-or-later
#include "linkage/normalise.h"

#include <QtTest>

class NormaliseTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsDates_data();
    void readsDates();
    void bringsNamesToOneForm_data();
    void bringsNamesToOneForm();
    void splitsFullNames();
    void bringsContactsToOneForm();
};

void NormaliseTest::readsDates_data() {
    QTest::addColumn<QString>("raw");
    QTest::addColumn<QString>("date");
    QTest::newRow("iso") << "2012-05-04"
                         << "20120504";
    QTest::newRow("british") << "4/5/2012"
                             << "20120504";
    QTest::newRow("eight digits") << "20120504"
                                  << "20120504";
    QTest::newRow("month as a word") << "04-May-2012"
                                     << "20120504";
    QTest::newRow("october is not cut at its t") << "19-Oct-2013"
                                                 << "20131019";
    QTest::newRow("with a time") << "2012-05-04T00:00:00"
                                 << "20120504";
    QTest::newRow("month and year") << "2012-05"
                                    << "20120500";
    QTest::newRow("year") << "2012"
                          << "20120000";
    QTest::newRow("a slip in the day is kept") << "1996-04-99"
                                               << "19960499";
    QTest::newRow("placeholder 1900") << "1900-01-01"
                                      << "";
    QTest::newRow("placeholder 1901") << "01/01/1901"
                                      << "";
    QTest::newRow("before 1900") << "1800-05-04"
                                 << "";
    QTest::newRow("all nines") << "99999999"
                               << "";
    QTest::newRow("words") << "not known"
                           << "";
    QTest::newRow("nothing") << ""
                             << "";
}

void NormaliseTest::readsDates() {
    QFETCH(QString, raw);
    QFETCH(QString, date);
    QCOMPARE(QString::fromStdString(linkage::normalDate(raw.toStdString())), date);
}

void NormaliseTest::bringsNamesToOneForm_data() {
    QTest::addColumn<QString>("raw");
    QTest::addColumn<QString>("name");
    QTest::newRow("case and space") << "  O'NEILL "
                                    << "oneill";
    QTest::newRow("hyphen") << "Smith-Jones"
                            << "smith jones";
    QTest::newRow("accent") << "Zo\u00EB"
                            << "zoe";
    QTest::newRow("title") << "Mrs Karen"
                           << "karen";
    QTest::newRow("a title alone may be a name") << "Miss"
                                                 << "miss";
    QTest::newRow("unknown") << "UNKNOWN"
                             << "";
    QTest::newRow("not known") << "n/k"
                               << "";
    QTest::newRow("unborn baby") << "Baby"
                                 << "";
    QTest::newRow("another script") << "\u0418\u0432\u0430\u043D"
                                    << "\u0418\u0432\u0430\u043D";
}

void NormaliseTest::bringsNamesToOneForm() {
    QFETCH(QString, raw);
    QFETCH(QString, name);
    QCOMPARE(QString::fromStdString(linkage::normalName(raw.toStdString())), name);
}

void NormaliseTest::splitsFullNames() {
    const auto plain = linkage::splitFullName("Mr John Paul Smith");
    QVERIFY(plain.forename == "john" && plain.middleNames == "paul" && plain.surname == "smith");
    const auto comma = linkage::splitFullName("SMITH-JONES, John");
    QVERIFY(comma.forename == "john" && comma.middleNames.empty() &&
            comma.surname == "smith jones");
    const auto one = linkage::splitFullName("John");
    QVERIFY(one.forename == "john" && one.surname.empty());
    QVERIFY(linkage::splitFullName("").forename.empty());
}

void NormaliseTest::bringsContactsToOneForm() {
    QVERIFY(linkage::normalPhone("+44 (0)1632 960 001") == linkage::normalPhone("01632960001"));
    QVERIFY(linkage::normalPhone("12").empty());
    QVERIFY(linkage::normalEmail(" A.B@Example.ORG ") == "a.b@example.org");
    QVERIFY(linkage::normalAddress("12 High St., Ledbury") == "12 high street ledbury");
    QVERIFY(linkage::normalAddress("No Fixed Abode").empty());
    QVERIFY(linkage::normalCode("00-000").empty());
    QVERIFY(linkage::normalSex("9").empty());
}

QTEST_APPLESS_MAIN(NormaliseTest)
#include "normalise_test.moc"
