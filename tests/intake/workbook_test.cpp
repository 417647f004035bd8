// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/workbook.h"

#include "intake/container_file.h"
#include "intake/table_file.h"
#include "tests/intake/workbook_reading.h"
#include "tests/support/must.h"

#include <QtTest>

#include <rapidcheck.h>

#include <xlsxwriter.h>

using namespace intake;
using support::must;
using support::WorkbookWriter;
using test::readBook;
using test::sheetOf;

namespace {

using Cells = std::vector<std::string>;

// A sheet whose first row is the header "a".."h" and whose second has these cells.
test::ReadRow readCells(const std::string& cells, WorkbookWriter writer = {}) {
    std::string header = "<row>";
    for (const char c : std::string("abcdefgh"))
        header += std::string("<c t=\"str\"><v>") + c + "</v></c>";
    writer.sheet("S",
                 "<sheetData>" + header + "</row><row r=\"2\">" + cells + "</row></sheetData>");
    const auto book = must(readBook(writer));
    if (book.rows.size() != 1)
        qFatal("the sheet does not have one row");
    return book.rows.front();
}

bool has(const std::vector<TableNote>& notes, std::string_view table, std::string_view code) {
    return std::any_of(notes.begin(), notes.end(), [&](const TableNote& note) {
        return note.table == table && note.code == code;
    });
}

}  // namespace

class WorkbookTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void givesEachVisibleSheetAsATable();
    void readsTextsSharedAndInTheCell();
    void joinsRunsAndLeavesOutHowTheyAreSpoken();
    void makesTextWhatTheSenderSees();
    void readsDatesByTheirStyle();
    void readsDatesOfThe1904System();
    void readsFlagsAndMarksErrors();
    void readsWhatAFormulaLastSaid();
    void saysWhichTextsAreCutOrMissing();
    void findsTheHeaderBelowItsTitles();
    void takesAnotherHeaderWhenTold();
    void keepsTheSheetsRowNumbersAndPassesOverBlankRows();
    void fillsShortRowsAndKeepsGaps();
    void readsHiddenRowsAndColumnsAndSaysSo();
    void saysWhatItDidNotRead();
    void saysWhereMergedCellsLeaveGaps();
    void knowsAWorkbookByItsContentNotItsName();
    void matchReadsAWorkbookOfOneSheet();
    void readsWhatAnotherLibraryWrites();
    void readsBackAnyTable();
};

void WorkbookTest::givesEachVisibleSheetAsATable() {
    const auto book = must(readBook(WorkbookWriter()
                                        .sheet("List 1", sheetOf({{"id", "sex"}, {"1", "F"}}))
                                        .sheet("Sheet2", "<sheetData/>")
                                        .sheet("List 2", sheetOf({{"id"}, {"7"}, {"8"}}))));
    QVERIFY(book.tables.size() == 2);
    QVERIFY(book.tables[0].name == "List 1");
    QVERIFY((book.tables[0].heading() == Cells{"id", "sex"}));
    QVERIFY(book.tables[1].name == "List 2");
    QVERIFY(book.rows.size() == 3);
    QVERIFY(book.rows[0].table == "List 1" && (book.rows[0].cells == Cells{"1", "F"}));
    QVERIFY(book.rows[2].table == "List 2" && book.rows[2].line == 3);
    QVERIFY(book.notes.empty());
}

void WorkbookTest::readsTextsSharedAndInTheCell() {
    const auto row = readCells(
        "<c t=\"s\"><v>1</v></c><c t=\"inlineStr\"><is><t>in</t></is></c>"
        "<c t=\"str\"><v>said &amp; done</v></c><c t=\"s\"><v>0</v></c>",
        WorkbookWriter().texts("<si><t>zero</t></si><si><t>one</t></si>"));
    QVERIFY((row.cells == Cells{"one", "in", "said & done", "zero", "", "", "", ""}));
    QVERIFY(row.notes.empty());
}

