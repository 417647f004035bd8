// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/delimited_reader.h"

#include "base/delimited_writer.h"

#include <QtTest>

#include <rapidcheck.h>

using namespace intake;

namespace {

using Rows = std::vector<std::vector<std::string>>;

struct Read {
    Rows rows;
    std::vector<std::int64_t> lines;
    std::vector<Fault> faults;
};

Read readAll(const std::string& text,
             DelimitedOptions options = {},
             std::size_t piece = 1U << 16U) {
    std::size_t at = 0;
    DelimitedReader reader(
        [&](std::string& out) -> base::Result<bool> {
            if (at >= text.size())
                return false;
            out.append(text, at, piece);
            at += piece;
            return true;
        },
        options);
    Read read;
    DelimitedRow row;
    while (reader.next(row).value()) {
        read.rows.emplace_back(row.fields.begin(), row.fields.end());
        read.lines.push_back(row.line);
        read.faults.push_back(row.fault);
    }
    return read;
}

bool allGood(const Read& read) {
    return std::all_of(
        read.faults.begin(), read.faults.end(), [](Fault f) { return f == Fault::none; });
}

// Text that likes the characters that matter.
rc::Gen<std::string> awkwardText() {
    return rc::gen::container<std::string>(rc::gen::oneOf(
        rc::gen::elementOf(std::string("\",;\t|\r\n ")), rc::gen::arbitrary<char>()));
}

}  // namespace

class DelimitedReaderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsBackWhatWasWritten();
    void readsTheSameInAnyPieces();
    void splitsRows_data();
    void splitsRows();
    void numbersRowsByTheirFirstLine();
    void goesOnAfterAStrayQuote();
    void neverSwallowsTheFileAfterAnOpenQuote();
    void skipsARowOverTheLimit();
    void skipsARowOfTooManyFields();
    void readsLinesThatEndInCarriageReturns();
    void detectsTheSeparator_data();
    void detectsTheSeparator();
    void passesOnTheSourcesError();
};

void DelimitedReaderTest::readsBackWhatWasWritten() {
    QVERIFY(rc::check("read(write(rows)) = rows", [] {
        const char separator = *rc::gen::elementOf(std::string(",;\t|"));
        const bool crlf = *rc::gen::arbitrary<bool>();
        const auto rows = *rc::gen::container<Rows>(
            rc::gen::scale(0.3, rc::gen::container<std::vector<std::string>>(3, awkwardText())));
        std::string text;
        for (const auto& row : rows)
            base::appendDelimited(text, row, base::Formulas::asTheyAre, separator, crlf);
        DelimitedOptions options;
        options.separator = separator;
        const Read read = readAll(text, options);
        RC_ASSERT(read.rows == rows);
        RC_ASSERT(allGood(read));
    }));
}

void DelimitedReaderTest::readsTheSameInAnyPieces() {
    QVERIFY(rc::check("how the file is cut never shows", [] {
        const std::string text = *awkwardText();
        const auto piece = *rc::gen::inRange<std::size_t>(1, 9);
        DelimitedOptions options;
        options.longestRow = *rc::gen::elementOf(std::vector<std::size_t>{8, 1000});
        const Read whole = readAll(text);
        const Read pieces = readAll(text, {}, piece);
        RC_ASSERT(pieces.rows == whole.rows);
        RC_ASSERT(pieces.lines == whole.lines);
        RC_ASSERT(pieces.faults == whole.faults);
        // With a tiny limit rows are lost, but always by their fault and never their neighbours.
        const Read limited = readAll(text, options, piece);
        RC_ASSERT(std::is_sorted(limited.lines.begin(), limited.lines.end()));
    }));
}

void DelimitedReaderTest::splitsRows_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("cells");  // all rows, "|" ends a row
    const auto row = [](const char* name, const char* text, const QStringList& cells) {
        QTest::newRow(name) << QString::fromUtf8(text) << cells;
    };
    const auto s = [](const char* text) { return QString::fromUtf8(text); };
    row("LF", "a,b\n1,2\n", {s("a"), s("b"), s("|"), s("1"), s("2"), s("|")});
    row("CRLF", "a,b\r\n1,2\r\n", {s("a"), s("b"), s("|"), s("1"), s("2"), s("|")});
    row("no last line end", "a,b", {s("a"), s("b"), s("|")});
    row("quoted", "\"a,1\",\"b\n2\"\n", {s("a,1"), s("b\n2"), s("|")});
    row("quoted then CRLF", "x,\"b\"\r\n", {s("x"), s("b"), s("|")});
    row("doubled quotes", "\"say \"\"yes\"\"\",\"\"\"\"\n", {s("say \"yes\""), s("\""), s("|")});
    row("empty quoted", "\"\",x\n", {s(""), s("x"), s("|")});
    row("empty last", "a,\n", {s("a"), s(""), s("|")});
    row("empty last at the end", "a,", {s("a"), s(""), s("|")});
    row("a quote inside", "5\" pipe,x\n", {s("5\" pipe"), s("x"), s("|")});
    row("nothing", "", {});
}

