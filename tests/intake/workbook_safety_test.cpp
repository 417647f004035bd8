// SPDX-License-Identifier: GPL-3.0-or-later
// What a workbook could do to whoever opens it: each is refused with a reason that names the file
// (and the sheet and row, where there is one) and never a value.
#include "intake/encoding.h"
#include "intake/zip_archive.h"
#include "tests/intake/workbook_reading.h"
#include "tests/support/must.h"

#include <QtTest>

#include <rapidcheck.h>

using namespace intake;
using support::must;
using support::WorkbookWriter;
using support::ZipWriter;
using test::readBook;
using test::sheetOf;

namespace {

WorkbookWriter good() {
    return WorkbookWriter().sheet("List 1", sheetOf({{"id", "name"}, {"1", "Secret"}}));
}

base::Result<test::ReadBook> readRows(const std::string& rows) {
    return readBook(WorkbookWriter().sheet("List 1", "<sheetData>" + rows + "</sheetData>"));
}

// A row of one cell.
std::string rowAt(const std::string& reference, const std::string& cell = "A1") {
    return "<row r=\"" + reference + "\"><c r=\"" + cell + "\" t=\"str\"><v>x</v></c></row>";
}

}  // namespace

class WorkbookSafetyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void refusesWhatRunsOrFetchesOrHides_data();
    void refusesWhatRunsOrFetchesOrHides();
    void refusesOtherKindsOfFile_data();
    void refusesOtherKindsOfFile();
    void refusesAPasswordAndSaysWhatToDo();
    void refusesAnOldWorkbookAndSaysWhatToDo();
    void refusesDocumentTypesAndTheirEntities();
    void refusesZipsThatSwell();
    void refusesZipsThatLie_data();
    void refusesZipsThatLie();
    void refusesRowsAndCellsInNoOrder_data();
    void refusesRowsAndCellsInNoOrder();
    void keepsToTheSheetsEdges();
    void marksARowThatIsTooLong();
    void refusesDeepNestingAndEndlessTags();
    void refusesABookOfHiddenOrEmptySheets();
    void saysThatAFileCutAnywhereIsDamaged();
    void takesAnyDamageWithoutHarm();
};

void WorkbookSafetyTest::refusesWhatRunsOrFetchesOrHides_data() {
    QTest::addColumn<QString>("part");
    QTest::addColumn<QString>("bytes");
    QTest::addColumn<QString>("words");
    const auto row = [](const char* name, const char* part, const char* bytes, const char* words) {
        QTest::newRow(name) << QString::fromUtf8(part) << QString::fromUtf8(bytes)
                            << QString::fromUtf8(words);
    };
    row("macros", "xl/vbaProject.bin", "x", "macros");
    row("macros in capitals", "XL/VBAPROJECT.BIN", "x", "macros");
    row("macro sheets", "xl/macrosheets/sheet1.xml", "<x/>", "macro");
    row("links to other files", "xl/externalLinks/externalLink1.xml", "<x/>", "break the links");
    row("an embedded file", "xl/embeddings/oleObject1.bin", "x", "embedded");
    row("controls", "xl/activeX/activeX1.xml", "<x/>", "controls");
}

void WorkbookSafetyTest::refusesWhatRunsOrFetchesOrHides() {
    QFETCH(QString, part);
    QFETCH(QString, bytes);
    QFETCH(QString, words);
    const auto read = readBook(good().part(part.toStdString(), bytes.toStdString()));
    VERIFY_FAILS(read, base::Code::refused, words.toStdString());
    QVERIFY(read.error().place == "book.xlsx");
}

void WorkbookSafetyTest::refusesOtherKindsOfFile_data() {
    QTest::addColumn<QString>("part");
    QTest::addColumn<QString>("words");
    QTest::newRow("OpenDocument") << QStringLiteral("content.xml")
                                  << QStringLiteral("OpenDocument");
    QTest::newRow("binary workbook") << QStringLiteral("xl/workbook.bin") << QStringLiteral("xlsb");
    QTest::newRow("Word") << QStringLiteral("word/document.xml") << QStringLiteral("Word");
    QTest::newRow("any zip") << QStringLiteral("data.csv") << QStringLiteral("unpack it");
}

void WorkbookSafetyTest::refusesOtherKindsOfFile() {
    QFETCH(QString, part);
    QFETCH(QString, words);
    test::TemporaryFiles files;
    const auto path = files.write(
        "book.xlsx", ZipWriter().add(part.toStdString(), "x").add("mimetype", "x").bytes());
    const auto read = readBook(path);
    QVERIFY(!read);
    QVERIFY2(base::describe(read.error()).find(words.toStdString()) != std::string::npos,
             base::describe(read.error()).c_str());
}

