// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/delimited_table.h"

#include "intake/table_file.h"
#include "tests/intake/collected_delivery.h"
#include "tests/support/must.h"

#include <QtTest>

#include <rapidcheck.h>

using namespace intake;
using support::must;

namespace {

using Cells = std::vector<std::string>;

struct ReadTable {
    Table table;
    char separator = ',';
    std::vector<Cells> rows;
    std::vector<std::int64_t> lines;
};

base::Result<ReadTable> read(const std::string& bytes, std::optional<std::size_t> header = {}) {
    test::TemporaryFiles files;
    base::NoProgress quiet;
    const auto path = files.write("file.csv", bytes);
    auto table = DelimitedTable::open(path, must(surveyFile(path, quiet)));
    if (!table)
        return base::fail(table.error());
    if (header)
        (*table)->chooseHeader(0, *header);
    ReadTable out;
    out.table = (*table)->tables().front();
    out.separator = (*table)->separator();
    TableRow row;
    while (must((*table)->next(row))) {
        out.rows.emplace_back(row.fields.begin(), row.fields.end());
        out.lines.push_back(row.line);
    }
    return out;
}

}  // namespace

class DelimitedTableTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void takesTheFirstLineForTheHeader();
    void findsTheHeaderBelowItsTitles_data();
    void findsTheHeaderBelowItsTitles();
    void takesAnotherHeaderWhenTold();
    void obeysASeparatorThatTheFileSays_data();
    void obeysASeparatorThatTheFileSays();
    void keepsAHeaderThatIsLongerThanTheSample();
    void saysWhenThereIsNoTable();
    void looksAtNoMoreThanTheFirstLines();
    void givesTheRowsAsTheyWere();
};

void DelimitedTableTest::takesTheFirstLineForTheHeader() {
    const auto file = must(read("id , name,town,\n1,Ann,Ross,\n2,,,\n"));
    QVERIFY(file.table.name.empty());
    QVERIFY(file.table.header == 0);
    QVERIFY((file.table.heading() == Cells{"id", "name", "town"}));
    QVERIFY(file.rows.size() == 2);
    QVERIFY((file.lines == std::vector<std::int64_t>{2, 3}));
}

void DelimitedTableTest::findsTheHeaderBelowItsTitles_data() {
    QTest::addColumn<QString>("bytes");
    QTest::addColumn<qlonglong>("firstRow");
    const auto row = [](const char* name, const char* bytes, qlonglong firstRow) {
        QTest::newRow(name) << QString::fromUtf8(bytes) << firstRow;
    };
    row("one title", "Early help report\nid,name,town\n1,Ann,Ross\n", 3);
    row("title and date", "Report,1 May\n\nid,name,town,note\n1,Ann,Ross,x\n", 4);
    row("semicolons", "Report\nid;name;town\n1;Ann, Bo;Ross\n2;Cy;Ross\n", 3);
    row("a title in quotes over two lines", "\"Report\nof May\"\nid,name,town\n1,Ann,Ross\n", 4);
}

void DelimitedTableTest::findsTheHeaderBelowItsTitles() {
    QFETCH(QString, bytes);
    QFETCH(qlonglong, firstRow);
    const auto file = must(read(bytes.toStdString()));
    QVERIFY(file.table.heading().at(0) == "id");
    QVERIFY(file.table.heading().at(2) == "town");
    QVERIFY(file.lines.front() == firstRow);
    QVERIFY(file.rows.front().at(0) == "1");
}

void DelimitedTableTest::takesAnotherHeaderWhenTold() {
    const auto file = must(read("a,b\n1,2\n3,4\n", 1));
    QVERIFY((file.table.heading() == Cells{"1", "2"}));
    QVERIFY((file.rows == std::vector<Cells>{{"3", "4"}}));
}

void DelimitedTableTest::obeysASeparatorThatTheFileSays_data() {
    QTest::addColumn<QString>("bytes");
    QTest::addColumn<char>("separator");
    QTest::newRow("semicolon") << QStringLiteral("sep=;\r\na,b;c,d\r\n1,1;2,2\r\n") << ';';
    QTest::newRow("tab") << QStringLiteral("sep=\t\na,b\tc,d\n1,1\t2,2\n") << '\t';
    QTest::newRow("capitals") << QStringLiteral("SEP=|\na,b|c,d\n1,1|2,2\n") << '|';
}

void DelimitedTableTest::obeysASeparatorThatTheFileSays() {
    QFETCH(QString, bytes);
    QFETCH(char, separator);
    const auto file = must(read(bytes.toStdString()));
    QCOMPARE(file.separator, separator);
    QVERIFY((file.table.heading() == Cells{"a,b", "c,d"}));
    QVERIFY((file.rows == std::vector<Cells>{{"1,1", "2,2"}}));
    QVERIFY(file.lines.front() == 3);
}

void DelimitedTableTest::keepsAHeaderThatIsLongerThanTheSample() {
    Cells header;
    for (int i = 0; i < 3000; ++i)
        header.push_back("a heading of some forty letters, number " + std::to_string(i));
    std::string line;
    for (const std::string& heading : header)
        line += '"' + heading + "\",";
    const auto file = must(read(line + "last\n1,2\n"));
    QVERIFY(file.table.heading().size() == header.size() + 1);
    QVERIFY(file.table.heading().at(17) == header.at(17));
    QVERIFY((file.rows == std::vector<Cells>{{"1", "2"}}));
}

void DelimitedTableTest::saysWhenThereIsNoTable() {
    VERIFY_FAILS(read("\n\n,,\n"), base::Code::malformed, "empty");
    VERIFY_FAILS(read(std::string(2U << 20U, 'x') + "\n"), base::Code::malformed, "far too long");
}

void DelimitedTableTest::looksAtNoMoreThanTheFirstLines() {
    std::string bytes;
    for (int i = 0; i < 100; ++i)
        bytes += "a,b\n";
    const auto file = must(read(bytes));
    QVERIFY(file.table.leading.size() == mostLeadingLines);
    QVERIFY(file.rows.size() == 99);
}

void DelimitedTableTest::givesTheRowsAsTheyWere() {
    const auto law = rc::check("below the header every row comes once, in order", [] {
        const auto cell = rc::gen::nonEmpty(
            rc::gen::container<std::string>(rc::gen::elementOf(std::string("abc 0129.-"))));
        const auto rows = *rc::gen::container<std::vector<Cells>>(rc::gen::container<Cells>(
            3, rc::gen::map(cell, [](std::string text) { return "x" + std::move(text) + "x"; })));
        std::string bytes = "id,name,town\n";
        for (const Cells& row : rows)
            bytes += row[0] + "," + row[1] + "," + row[2] + "\n";
        RC_ASSERT(must(read(bytes)).rows == rows);
    });
    QVERIFY(law);
}

QTEST_APPLESS_MAIN(DelimitedTableTest)
#include "delimited_table_test.moc"
