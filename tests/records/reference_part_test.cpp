// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/reference_part.h"

#include "records/family.h"

#include <QtTest>

#include <rapidcheck.h>

using records::FamilyId;
using records::ReferencePart;

class ReferencePartTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void takesWhatPeopleType_data() {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<bool>("found");
        for (const char* typed : {"2031", "203", "31", "FF-2031", "ff-20", "ff20", " FF-2 ", "f"})
            QTest::newRow(typed) << QString::fromLatin1(typed) << true;
        for (const char* typed : {"2032", "FF-31x", "price", "2 0", "-2031", "FF--2", "%", "20_1"})
            QTest::newRow(typed) << QString::fromLatin1(typed) << false;
    }

    void takesWhatPeopleType() {
        QFETCH(QString, typed);
        QFETCH(bool, found);
        QCOMPARE(ReferencePart(typed.toStdString()).isIn(FamilyId{2031}), found);
    }

    void nothingIsPartOfEvery() {
        for (const char* typed : {"", "  ", "FF-", "ff"})
            QVERIFY(ReferencePart(typed).ofEvery() && ReferencePart(typed).isIn(FamilyId{7}));
        QVERIFY(!ReferencePart("7").ofEvery() && !ReferencePart("x").ofEvery());
    }

    void findsWhatTheWrittenNumberHolds() {
        QVERIFY(rc::check("digits are looked for in the digits", [] {
            const FamilyId family{*rc::gen::inRange<std::int64_t>(1, 300'000)};
            const std::string digits = std::to_string(*rc::gen::inRange(0, 1'000));
            const bool holds = records::familyReference(family).find(digits) != std::string::npos;
            RC_ASSERT(ReferencePart(digits).isIn(family) == holds);
            RC_ASSERT(ReferencePart("FF-" + digits).isIn(family) == holds);
        }));
    }
};

QTEST_APPLESS_MAIN(ReferencePartTest)
#include "reference_part_test.moc"