void WorkbookTest::joinsRunsAndLeavesOutHowTheyAreSpoken() {
    const auto row = readCells(
        "<c t=\"s\"><v>0</v></c><c t=\"inlineStr\"><is><r><t>Ro</t></r><r><t>ss</t></r></is></c>",
        WorkbookWriter().texts("<si><r><t>Hay </t></r><r><rPr><b/></rPr><t>Wain</t></r>"
                               "<rPh><t>spoken</t></rPh></si>"));
    QVERIFY(row.cells[0] == "Hay Wain");
    QVERIFY(row.cells[1] == "Ross");
}

void WorkbookTest::makesTextWhatTheSenderSees() {
    const auto row = readCells(
        "<c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c><c t=\"s\"><v>2</v></c>"
        "<c t=\"inlineStr\"><is><t>a\xC2\xA0_x0041_</t></is></c>",
        WorkbookWriter().texts("<si><t>Mary\xC2\xA0"
                               "Ann</t></si><si><t>a_x000D_b_x005F_c</t></si>"
                               "<si><t>snake_case_x1_</t></si>"));
    QVERIFY(row.cells[0] == "Mary Ann");
    QVERIFY(row.cells[1] == "a b_c");
    QVERIFY(row.cells[2] == "snake_case_x1_");
    QVERIFY(row.cells[3] == "a _x0041_");
}

void WorkbookTest::readsDatesByTheirStyle() {
    const WorkbookWriter writer = WorkbookWriter().styles(
        "<numFmt numFmtId=\"164\" formatCode=\"dd\\-mmm\\-yyyy\"/>"
        "<numFmt numFmtId=\"165\" formatCode=\"000000\"/>",
        {0, 14, 164, 22, 20, 165});
    const auto row = readCells(
        "<c s=\"1\"><v>43831</v></c><c s=\"2\"><v>43832</v></c><c s=\"3\"><v>43831.5</v></c>"
        "<c s=\"4\"><v>0.5</v></c><c s=\"0\"><v>43831</v></c><c s=\"5\"><v>42</v></c>"
        "<c s=\"99\"><v>7</v></c><c t=\"d\"><v>2020-01-01T00:00:00</v></c>",
        writer);
    QVERIFY((row.cells == Cells{"2020-01-01",
                                "2020-01-02",
                                "2020-01-01 12:00:00",
                                "12:00:00",
                                "43831",
                                "000042",
                                "7",
                                "2020-01-01"}));
}

void WorkbookTest::readsDatesOfThe1904System() {
    const auto row =
        readCells("<c s=\"0\"><v>42369</v></c>", WorkbookWriter().styles("", {14}).from1904());
    QVERIFY(row.cells[0] == "2020-01-01");
}

void WorkbookTest::readsFlagsAndMarksErrors() {
    const auto row = readCells(
        "<c t=\"b\"><v>1</v></c><c t=\"b\"><v>0</v></c><c t=\"e\"><v>#N/A</v></c><c><v>5</v></c>");
    QVERIFY((Cells(row.cells.begin(), row.cells.begin() + 4) == Cells{"TRUE", "FALSE", "", "5"}));
    QVERIFY(row.notes.size() == 1);
    QVERIFY(row.notes[0].column == 2 && row.notes[0].fault == CellFault::errorValue);
}

void WorkbookTest::readsWhatAFormulaLastSaid() {
    WorkbookWriter writer;
    writer.sheet("S",
                 "<sheetData><row><c t=\"str\"><v>a</v></c><c t=\"str\"><v>b</v></c></row>"
                 "<row><c><f>1+1</f><v>2</v></c><c t=\"str\"><f>\"\"</f><v></v></c></row>"
                 "<row><c><f>cmd|' /C calc'!A0</f></c></row></sheetData>");
    const auto book = must(readBook(writer));
    QVERIFY(book.rows.size() == 2);
    QVERIFY((book.rows[0].cells == Cells{"2", ""}));
    QVERIFY(book.rows[0].notes.empty());
    QVERIFY((book.rows[1].cells == Cells{"", ""}));
    QVERIFY(book.rows[1].notes.at(0).fault == CellFault::noValue);
    QVERIFY(has(book.notes, "S", "formulas"));
    QVERIFY(book.notes.front().detail.find("3 formulas") != std::string::npos);
}

