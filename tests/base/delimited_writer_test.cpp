// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/delimited_writer.h"

#include <QtTest>

#include <rapidcheck.h>

using namespace base;

namespace {

std::string line(const std::vector<std::string>& fields,
                 Formulas formulas = Formulas::asTheyAre,
                 char separator = ',',
                 bool crlf = false) {
    std::string out;
    appendDelimited(out, fields, formulas, separator, crlf);
    return out;
}

// A reader of one line by RFC 4180, as plain as can be.
std::vector<std::string> read(std::string_view text) {
    std::vector<std::string> fields(1);
    bool quoted = false;
    for (std::size_t i = 0; i + 1 < text.size(); ++i) {
        const char c = text[i];
        if (quoted && c == '"' && text[i + 1] == '"')
            fields.back() += text[i++];
        else if (c == '"')
            quoted = !quoted;
        else if (c == ',' && !quoted)
            fields.emplace_back();
        else
            fields.back() += c;
    }
    return fields;
}

}  // namespace

class DelimitedWriterTest : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void quotesOnlyWhereNeeded() {
        QVERIFY(line({"a", "b c", ""}) == "a,b c,\n");
        QVERIFY(line({"a,b", "say \"x\"", "two\nlines"}) ==
                "\"a,b\",\"say \"\"x\"\"\",\"two\nlines\"\n");
        QVERIFY(line({"a,b", "c;d"}, Formulas::asTheyAre, ';', true) == "a,b;\"c;d\"\r\n");
    }

    void disarmsFormulas_data() {
        QTest::addColumn<QString>("field");
        for (const char* field : {"=1+1", "+44", "-5", "@SUM(A1)", "\tx", "\rx"})
            QTest::newRow(field) << QString::fromUtf8(field);
    }

    void disarmsFormulas() {
        QFETCH(QString, field);
        const std::string text = field.toStdString();
        const std::string written = line({text}, Formulas::neutral);
        QVERIFY(written.starts_with("'") || written.starts_with("\"'"));
        QVERIFY(!line({text}).starts_with("'") && !line({text}).starts_with("\"'"));
    }

    void leavesOrdinaryFieldsAlone() {
        QVERIFY(line({"Ann", "1-2", "a=b"}, Formulas::neutral) == "Ann,1-2,a=b\n");
    }

    void readsBackWhatItWrote() {
        QVERIFY(rc::check("read(write(x)) = x", [] {
            const auto fields = *rc::gen::nonEmpty(rc::gen::container<std::vector<std::string>>(
                rc::gen::container<std::string>(rc::gen::element('a', ',', '"', '\n', '\r', ' '))));
            RC_ASSERT(read(line(fields)) == fields);
        }));
    }
};

QTEST_APPLESS_MAIN(DelimitedWriterTest)
#include "delimited_writer_test.moc"
