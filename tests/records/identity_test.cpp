// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/identity.h"

#include <QtTest>

#include <rapidcheck.h>

#include <set>

using namespace records;

class IdentityTest : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void readsPartialDates_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("good");
        for (const char* good : {"2012-05-04", "2012-05", "2012", "", "2012-02-29", "1900-01-01"})
            QTest::newRow(good) << QString::fromUtf8(good) << true;
        for (const char* bad : {"2012-13",
                                "2012-02-30",
                                "2011-02-29",
                                "2012-00-01",
                                "12-05-04",
                                "2012/05/04",
                                "0000",
                                "2012-5-4",
                                "abcd",
                                "2012-",
                                "2012-05-04 "})
            QTest::newRow(bad) << QString::fromUtf8(bad) << false;
    }

    void readsPartialDates() {
        QFETCH(QString, text);
        QFETCH(bool, good);
        const auto date = parsePartial(text.toStdString());
        QCOMPARE(date.has_value(), good);
        if (good)
            QCOMPARE(QString::fromStdString(isoPartial(*date)), text);
    }

    void knowsPlaceholderBirthDates() {
        QVERIFY((PartialDate{1900, 1, 1}.placeholder()));
        QVERIFY((PartialDate{1901, 1, 1}.placeholder()));
        QVERIFY((PartialDate{1899, 6, 3}.placeholder()));
        QVERIFY((!PartialDate{1902, 1, 1}.placeholder()));
        QVERIFY((!PartialDate{1901, 1, 2}.placeholder()));
        QVERIFY(!PartialDate{}.placeholder());
        QVERIFY((PartialDate{1985, 1, 1}.firstOfJanuary()));
    }

    void completesOnlyWholeDates() {
        QVERIFY((!PartialDate{2012, 5, 0}.complete()));
        QVERIFY((PartialDate{2012, 5, 4}.complete() == base::makeDate(2012, 5, 4)));
    }

    void readsEveryUsualSexCode_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("code");
        const std::pair<const char*, const char*> rows[] = {{"0", ""},
                                                            {"1", "M"},
                                                            {"2", "F"},
                                                            {"9", ""},
                                                            {"m", "M"},
                                                            {"F", "F"},
                                                            {"Male", "M"},
                                                            {"FEMALE", "F"},
                                                            {"x", "X"},
                                                            {"Other", "X"},
                                                            {"U", ""},
                                                            {"", ""},
                                                            {"Not known", ""}};
        for (const auto& [text, code] : rows)
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(code);
    }

    void readsEveryUsualSexCode() {
        QFETCH(QString, text);
        QFETCH(QString, code);
        const auto sex = sexFromText(text.toStdString());
        QVERIFY(sex.has_value());
        QCOMPARE(QString::fromStdString(std::string(sexCode(*sex))), code);
    }

    void doesNotGuessASex() {
        QVERIFY(!sexFromText("perhaps"));
        QVERIFY(!sexFromText("3"));
    }

    void namesEveryColumnOnce() {
        std::set<std::string_view> names;
        for (const std::string_view name : identityColumns()) {
            QVERIFY(!identityColumnLabel(name).empty());
            QVERIFY(isIdentityColumn(name));
            names.insert(name);
        }
        QCOMPARE(names.size(), std::size_t{19});
        QVERIFY(!isIdentityColumn("diagnosis"));
        QVERIFY(identityColumns().front() == "forename");
        QVERIFY(identityColumns().back() == "address_protected");
    }

    void keepsEveryRealDay() {
        QVERIFY(rc::check("parse(iso(partial(d))) = partial(d)", [] {
            const base::Date day =
                base::Date(1900, 1, 1) + boost::gregorian::days(*rc::gen::inRange(0, 60000));
            const PartialDate date = partial(day);
            RC_ASSERT(parsePartial(isoPartial(date)) == date);
            RC_ASSERT(date.complete() == day);
        }));
    }
};

QTEST_APPLESS_MAIN(IdentityTest)
#include "identity_test.moc"