void WorkbookTest::saysWhichTextsAreCutOrMissing() {
    const auto row =
        readCells("<c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c><c><v>1E15</v></c>",
                  WorkbookWriter().texts("<si><t>" + std::string(32767, 'x') + "</t></si>"));
    QVERIFY(row.cells[0].size() == 32767);
    QVERIFY(row.notes.size() == 3);
    QVERIFY(row.notes[0].fault == CellFault::atLimit);
    QVERIFY(row.notes[1].column == 1 && row.notes[1].fault == CellFault::noTextThere);
    QVERIFY(row.notes[2].column == 2 && row.notes[2].fault == CellFault::digitsLost);
}

void WorkbookTest::findsTheHeaderBelowItsTitles() {
    const auto book = must(readBook(WorkbookWriter().sheet(
        "S",
        sheetOf(
            {{"Early help"}, {"Run on", "1 May"}, {}, {"id", "name", "town", "note"}, {"1"}}))));
    QVERIFY(book.tables[0].header == 2);
    QVERIFY(book.tables[0].heading().front() == "id");
    QVERIFY(book.rows.size() == 1);
    QVERIFY((book.rows[0].cells == Cells{"1", "", "", ""}));
    QVERIFY(book.rows[0].line == 5);
}

void WorkbookTest::takesAnotherHeaderWhenTold() {
    test::TemporaryFiles files;
    const auto path = files.write(
        "book.xlsx",
        WorkbookWriter().sheet("S", sheetOf({{"x", "y"}, {"id", "name"}, {"1", "2"}})).bytes());
    auto book = must(Workbook::open(path));
    QVERIFY(book->tables()[0].header == 0);
    book->chooseHeader(0, 1);
    QVERIFY((book->tables()[0].heading() == Cells{"id", "name"}));
    TableRow row;
    QVERIFY(must(book->next(row)));
    QVERIFY(row.line == 3);
    QVERIFY(!must(book->next(row)));
    QVERIFY(!must(book->next(row)));
    QVERIFY(book->done() == book->amount());
}

void WorkbookTest::keepsTheSheetsRowNumbersAndPassesOverBlankRows() {
    const auto book = must(readBook(WorkbookWriter().sheet(
        "S",
        "<sheetData><row r=\"3\"><c r=\"B3\" t=\"str\"><v>id</v></c></row><row r=\"4\"><c r=\"B4\" "
        "s=\"1\"/></row><row r=\"9\"><c r=\"B9\"><v>1</v></c></row><row r=\"1048576\"><c "
        "r=\"XFD1048576\" s=\"1\"/></row></sheetData>")));
    QVERIFY((book.tables[0].heading() == Cells{"", "id"}));
    QVERIFY(book.rows.size() == 1);
    QVERIFY(book.rows[0].line == 9);
    QVERIFY((book.rows[0].cells == Cells{"", "1"}));
}

void WorkbookTest::fillsShortRowsAndKeepsGaps() {
    const auto row = readCells("<c r=\"C2\"><v>3</v></c><c><v>4</v></c><c r=\"J2\"><v>10</v></c>");
    QVERIFY((row.cells == Cells{"", "", "3", "4", "", "", "", "", "", "10"}));
}