void DelimitedReaderTest::splitsRows() {
    QFETCH(QString, text);
    QFETCH(QStringList, cells);
    const Read read = readAll(text.toStdString());
    QStringList found;
    for (const auto& row : read.rows) {
        for (const std::string& cell : row)
            found << QString::fromStdString(cell);
        found << QStringLiteral("|");
    }
    QCOMPARE(found, cells);
    QVERIFY(allGood(read));
}

void DelimitedReaderTest::numbersRowsByTheirFirstLine() {
    const Read read = readAll("h,i\n\"a\nb\nc\",1\n\nx,2\n");
    QVERIFY((read.lines == std::vector<std::int64_t>{1, 2, 5, 6}));
}

void DelimitedReaderTest::goesOnAfterAStrayQuote() {
    const Read read = readAll("h,i\n\"John\" Smith,1\n\"fine, yes\",\"broken,2\nx,3\n");
    QVERIFY(
        (read.rows ==
         Rows{{"h", "i"}, {"\"John\" Smith", "1"}, {"fine, yes", "\"broken", "2"}, {"x", "3"}}));
    QVERIFY((read.faults ==
             std::vector<Fault>{Fault::none, Fault::strayQuote, Fault::strayQuote, Fault::none}));
    QVERIFY((read.lines == std::vector<std::int64_t>{1, 2, 3, 4}));
}

void DelimitedReaderTest::neverSwallowsTheFileAfterAnOpenQuote() {
    std::string text = "h,i\n\"open,1\n";
    for (int i = 0; i < 200000; ++i)
        text += "row,2\n";
    const Read read = readAll(text);
    QCOMPARE(read.rows.size(), std::size_t{200002});
    QVERIFY(read.faults[1] == Fault::strayQuote);
    QCOMPARE(std::count(read.faults.begin(), read.faults.end(), Fault::strayQuote), 1);
    QCOMPARE(read.lines.back(), std::int64_t{200002});
}

void DelimitedReaderTest::skipsARowOverTheLimit() {
    DelimitedOptions options;
    options.longestRow = 100;
    const Read read = readAll("h,i\n" + std::string(5000, 'x') + ",1\ny,2\n", options, 64);
    QVERIFY((read.rows == Rows{{"h", "i"}, {}, {"y", "2"}}));
    QVERIFY(read.faults[1] == Fault::tooLong);
    QVERIFY((read.lines == std::vector<std::int64_t>{1, 2, 3}));
}

void DelimitedReaderTest::skipsARowOfTooManyFields() {
    DelimitedOptions options;
    options.mostFields = 10;
    const Read read = readAll("h,i\n" + std::string(1000000, ',') + "\ny,2\n", options);
    QVERIFY((read.rows == Rows{{"h", "i"}, {}, {"y", "2"}}));
    QVERIFY(read.faults[1] == Fault::tooMany);
}

void DelimitedReaderTest::readsLinesThatEndInCarriageReturns() {
    DelimitedOptions options;
    options.lineEnd = '\r';
    const Read read = readAll("h,i\r\"a\rb\",1\rx,2", options);
    QVERIFY((read.rows == Rows{{"h", "i"}, {"a\rb", "1"}, {"x", "2"}}));
    QVERIFY((read.lines == std::vector<std::int64_t>{1, 2, 4}));
}

void DelimitedReaderTest::detectsTheSeparator_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<char>("separator");
    QTest::newRow("comma") << QStringLiteral("a,b,c\n1,2,3\n") << ',';
    QTest::newRow("semicolon") << QStringLiteral("a;b;c\n1;\"2,5\";3\n") << ';';
    QTest::newRow("tab") << QStringLiteral("a\tb\n1, 2\t3\n") << '\t';
    QTest::newRow("pipe") << QStringLiteral("a|b|c, d\n1|2|3\n") << '|';
    QTest::newRow("one column") << QStringLiteral("a\n1\n") << ',';
    QTest::newRow("header alone") << QStringLiteral("a;b;c") << ';';
    QTest::newRow("commas in text") << QStringLiteral("id;notes, if any\n1;x, y, z\n2;q\n") << ';';
}

void DelimitedReaderTest::detectsTheSeparator() {
    QFETCH(QString, text);
    QFETCH(char, separator);
    QCOMPARE(detectSeparator(text.toStdString(), '\n'), separator);
}

void DelimitedReaderTest::passesOnTheSourcesError() {
    DelimitedReader reader(
        [](std::string&) -> base::Result<bool> {
            return base::fail(base::Code::unreadable, "x", "y");
        },
        {});
    DelimitedRow row;
    const auto more = reader.next(row);
    QVERIFY(!more && more.error().code == base::Code::unreadable);
}

QTEST_APPLESS_MAIN(DelimitedReaderTest)
#include "delimited_reader_test.moc"
