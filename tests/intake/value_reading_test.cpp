// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/value_reading.h"

#include "intake/term_reading.h"

#include <QtTest>

using namespace intake;

namespace {

QString term(const std::optional<std::string>& read) {
    return read ? QString::fromStdString(*read) : QString();
}

}  // namespace

class ValueReadingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsTerms_data();
    void readsTerms();
    void readsTheTermFromAFileName_data();
    void readsTheTermFromAFileName();
    void readsNumbers_data();
    void readsNumbers();
    void readsWholeNumbers();
    void readsYesAndNo();
};

void ValueReadingTest::readsTerms_data() {
    QTest::addColumn<QString>("written");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* written, const char* expected) {
        QTest::newRow(written) << QString::fromUtf8(written) << QString::fromUtf8(expected);
    };
    row("2025-autumn", "2025-autumn");
    row("Autumn 2025", "2025-autumn");
    row("Autumn Term 2025", "2025-autumn");
    row("2025/26 Autumn", "2025-autumn");
    row("2025/26 Spring", "2026-spring");
    row("Summer 2025/2026", "2026-summer");
    row("AUT25", "2025-autumn");
    row("spr 26", "2026-spring");
    row("2025", "");
    row("Autumn", "");
    row("Winter 2025", "");
    row("Autumn 1925", "");
    row("2025/27 Autumn", "");
    row("Autumn Spring 2025", "");
}

void ValueReadingTest::readsTerms() {
    QFETCH(QString, written);
    QFETCH(QString, expected);
    QCOMPARE(term(readTerm(written.toStdString())), expected);
}

void ValueReadingTest::readsTheTermFromAFileName_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("arrears");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, int arrears, const char* expected) {
        QTest::addRow("%s %d", name, arrears)
            << QString::fromUtf8(name) << arrears << QString::fromUtf8(expected);
    };
    row("2024_autumn_pupilonroll.csv", 1, "2024-summer");
    row("2025_spring_pupilonroll.csv", 1, "2024-autumn");
    row("2025_summer_pupilonroll.csv", 1, "2025-spring");
    row("2024_autumn_summerhalfterm2sessiondetailsonroll.csv", 1, "2024-summer");
    row("Attendance Autumn 2025.csv", 0, "2025-autumn");
    row("2024_autumn_pupilonroll.csv", 3, "2023-autumn");
    row("pupilonroll.csv", 1, "");
    row("884_autumn.csv", 1, "");
}

void ValueReadingTest::readsTheTermFromAFileName() {
    QFETCH(QString, name);
    QFETCH(int, arrears);
    QFETCH(QString, expected);
    QCOMPARE(term(termFromFileName(name.toStdString(), arrears)), expected);
}

void ValueReadingTest::readsNumbers_data() {
    QTest::addColumn<QString>("written");
    QTest::addColumn<bool>("good");
    QTest::addColumn<double>("expected");
    const auto row = [](const char* written, bool good, double expected) {
        QTest::newRow(written) << QString::fromUtf8(written) << good << expected;
    };
    row("12", true, 12);
    row("134.0", true, 134);
    row("1,234.50", true, 1234.5);
    row("1,234,567", true, 1234567);
    row("-3", true, -3);
    row("\xC2\xA3"
        "12.50",
        true,
        12.5);
    row("-\xC2\xA3"
        "12.50",
        true,
        -12.5);
    row("1e3", false, 0);
    row("0x10", false, 0);
    row("inf", false, 0);
    row("nan", false, 0);
    row("12 days", false, 0);
    row("1,23", false, 0);
    row("1234,567", false, 0);
    row("1.2.3", false, 0);
    row(",123", false, 0);
    row("", false, 0);
    row("-", false, 0);
}

void ValueReadingTest::readsNumbers() {
    QFETCH(QString, written);
    QFETCH(bool, good);
    QFETCH(double, expected);
    const auto value = readDecimal(written.toStdString());
    QCOMPARE(value.has_value(), good);
    if (good)
        QCOMPARE(*value, expected);
}

void ValueReadingTest::readsWholeNumbers() {
    QVERIFY(readInteger("134.0") == 134);
    QVERIFY(readInteger("9007199254740993") == 9007199254740993);
    QVERIFY(!readInteger("134.5"));
    QVERIFY(!readInteger("99999999999999999999999"));
}

void ValueReadingTest::readsYesAndNo() {
    for (const char* yes : {"Yes", "y", "TRUE", "T", "1"})
        QVERIFY(readFlag(yes) == true);
    for (const char* no : {"No", "n", "False", "f", "0"})
        QVERIFY(readFlag(no) == false);
    for (const char* other : {"", "maybe", "2", "yess"})
        QVERIFY(!readFlag(other).has_value());
}

QTEST_APPLESS_MAIN(ValueReadingTest)
#include "value_reading_test.moc"