void WorkbookTest::readsHiddenRowsAndColumnsAndSaysSo() {
    const auto book = must(readBook(WorkbookWriter().sheet(
        "S",
        "<cols><col min=\"2\" max=\"3\" hidden=\"1\"/><col min=\"9\" max=\"16384\" "
        "hidden=\"1\"/></cols><sheetData><row><c t=\"str\"><v>id</v></c></row><row "
        "hidden=\"1\"><c><v>1</v></c></row><row hidden=\"1\"/></sheetData>")));
    QVERIFY(book.rows.size() == 1);
    QVERIFY(has(book.notes, "S", "hidden-rows"));
    QVERIFY(book.notes[0].detail.find("1 hidden row;") != std::string::npos);
    QVERIFY(has(book.notes, "S", "hidden-columns"));
    QVERIFY(book.notes[1].detail.find("2 hidden columns") != std::string::npos);
}

void WorkbookTest::saysWhatItDidNotRead() {
    const auto book = must(readBook(WorkbookWriter()
                                        .sheet("S", sheetOf({{"id"}, {"1"}}))
                                        .sheet("Old", sheetOf({{"id"}, {"2"}}), "hidden")
                                        .sheet("Older", sheetOf({{"id"}, {"3"}}), "veryHidden")
                                        .part("xl/pivotCache/pivotCacheRecords1.xml", "<r/>")
                                        .part("xl/comments1.xml", "<c/>")));
    QVERIFY(book.tables.size() == 1);
    QVERIFY(book.rows.size() == 1);
    QVERIFY(has(book.notes, "Old", "hidden-sheet"));
    QVERIFY(has(book.notes, "Older", "hidden-sheet"));
    QVERIFY(has(book.notes, "", "pivot-copy"));
    QVERIFY(has(book.notes, "", "comments"));
}

void WorkbookTest::saysWhereMergedCellsLeaveGaps() {
    const auto withMerge = [](const std::string& area) {
        return must(readBook(WorkbookWriter().sheet(
            "S",
            sheetOf({{"Title"}, {"id", "name", "town"}, {"1", "2", "3"}}) +
                "<mergeCells><mergeCell ref=\"" + area + "\"/></mergeCells>")));
    };
    QVERIFY(withMerge("A1:C1").notes.empty());
    QVERIFY(has(withMerge("A3:A4").notes, "S", "merged-cells"));
}

void WorkbookTest::knowsAWorkbookByItsContentNotItsName() {
    test::TemporaryFiles files;
    base::NoProgress quiet;
    const std::string bytes = WorkbookWriter().sheet("S", sheetOf({{"id"}, {"1"}})).bytes();
    for (const char* name : {"book.csv", "book.xls", "book"}) {
        const auto path = files.write(name, bytes);
        const auto container = must(openContainer(path, must(surveyFile(path, quiet))));
        QVERIFY(container->tables().front().name == "S");
    }
    const auto text = files.write("text.xlsx", "id,name\n1,2\n");
    const auto container = must(openContainer(text, must(surveyFile(text, quiet))));
    QVERIFY(container->tables().front().heading().size() == 2);
}

void WorkbookTest::matchReadsAWorkbookOfOneSheet() {
    test::TemporaryFiles files;
    base::NoProgress quiet;
    WorkbookWriter writer;
    writer.sheet("S", sheetOf({{"id", "name"}, {"1", "Ada"}}));
    const auto table = must(TableFile::open(files.write("one.xlsx", writer.bytes()), quiet));
    QVERIFY((table->header() == Cells{"id", "name"}));
    TableRow row;
    QVERIFY(must(table->next(row)));
    QVERIFY(row.fields[1] == "Ada");
    QVERIFY(!must(table->next(row)));
    writer.sheet("T", sheetOf({{"id"}, {"1"}}));
    VERIFY_FAILS(TableFile::open(files.write("two.xlsx", writer.bytes()), quiet),
                 base::Code::malformed,
                 "several sheets");
}

