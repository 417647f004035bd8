// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/whole_name.h"

#include <QtTest>

using intake::nameParts;

class WholeNameTest : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void findsTheParts_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("forename");
        QTest::addColumn<QString>("middle");
        QTest::addColumn<QString>("surname");
        const auto row =
            [](const char* text, const char* first, const char* mid, const char* last) {
                QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(first)
                                    << QString::fromUtf8(mid) << QString::fromUtf8(last);
            };
        row("SMITH, John Paul", "John", "Paul", "SMITH");
        row("Mr John Smith", "John", "", "Smith");
        row("SMITH John", "John", "", "SMITH");
        row("JOHN SMITH", "JOHN", "", "SMITH");
        row("Smith, Mrs. Jane", "Jane", "", "Smith");
        row("Ana Maria de la Cruz", "Ana", "Maria", "de la Cruz");
        row("de la Cruz, Ana", "Ana", "", "de la Cruz");
        row("Van Dyke", "Van", "", "Dyke");
        row("O'Neill-Smith,Cáit", "Cáit", "", "O'Neill-Smith");
        row("Smith", "", "", "Smith");
        row("Smith,", "", "", "Smith");
        row("Miss", "", "", "Miss");
        row("  ", "", "", "");
    }

    void findsTheParts() {
        QFETCH(QString, text);
        QFETCH(QString, forename);
        QFETCH(QString, middle);
        QFETCH(QString, surname);
        const auto parts = nameParts(text.toStdString());
        QVERIFY(parts.has_value());
        QCOMPARE(QString::fromStdString(parts->forename), forename);
        QCOMPARE(QString::fromStdString(parts->middleNames), middle);
        QCOMPARE(QString::fromStdString(parts->surname), surname);
    }

    void takesNoCellApartThatNamesTwoPeople() {
        for (const char* text :
             {"Mr J & Mrs K Smith", "John Smith and Jane Smith", "J Smith / K Lee"})
            QVERIFY2(!nameParts(text), text);
        QVERIFY(nameParts("Sandy Anderson").has_value());
    }
};

QTEST_APPLESS_MAIN(WholeNameTest)
#include "whole_name_test.moc"
