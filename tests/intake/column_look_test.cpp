// SPDX-License-Identifier: GPL-3.0-or-later
// What a file looks like, column by column, before anything is known of it.
#include "intake/column_look.h"

#include "base/file.h"

#include <QTemporaryDir>
#include <QtTest>

#include <rapidcheck.h>

using namespace intake;
using records::ValueLook;

namespace {

const base::Date today(2026, 11, 21);

records::ColumnLook lookOf(const std::vector<std::string>& cells) {
    ColumnLooking looking(today);
    for (const std::string& cell : cells)
        looking.add(cell);
    return looking.finish("Heading");
}

std::size_t fit(const records::ColumnLook& column, std::string_view form) {
    for (const records::DateFit& each : column.dates)
        if (each.form == form)
            return each.cells;
    return 0;
}

}  // namespace

class ColumnLookTest : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void knowsValuesByTheirShape_data() {
        QTest::addColumn<QStringList>("cells");
        QTest::addColumn<QString>("look");
        const auto row = [](const char* look, const QStringList& cells) {
            QTest::addRow("%s: %s", look, qPrintable(cells.join(QLatin1Char(' '))))
                << cells << QString::fromUtf8(look);
        };
        const auto list = [](std::initializer_list<const char*> cells) {
            QStringList all;
            for (const char* cell : cells)
                all << QString::fromUtf8(cell);
            return all;
        };
        row("nothing", list({"", ""}));
        row("date", list({"21/11/2026", "3/1/2026", ""}));
        row("date", list({"20261121", "20250230", "20250101", "20240101", "20230101", "20220101"}));
        row("National Insurance number", list({"JK123456A", "JK 12 34 57 B", "JK123458C"}));
        row("NHS number", list({"9434765919", "943 476 5870"}));
        row("postcode", list({"HR1 2AB", "hr12ab", "HR4 9XY"}));
        row("phone number", list({"01432 260000", "+44 7700 900123"}));
        row("e-mail address", list({"a@example.org", "b.c@example.org"}));
        row("UPRN", list({"100070211234", "10007021123"}));
        row("yes or no", list({"Y", "N", "Y"}));
        row("whole number", list({"12", "1,300", "7"}));
        row("number", list({"£12.50", "1,300.00", "7"}));
        row("code", list({"NFA", "CAU", "NFA", "CAU"}));
        row("text", list({"Quillfeather", "Thistlewood", "Price"}));
    }

    void knowsValuesByTheirShape() {
        QFETCH(QStringList, cells);
        QFETCH(QString, look);
        std::vector<std::string> texts;
        for (const QString& cell : cells)
            texts.push_back(cell.toStdString());
        const records::ColumnLook column = lookOf(texts);
        QCOMPARE(QString::fromUtf8(valueLookName(column.look).data()), look);
    }

    void countsWhatEachWayOfWritingDatesReads() {
        const auto column =
            lookOf({"13/01/2025", "02/03/2025", "2025-01-31", "02/02/2025", "soon", "46000"});
        QCOMPARE(column.filled, std::size_t{6});
        QCOMPARE(fit(column, "dd/mm/yyyy"), std::size_t{3});
        QCOMPARE(fit(column, "mm/dd/yyyy"), std::size_t{2});
        QCOMPARE(fit(column, "yyyy-mm-dd"), std::size_t{1});
        QCOMPARE(fit(column, "excel"), std::size_t{1});
        // 2 March or 3 February; the second of February is the same either way.
        QCOMPARE(column.eitherOrder, std::size_t{1});
    }

    void countsOnBeyondTheValuesItRemembers() {
        QVERIFY(rc::check("fits and filled cells count every cell, few values are all listed", [] {
            const auto count = *rc::gen::inRange(0, 3000);
            const auto different = *rc::gen::inRange(1, 2000);
            ColumnLooking looking(today);
            for (int i = 0; i < count; ++i)
                looking.add(std::to_string(i % different));
            const auto column = looking.finish("n");
            const auto cells = static_cast<std::size_t>(count);
            RC_ASSERT(column.filled == cells);
            const auto values = static_cast<std::size_t>(std::min(count, different));
            RC_ASSERT(column.distinct == std::min(values, records::mostDistinct));
            if (count > 0 && different > 2)
                RC_ASSERT(column.fitting == cells);
            std::size_t listed = 0;
            for (const auto& value : column.values)
                listed += value.cells;
            RC_ASSERT(listed == (values <= records::mostValues ? cells : 0U));
        }));
    }

    void findsTheHeaderBelowATitle() {
        base::NoProgress quiet;
        const auto look =
            lookAt(FF_TEST_DATA "/intake/unseen/crimes-named-suspects.txt", "", today, quiet);
        QVERIFY2(look.has_value(), look ? "" : base::describe(look.error()).c_str());
        QCOMPARE(look->headerLine, std::int64_t{3});
        QCOMPARE(look->rows, std::size_t{24});
        QCOMPARE(look->separator, std::string("semicolon"));
        QCOMPARE(look->columns.size(), std::size_t{14});
        QCOMPARE(look->columns.at(3).heading, std::string("Suspect DOB"));
        QVERIFY(look->columns.at(3).look == ValueLook::date);
        QCOMPARE(look->firstRows.size(), std::size_t{10});
        QCOMPARE(look->firstRows.front().at(6), std::string("HR1 2AB"));
    }

    void saysTheEncoding() {
        base::NoProgress quiet;
        const auto look = lookAt(FF_TEST_DATA "/intake/unseen/rent-arrears.csv", "", today, quiet);
        QVERIFY(look.has_value());
        QCOMPARE(look->encoding, std::string("windows-1252"));
        QCOMPARE(look->columns.at(10).heading, std::string("Rent Arrears \xC2\xA3"));
        QVERIFY(look->columns.at(10).look == ValueLook::decimal);
    }

    void saysWhatItCannotLookAt() {
        base::NoProgress quiet;
        QTemporaryDir folder;
        const std::string path = folder.filePath(QStringLiteral("m.xml")).toStdString();
        QVERIFY(base::writeFileWhole(path, "<?xml version=\"1.0\"?><Message/>", false));
        const auto look = lookAt(path, "", today, quiet);
        QVERIFY(!look);
        QVERIFY(look.error().code == base::Code::unsupported);
        QVERIFY(!lookAt(folder.filePath(QStringLiteral("no.csv")).toStdString(), "", today, quiet));
    }
};

QTEST_APPLESS_MAIN(ColumnLookTest)
#include "column_look_test.moc"