// Everything above is written by hand: here is a workbook as a real library makes it.
void WorkbookTest::readsWhatAnotherLibraryWrites() {
    const QTemporaryDir folder;
    const std::string path = folder.filePath(QStringLiteral("real.xlsx")).toStdString();
    lxw_workbook* book = workbook_new(path.c_str());
    lxw_worksheet* sheet = workbook_add_worksheet(book, "Contacts & more");
    lxw_format* dates = workbook_add_format(book);
    format_set_num_format(dates, "dd/mm/yyyy hh:mm");
    const char* const header[] = {"id", "seen", "score", "open", "worked out"};
    for (lxw_col_t i = 0; i < 5; ++i)
        worksheet_write_string(sheet, 0, i, header[i], nullptr);
    lxw_datetime seen{2024, 2, 29, 13, 30, 0};
    worksheet_write_string(sheet, 1, 0, "Zo\xC3\xAB <1>", nullptr);
    worksheet_write_datetime(sheet, 1, 1, &seen, dates);
    worksheet_write_number(sheet, 1, 2, 0.1 + 0.2, nullptr);
    worksheet_write_boolean(sheet, 1, 3, 1, nullptr);
    worksheet_write_formula_num(sheet, 1, 4, "=1+2", nullptr, 3);
    lxw_worksheet* hidden = workbook_add_worksheet(book, "Lookup");
    worksheet_write_string(hidden, 0, 0, "id", nullptr);
    worksheet_hide(hidden);
    QVERIFY(workbook_close(book) == LXW_NO_ERROR);

    const auto read = must(readBook(std::filesystem::path(path)));
    QVERIFY(read.tables.size() == 1);
    QVERIFY(read.tables[0].name == "Contacts & more");
    QVERIFY((read.rows.at(0).cells ==
             Cells{"Zo\xC3\xAB <1>", "2024-02-29 13:30:00", "0.3", "TRUE", "3"}));
    QVERIFY(has(read.notes, "Lookup", "hidden-sheet"));
    QVERIFY(has(read.notes, "Contacts & more", "formulas"));
}

void WorkbookTest::readsBackAnyTable() {
    const auto law = rc::check("read(write(table)) is the table", [] {
        const auto text = rc::gen::map(
            rc::gen::container<std::string>(rc::gen::elementOf(std::string("abzAZ09,;\"'&<> -"))),
            [](std::string cell) { return cell.empty() ? "-" : cell; });
        const auto width = *rc::gen::inRange<std::size_t>(1, 6);
        const auto table =
            *rc::gen::container<std::vector<Cells>>(rc::gen::container<Cells>(width, text));
        const bool inlineTexts = *rc::gen::arbitrary<bool>();
        const QTemporaryDir folder;
        const std::string path = folder.filePath(QStringLiteral("any.xlsx")).toStdString();
        std::string temporary = folder.path().toStdString();
        lxw_workbook_options options{};
        options.constant_memory = inlineTexts ? LXW_TRUE : LXW_FALSE;
        options.tmpdir = temporary.data();
        lxw_workbook* book = workbook_new_opt(path.c_str(), &options);
        lxw_worksheet* sheet = workbook_add_worksheet(book, nullptr);
        const auto write = [&](lxw_row_t row, const Cells& cells) {
            for (std::size_t i = 0; i < cells.size(); ++i)
                worksheet_write_string(
                    sheet, row, static_cast<lxw_col_t>(i), cells[i].c_str(), nullptr);
        };
        write(0, Cells(width, "heading"));
        for (std::size_t i = 0; i < table.size(); ++i)
            write(static_cast<lxw_row_t>(i + 1), table[i]);
        RC_ASSERT(workbook_close(book) == LXW_NO_ERROR);
        std::vector<Cells> back;
        for (const auto& row : must(readBook(std::filesystem::path(path))).rows)
            back.push_back(row.cells);
        RC_ASSERT(back == table);
    });
    QVERIFY(law);
}

QTEST_APPLESS_MAIN(WorkbookTest)
#include "workbook_test.moc"
