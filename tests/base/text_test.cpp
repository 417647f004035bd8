// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"

#include <QtTest>

#include <rapidcheck.h>

using namespace base;

class TextTest : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void foldsNames_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        const std::pair<const char*, const char*> rows[] = {
            {"O\u2019NEILL", "o'neill"},
            {"  Ann   Marie ", "ann marie"},
            {"Renée", "renee"},
            {"rene\u0301e", "renee"},
            {"Łukasz", "lukasz"},
            {"Groß", "gross"},
            {"Ærø", "aero"},
            {"Smith\u2013Jones", "smith-jones"},
            {"a\u00A0b\tc\r\nd", "a b c d"},
            {"Ольга", "Ольга"},
            {"", ""},
        };
        for (const auto& [text, expected] : rows)
            QTest::newRow(expected) << QString::fromUtf8(text) << QString::fromUtf8(expected);
    }

    void foldsNames() {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        QCOMPARE(QString::fromStdString(folded(text.toStdString())), expected);
    }

    void foldingTwiceChangesNothing() {
        QVERIFY(rc::check("idempotent on any bytes", [](const std::string& text) {
            RC_ASSERT(folded(folded(text)) == folded(text));
            RC_ASSERT(foldedKey(folded(text)) == foldedKey(text));
            RC_ASSERT(trimmed(trimmed(text)) == trimmed(text));
        }));
    }

    void keysKeepLettersAndDigitsOnly() {
        QVERIFY(foldedKey("O'Neill-Smith 2") == "oneillsmith2");
        QVERIFY(foldedKey("Date of Birth (DoB)") == "dateofbirthdob");
    }

    void tellsUtf8FromOtherBytes_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("good");
        QTest::newRow("ascii") << QByteArray("abc") << true;
        QTest::newRow("two bytes") << QByteArray("\xC3\xA9") << true;
        QTest::newRow("four bytes") << QByteArray("\xF0\x9F\x99\x82") << true;
        QTest::newRow("Windows-1252") << QByteArray("caf\xE9") << false;
        QTest::newRow("overlong") << QByteArray("\xC0\xAF") << false;
        QTest::newRow("overlong three") << QByteArray("\xE0\x80\xAF") << false;
        QTest::newRow("surrogate") << QByteArray("\xED\xA0\x80") << false;
        QTest::newRow("too large") << QByteArray("\xF4\x90\x80\x80") << false;
        QTest::newRow("cut") << QByteArray("\xE2\x82") << false;
    }

    void tellsUtf8FromOtherBytes() {
        QFETCH(QByteArray, bytes);
        QFETCH(bool, good);
        QCOMPARE(isValidUtf8(bytes.toStdString()), good);
    }

    void trimsNoBreakSpacesToo() {
        QVERIFY(trimmed(" \u00A0 a b \u00A0\t") == "a b");
        QVERIFY(trimmed("\u00A0").empty());
    }

    void splittingAndJoiningAreInverse() {
        QVERIFY(rc::check("join(split(x)) = x", [](const std::string& text) {
            std::vector<std::string> parts;
            for (const std::string_view part : split(text, ','))
                parts.emplace_back(part);
            RC_ASSERT(join(parts, ",") == text);
        }));
    }

    void findsTheNearestWord() {
        const std::vector<std::string> known{"threshold", "window", "source"};
        QVERIFY(nearest("treshold", known) == "threshold");
        QVERIFY(nearest("windwo", known) == "window");
        QVERIFY(nearest("elephant", known).empty());
    }

    void groupsThousands() {
        QVERIFY(grouped(0) == "0");
        QVERIFY(grouped(999) == "999");
        QVERIFY(grouped(1000) == "1,000");
        QVERIFY(grouped(1234567) == "1,234,567");
        QVERIFY(counted(1, "row", "rows") == "1 row");
        QVERIFY(counted(3977, "row", "rows") == "3,977 rows");
    }
};

QTEST_APPLESS_MAIN(TextTest)
#include "text_test.moc"