void WorkbookSafetyTest::refusesAPasswordAndSaysWhatToDo() {
    test::TemporaryFiles files;
    base::NoProgress quiet;
    std::string bytes("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);
    bytes.resize(100'000, '\0');
    for (const char c : std::string("EncryptedPackage"))
        bytes.append({c, '\0'});
    VERIFY_FAILS(surveyFile(files.write("secret.xlsx", bytes), quiet),
                 base::Code::malformed,
                 "remove the password");
    const auto zip = files.write("zip.xlsx", ZipWriter().encrypted().add("a", "b").bytes());
    VERIFY_FAILS(readBook(zip), base::Code::refused, "remove the password");
}

void WorkbookSafetyTest::refusesAnOldWorkbookAndSaysWhatToDo() {
    test::TemporaryFiles files;
    base::NoProgress quiet;
    const auto path = files.write("old.xlsx", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 and the rest");
    VERIFY_FAILS(surveyFile(path, quiet), base::Code::malformed, "save it as XLSX or CSV");
}

void WorkbookSafetyTest::refusesDocumentTypesAndTheirEntities() {
    const std::string type =
        "<!DOCTYPE lolz [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;\">]>";
    const ZipWriter base = ZipWriter()
                               .add("xl/_rels/workbook.xml.rels",
                                    "<R><Relationship Id=\"r1\" Type=\"x/worksheet\" "
                                    "Target=\"s.xml\"/></R>")
                               .add("xl/s.xml", type + "<worksheet>&b;</worksheet>");
    test::TemporaryFiles files;
    ZipWriter inBook = base;
    inBook.add("xl/workbook.xml", type + "<workbook/>");
    VERIFY_FAILS(readBook(files.write("a.xlsx", inBook.bytes())), base::Code::refused, "type");
    ZipWriter inSheet = base;
    inSheet.add("xl/workbook.xml",
                "<workbook><sheets><sheet name=\"List 1\" id=\"r1\"/></sheets></workbook>");
    const auto read = readBook(files.write("b.xlsx", inSheet.bytes()));
    VERIFY_FAILS(read, base::Code::refused, "document type");
    QVERIFY(read.error().place == "b.xlsx, sheet 'List 1'");
}

void WorkbookSafetyTest::refusesZipsThatSwell() {
    test::TemporaryFiles files;
    const std::string text(1'000'000, ' ');
    const auto path = files.write("bomb.xlsx", ZipWriter().add("a", text).add("b", text).bytes());
    QVERIFY(ZipArchive::open(path).has_value());
    ZipLimits limits;
    limits.entrySize = 999'999;
    VERIFY_FAILS(ZipArchive::open(path, limits), base::Code::refused, "larger than any real");
    limits = {};
    limits.totalSize = 1'999'999;
    VERIFY_FAILS(ZipArchive::open(path, limits), base::Code::refused, "larger than any real");
    limits = {};
    limits.entries = 1;
    VERIFY_FAILS(ZipArchive::open(path, limits), base::Code::refused, "larger than any real");
    // The same entry again and again: the total is of what came out.
    limits = {};
    limits.totalSize = 2'500'000;
    const auto archive = must(ZipArchive::open(path, limits));
    base::Result<bool> last = true;
    std::string bytes;
    for (int i = 0; i < 3 && last; ++i) {
        const auto stream = must(archive.stream(archive.entries().front()));
        do {
            bytes.clear();
            last = stream->append(bytes);
        } while (last && *last);
    }
    VERIFY_FAILS(last, base::Code::refused, "larger than any real");
    // By ratio, only where it is large: 100 MB of blanks in some 100 kB.
    const auto large =
        files.write("large.xlsx", ZipWriter().add("a", std::string(100'000'000, ' ')).bytes());
    VERIFY_FAILS(ZipArchive::open(large), base::Code::refused, "larger than any real");
}

void WorkbookSafetyTest::refusesZipsThatLie_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("words");
    const auto row = [](const char* name, const std::string& bytes, const char* words) {
        QTest::newRow(name) << QByteArray::fromStdString(bytes) << QString::fromUtf8(words);
    };
    const std::string book = "<workbook/>";
    row("a name that leads out", ZipWriter().add("../../etc/passwd", "x").bytes(), "leads out");
    row("a name from the root", ZipWriter().add("/etc/passwd", "x").bytes(), "leads out");
    row("a name of Windows", ZipWriter().add("C:\\x", "x").bytes(), "leads out");
    row("a part twice",
        ZipWriter().add("xl/workbook.xml", book).add("XL/workbook.xml", book).bytes(),
        "two parts of one name");
    row("less than it says", ZipWriter().add("xl/workbook.xml", book, 5'000).bytes(), "damaged");
    row("more than it says", ZipWriter().add("xl/workbook.xml", book, 3).bytes(), "damaged");
    row("no zip behind the sign", "PK\x03\x04 nothing", "damaged");
    row("a link of a relation that leads out",
        ZipWriter()
            .add("_rels/.rels",
                 "<R><Relationship Type=\"x/officeDocument\" "
                 "Target=\"../../../../etc/passwd\"/></R>")
            .bytes(),
        "no workbook");
}

void WorkbookSafetyTest::refusesZipsThatLie() {
    QFETCH(QByteArray, bytes);
    QFETCH(QString, words);
    test::TemporaryFiles files;
    const auto read = readBook(files.write("book.xlsx", bytes.toStdString()));
    QVERIFY(!read);
    QVERIFY2(base::describe(read.error()).find(words.toStdString()) != std::string::npos,
             base::describe(read.error()).c_str());
    QVERIFY(read.error().place.starts_with("book.xlsx"));
}

void WorkbookSafetyTest::refusesRowsAndCellsInNoOrder_data() {
    QTest::addColumn<QString>("rows");
    QTest::addColumn<QString>("place");
    const auto row = [](const char* name, const std::string& rows, const char* place) {
        QTest::newRow(name) << QString::fromStdString(rows) << QString::fromUtf8(place);
    };
    row("a row twice", rowAt("4") + rowAt("4"), "row 4");
    row("a row that goes back", rowAt("4") + rowAt("3"), "row 4");
    row("a row of no number", rowAt("4") + rowAt("x"), "row 4");
    row("a cell twice",
        "<row r=\"7\"><c r=\"A7\"><v>1</v></c><c r=\"A7\"><v>2</v></c></row>",
        "row 7");
    row("a cell of no column", "<row r=\"7\"><c r=\"77\"><v>1</v></c></row>", "row 7");
    row("a column beyond the edge", rowAt("7", "XFE7"), "row 7");
    row("a column of many letters", rowAt("7", "AAAAAAAAAA7"), "row 7");
    row("a row beyond the edge", rowAt("1048576") + rowAt("1048577"), "row 1048576");
}

void WorkbookSafetyTest::refusesRowsAndCellsInNoOrder() {
    QFETCH(QString, rows);
    QFETCH(QString, place);
    const auto read = readRows(rows.toStdString());
    QVERIFY(!read);
    QVERIFY(read.error().code == base::Code::malformed);
    QCOMPARE(QString::fromStdString(read.error().place),
             QStringLiteral("book.xlsx, sheet 'List 1', %1").arg(place));
}

void WorkbookSafetyTest::keepsToTheSheetsEdges() {
    const auto read = must(readRows(rowAt("1") + rowAt("1048576", "XFD1048576")));
    QVERIFY(read.rows.size() == 1);
    QVERIFY(read.rows[0].line == sheetRowLimit);
    QVERIFY(read.rows[0].cells.size() == sheetColumnLimit);
}

void WorkbookSafetyTest::marksARowThatIsTooLong() {
    std::string cells;
    for (int i = 0; i < 40; ++i)
        cells += "<c t=\"str\"><v>" + std::string(30'000, 'x') + "</v></c>";
    const auto read = must(readRows(rowAt("1") + "<row>" + cells + "</row>" + rowAt("3")));
    QVERIFY(read.rows.size() == 2);
    QVERIFY(read.rows[0].fault == Fault::tooLong);
    QVERIFY(read.rows[0].cells.empty());
    QVERIFY(read.rows[1].fault == Fault::none);
}

void WorkbookSafetyTest::refusesDeepNestingAndEndlessTags() {
    std::string deep;
    for (int i = 0; i < 5'000; ++i)
        deep += "<a>";
    VERIFY_FAILS(readRows(deep), base::Code::malformed, "nested");
    const std::string longTag = "<c r=\"" + std::string(4U << 20U, 'A') + "\"/>";
    VERIFY_FAILS(readRows(longTag), base::Code::malformed, "tag longer");
}

void WorkbookSafetyTest::refusesABookOfHiddenOrEmptySheets() {
    VERIFY_FAILS(readBook(WorkbookWriter()
                              .sheet("A", sheetOf({{"id"}, {"1"}}), "hidden")
                              .sheet("B", "<sheetData/>")),
                 base::Code::malformed,
                 "no visible sheet");
    VERIFY_FAILS(
        readBook(good().sheet("list 1", sheetOf({{"id"}}))), base::Code::malformed, "one name");
}

void WorkbookSafetyTest::saysThatAFileCutAnywhereIsDamaged() {
    test::TemporaryFiles files;
    const std::string whole = good().bytes();
    for (std::size_t size = 4; size + 1 < whole.size(); size += whole.size() / 50)
        VERIFY_FAILS(readBook(files.write("cut.xlsx", whole.substr(0, size))),
                     base::Code::malformed,
                     "damaged");
    VERIFY_FAILS(readBook(WorkbookWriter().sheet("S", "<sheetData><row>")),
                 base::Code::malformed,
                 "well-formed");
}

void WorkbookSafetyTest::takesAnyDamageWithoutHarm() {
    test::TemporaryFiles files;
    const std::string whole = good().bytes();
    const auto law = rc::check("bytes changed at random read or fail, and say no value", [&] {
        std::string bytes = whole;
        const int changes = *rc::gen::inRange(1, 6);
        for (int i = 0; i < changes; ++i)
            bytes[*rc::gen::inRange<std::size_t>(4, bytes.size())] = *rc::gen::arbitrary<char>();
        const auto read = readBook(files.write("book.xlsx", bytes));
        const std::string said = read ? "" : base::describe(read.error());
        RC_ASSERT(said.find("Secret") == std::string::npos);
    });
    QVERIFY(law);
}

QTEST_APPLESS_MAIN(WorkbookSafetyTest)
#include "workbook_safety_test.moc"
