// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/crypto.h"
#include "base/text.h"
#include "collected_delivery.h"
#include "records/agency.h"

#include <QtTest>

#include <rapidcheck.h>

#include <set>

using namespace intake;
using records::Agency;
using test::CollectedDelivery;

namespace {

constexpr const char* header =
    "YOT ID,UPN,Family Name,Given Name,Date of Birth,Outcome Date,Outcome Type\n";
constexpr const char* goodRow = "Y1,B801200005001,Price,Ann,2012-05-04,2026-02-03,Conviction\n";

struct Outcome {
    base::Result<DeliverySummary> summary;
    CollectedDelivery delivery;
};

Outcome read(const std::string& bytes, Agency agency = Agency::youthOffending) {
    test::TemporaryFiles files;
    Outcome outcome{base::fail(base::Code::notFound, "", ""), {}};
    base::NoProgress quiet;
    outcome.summary = readDelivery(
        test::requestFor(files.write("delivery.csv", bytes), test::standardAgreement(agency)),
        outcome.delivery,
        quiet);
    return outcome;
}

QString failure(const Outcome& outcome) {
    return outcome.summary ? QStringLiteral("accepted")
                           : QString::fromStdString(base::describe(outcome.summary.error()));
}

std::filesystem::path fixtures() {
    return std::filesystem::path(FF_TEST_DATA) / "intake" / "deliveries";
}

// A file a table, in a folder of its layout where that has several. Where the name must tell the
// term or the year, it begins with it.
std::filesystem::path fixtureOf(const Mapping& mapping) {
    std::filesystem::path path = fixtures() / (mapping.name + ".csv");
    const bool year = std::any_of(mapping.constants.begin(),
                                  mapping.constants.end(),
                                  [](const ConstantRule& rule) { return rule.returnYear; });
    if (mapping.termFromFileName || mapping.name.starts_with("school-census"))
        path.replace_filename("2024_autumn_" + path.filename().string());
    else if (year)
        path.replace_filename("2024_" + path.filename().string());
    return path;
}

}  // namespace

class DeliveryReaderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsAFileOfEveryShippedLayout_data();
    void readsAFileOfEveryShippedLayout();
    void makesARowARecord();
    void notesWhatIsWrongWithAField_data();
    void notesWhatIsWrongWithAField();
    void rejectsARowAndGoesOn_data();
    void rejectsARowAndGoesOn();
    void neverRepeatsAValueInAnIssue();
    void countsEveryRowOnce();
    void refusesAnUnlistedColumnAndNamesIt();
    void refusesALayoutThatIsNeverReceived();
    void refusesAnotherAgencysFile();
    void refusesADuplicateColumn();
    void refusesAFileWithoutARequiredColumn();
    void refusesRubbish_data();
    void refusesRubbish();
    void takesANamedMappingOnlyForItsHeader();
    void readsSeveralTypesFromOneFile();
    void leavesUnreadWhatIsNotReceivedAndSaysSoOnce();
};

void DeliveryReaderTest::readsAFileOfEveryShippedLayout_data() {
    QTest::addColumn<int>("index");
    for (std::size_t i = 0; i < test::shipped().size(); ++i)
        if (const Mapping& mapping = test::shipped()[i];
            mapping.refusal.empty() && !mapping.xml)
            QTest::newRow(test::shipped()[i].name.c_str()) << int(i);
}

// Each file has a full row, a sparse row, and a row that names no one.
void DeliveryReaderTest::readsAFileOfEveryShippedLayout() {
    QFETCH(int, index);
    const Mapping& mapping = test::shipped()[std::size_t(index)];
    const auto path = fixtureOf(mapping);
    CollectedDelivery delivery;
    base::NoProgress quiet;
    const auto summary = readDelivery(
        test::requestFor(path, test::standardAgreement(mapping.agency)), delivery, quiet);
    QVERIFY2(summary.has_value(), summary ? "" : base::describe(summary.error()).c_str());
    QVERIFY2(summary->mapping == mapping.name, summary->mapping.c_str());
    QVERIFY(summary->encoding == mapping.usualEncoding);
    QCOMPARE(summary->separator, mapping.usualSeparator);
    QCOMPARE(summary->rowsIn, std::int64_t{3});
    QCOMPARE(summary->rowsAccepted, std::int64_t{2});
    QCOMPARE(summary->rowsRejected, std::int64_t{1});
    QCOMPARE(delivery.records.size(), std::size_t{2});
    QCOMPARE(delivery.count("no-identity"), std::size_t{1});
    QVERIFY(delivery.find("no-identity")->row == 4);
    for (const records::RowIssue& issue : delivery.issues)
        QVERIFY2(issue.code == "no-identity" || issue.code == "not-received",
                 (issue.code + " " + issue.column + " " + issue.detail).c_str());
    const records::SourceRecord& first = delivery.records.front();
    for (const ColumnRule& rule : mapping.columns)
        if (rule.type != nullptr)
            QVERIFY2(!records::isEmpty(first.payload[rule.field]), rule.column().c_str());
    for (const std::string& column : columnsOf(mapping))
        if (column == "surname")
            QVERIFY(first.identity.surname == "O'Brien" && first.identity.forename == "Zo\xC3\xAB");
    QCOMPARE(summary->coverage.size(), std::size_t{1});
}

void DeliveryReaderTest::makesARowARecord() {
    const Outcome outcome = read(std::string(header) + goodRow);
    QVERIFY2(outcome.summary.has_value(), qPrintable(failure(outcome)));
    QCOMPARE(outcome.delivery.records.size(), std::size_t{1});
    const records::SourceRecord& record = outcome.delivery.records.front();
    QCOMPARE(record.row, std::int64_t{2});
    QVERIFY(record.agency == Agency::youthOffending);
    QVERIFY(record.type->name == "offence");
    QVERIFY(record.identity.surname == "Price");
    QVERIFY((record.identity.birthDate == records::PartialDate{2012, 5, 4}));
    QVERIFY(record.identity.localId == "Y1");
    QVERIFY(record.identity.localIdSeries == "yot");
    const auto outcomeField = record.type->indexOf("outcome");
    QVERIFY(*records::textIn(record.payload[*outcomeField]) == "convicted");
    QVERIFY(records::dateIn(record.payload[*record.type->indexOf("outcome_date")]) ==
            base::Date(2026, 2, 3));
    QVERIFY(outcome.summary->sha256 == base::sha256Hex(std::string(header) + goodRow));
}

void DeliveryReaderTest::notesWhatIsWrongWithAField_data() {
    QTest::addColumn<QByteArray>("row");
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<QByteArray>("column");
    const auto row = [](const char* text, const char* code, const char* column) {
        QTest::newRow(code) << QByteArray(text) << QByteArray(code) << QByteArray(column);
    };
    row("Y1,B801200005001,Price,Ann,31/02/2012,2026-02-03,NFA\n", "bad-date", "Date of Birth");
    row("Y1,B801200005001,Price,Ann,2027-01-01,2026-02-03,NFA\n",
        "implausible-birth-date",
        "Date of Birth");
    row("Y1,B801200005001,Price,Ann,1900-01-01,2026-02-03,NFA\n",
        "placeholder-birth-date",
        "Date of Birth");
    row("Y1,A801200005001,Price,Ann,2012-05-04,2026-02-03,NFA\n", "invalid-upn", "UPN");
    row("Y1,P88540001501A,Price,Ann,2012-05-04,2026-02-03,NFA\n", "suspicious-upn", "UPN");
    row("\"Y\"1,B801200005001,Price,Ann,2012-05-04,2026-02-03,NFA\n", "stray-quote", "");
}

void DeliveryReaderTest::notesWhatIsWrongWithAField() {
    QFETCH(QByteArray, row);
    QFETCH(QByteArray, code);
    QFETCH(QByteArray, column);
    const Outcome outcome = read(header + row.toStdString() + goodRow);
    QVERIFY2(outcome.summary.has_value(), qPrintable(failure(outcome)));
    QCOMPARE(outcome.summary->rowsAccepted, std::int64_t{2});
    const records::RowIssue* issue = outcome.delivery.find(code.toStdString());
    QVERIFY(issue != nullptr);
    QVERIFY(issue->severity == records::IssueSeverity::warning);
    QCOMPARE(issue->row, std::int64_t{2});
    QVERIFY(issue->column == column.toStdString());
    if (code.endsWith("upn"))
        QVERIFY(row.contains(outcome.delivery.records.front().identity.upn.c_str()));
}

void DeliveryReaderTest::rejectsARowAndGoesOn_data() {
    QTest::addColumn<QByteArray>("row");
    QTest::addColumn<QByteArray>("code");
    const auto row = [](const std::string& text, const char* code) {
        QTest::newRow(code) << QByteArray::fromStdString(text) << QByteArray(code);
    };
    row("Y1,,Price,Ann,2012-05-04,,NFA\n", "missing-required");
    row("Y1,,Price,Ann,2012-05-04,31/02/2026,NFA\n", "bad-date");
    row("Y1,,Price,Ann,2012-05-04,2026-02-03,HANGED\n", "unknown-code");
    row(",,,,2012-05-04,2026-02-03,NFA\n", "no-identity");
    row("Y1,,Price\n", "short-row");
    row("Y1,,Price,Ann,2012-05-04,2026-02-03,NFA,more\n", "long-row");
    row("Y1,," + std::string(2U << 20U, 'x') + "\n", "row-too-long");
}

void DeliveryReaderTest::rejectsARowAndGoesOn() {
    QFETCH(QByteArray, row);
    QFETCH(QByteArray, code);
    const Outcome outcome = read(header + row.toStdString() + goodRow);
    QVERIFY2(outcome.summary.has_value(), qPrintable(failure(outcome)));
    QCOMPARE(outcome.summary->rowsIn, std::int64_t{2});
    QCOMPARE(outcome.summary->rowsRejected, std::int64_t{1});
    QCOMPARE(outcome.delivery.records.front().row, std::int64_t{3});
    const records::RowIssue* issue = outcome.delivery.find(code.toStdString());
    QVERIFY(issue != nullptr);
    QVERIFY(issue->severity == records::IssueSeverity::rejected);
    QCOMPARE(issue->row, std::int64_t{2});
}

void DeliveryReaderTest::neverRepeatsAValueInAnIssue() {
    const Outcome outcome =
        read(std::string(header) +
             "Zq1,Zq2,Zq3,Zq4,Zq5,Zq6,Zq7\nZq1,Zq2\nZq1,Zq2,Zq3,Zq4,Zq5,Zq6,Zq7,Zq8\n");
    QVERIFY(outcome.summary.has_value());
    QCOMPARE(outcome.summary->rowsRejected, std::int64_t{3});
    for (const records::RowIssue& issue : outcome.delivery.issues) {
        QVERIFY(issue.detail.find("Zq") == std::string::npos);
        QVERIFY(issue.column.find("Zq") == std::string::npos);
    }
}

void DeliveryReaderTest::countsEveryRowOnce() {
    QVERIFY(rc::check("rows in = accepted + rejected, and each rejected row says why", [] {
        std::string bytes = header;
        const auto cell = rc::gen::oneOf(
            rc::gen::elementOf(
                std::vector<std::string>{"", "2012-05-04", "31/02/2012", "NFA", "Price"}),
            rc::gen::container<std::string>(rc::gen::elementOf(std::string("ab\",\r\n \xC3\xA9"))));
        const auto rows = *rc::gen::container<std::vector<std::vector<std::string>>>(
            rc::gen::container<std::vector<std::string>>(7, cell));
        for (const auto& row : rows)
            bytes += base::join(row, ",") + "\n";
        const Outcome outcome = read(bytes);
        RC_ASSERT(outcome.summary.has_value());
        RC_ASSERT(outcome.summary->rowsIn ==
                  outcome.summary->rowsAccepted + outcome.summary->rowsRejected);
        RC_ASSERT(outcome.delivery.records.size() == std::size_t(outcome.summary->rowsAccepted));
        std::set<std::int64_t> rejected;
        for (const records::RowIssue& issue : outcome.delivery.issues)
            if (issue.severity == records::IssueSeverity::rejected)
                rejected.insert(issue.row);
        RC_ASSERT(rejected.size() == std::size_t(outcome.summary->rowsRejected));
        for (const records::SourceRecord& record : outcome.delivery.records)
            RC_ASSERT(!rejected.contains(record.row));
    }));
}

void DeliveryReaderTest::refusesAnUnlistedColumnAndNamesIt() {
    const Outcome outcome =
        read("YOT ID,Family Name,Outcome Date,Outcome Type,Religion\nY1,P,2026-02-03,NFA,x\n");
    QVERIFY(!outcome.summary && outcome.summary.error().code == base::Code::refused);
    QVERIFY2(failure(outcome).contains(QStringLiteral("'Religion'")), qPrintable(failure(outcome)));
    QVERIFY(outcome.delivery.records.empty());
}

void DeliveryReaderTest::refusesALayoutThatIsNeverReceived() {
    const Outcome outcome =
        read("pupilonrolltableid,fsmstartdate,fsmenddate\n1,2,3\n", Agency::schools);
    QVERIFY(!outcome.summary && outcome.summary.error().code == base::Code::refused);
    QVERIFY(failure(outcome).contains(QStringLiteral("free school meal")));
}

void DeliveryReaderTest::refusesAnotherAgencysFile() {
    const Outcome outcome = read(std::string(header) + goodRow, Agency::dwp);
    QVERIFY(!outcome.summary && outcome.summary.error().code == base::Code::refused);
    QVERIFY2(failure(outcome).contains(QStringLiteral("Youth offending")),
             qPrintable(failure(outcome)));
}

void DeliveryReaderTest::refusesADuplicateColumn() {
    const Outcome outcome =
        read("YOT ID,Family Name,Outcome Date,Outcome Type,family name\nY1,P,2026-02-03,NFA,x\n");
    QVERIFY(!outcome.summary && outcome.summary.error().code == base::Code::malformed);
    QVERIFY(failure(outcome).contains(QStringLiteral("'family name' more than once")));
}

void DeliveryReaderTest::refusesAFileWithoutARequiredColumn() {
    const Outcome outcome = read("YOT ID,Family Name,Outcome Type\nY1,P,NFA\n");
    QVERIFY(!outcome.summary && outcome.summary.error().code == base::Code::malformed);
    QVERIFY2(failure(outcome).contains(QStringLiteral("'Outcome Date'")),
             qPrintable(failure(outcome)));
}

void DeliveryReaderTest::refusesRubbish_data() {
    using namespace std::string_literals;
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("words");
    const auto row = [](const char* name, const std::string& bytes, const char* words) {
        QTest::newRow(name) << QByteArray::fromStdString(bytes) << QString::fromUtf8(words);
    };
    row("empty", "", "empty");
    row("blank lines", "\n\r\n,,\n", "empty");
    row("no header", goodRow, "header");
    row("binary", std::string("a\0b\n", 4), "not text");
    row("one long line", std::string(3U << 20U, 'x'), "header");
    row("a thousand columns too many", std::string(100000, ','), "header");
}

void DeliveryReaderTest::refusesRubbish() {
    QFETCH(QByteArray, bytes);
    QFETCH(QString, words);
    const Outcome outcome = read(bytes.toStdString());
    QVERIFY(!outcome.summary);
    QVERIFY2(failure(outcome).contains(words), qPrintable(failure(outcome)));
    QVERIFY(!failure(outcome).contains(QStringLiteral("Price")));
}

void DeliveryReaderTest::takesANamedMappingOnlyForItsHeader() {
    test::TemporaryFiles files;
    CollectedDelivery delivery;
    base::NoProgress quiet;
    auto request = test::requestFor(files.write("d.csv", std::string(header) + goodRow),
                                    test::standardAgreement(Agency::youthOffending));
    request.mappingName = "youth-offending-offences";
    QVERIFY(readDelivery(request, delivery, quiet).has_value());
    request.mappingName = "police-offences";
    const auto other = readDelivery(request, delivery, quiet);
    QVERIFY(!other && other.error().detail.find("'Person Ref'") != std::string::npos);
    request.mappingName = "youth-offending-offense";
    const auto unknown = readDelivery(request, delivery, quiet);
    QVERIFY(!unknown && unknown.error().code == base::Code::notFound);
    QVERIFY(unknown.error().detail.find("'youth-offending-offences'") != std::string::npos);
}

void DeliveryReaderTest::readsSeveralTypesFromOneFile() {
    const auto mapping = readMapping(R"(name = "mixed"
version = "1"
agency = "courts"
description = "mixed"
recognised_by = ["Kind"]
dates = ["dd/mm/yyyy"]
[record_type_by]
heading = "Kind"
codes = { O = "offence", S = "sentence" }
[columns]
surname = "Surname"
"offence.outcome" = "Result"
"offence.outcome_date" = "Date"
"sentence.kind" = "Result"
"sentence.start_date" = "Date"
)",
                                     "mixed.toml");
    QVERIFY(mapping.has_value());
    test::TemporaryFiles files;
    CollectedDelivery delivery;
    base::NoProgress quiet;
    auto request = test::requestFor(files.write("d.csv",
                                                "Kind,Surname,Result,Date\no,A,convicted,03/02/"
                                                "2026\nS,B,custody,04/02/2026\nX,C,custody,"
                                                "04/02/2026\n"),
                                    test::standardAgreement(Agency::courts));
    request.mappings = {*mapping};
    const auto summary = readDelivery(request, delivery, quiet);
    QVERIFY2(summary.has_value(), summary ? "" : base::describe(summary.error()).c_str());
    QCOMPARE(summary->rowsRejected, std::int64_t{1});
    QVERIFY(delivery.find("unknown-code")->column == "Kind");
    QVERIFY(delivery.records[0].type->name == "offence");
    QVERIFY(delivery.records[1].type->name == "sentence");
    QCOMPARE(summary->coverage.size(), std::size_t{2});
}

void DeliveryReaderTest::leavesUnreadWhatIsNotReceivedAndSaysSoOnce() {
    const Outcome outcome = read(
        "YOT ID,Outcome Date,Outcome Type,Case Manager,Ethnicity\n"
        "Y1,2026-02-03,NFA,Zq,Zq\nY2,2026-02-03,NFA,Zq,Zq\n");
    QVERIFY2(outcome.summary.has_value(), qPrintable(failure(outcome)));
    QCOMPARE(outcome.delivery.count("not-received"), std::size_t{1});
    const records::RowIssue* issue = outcome.delivery.find("not-received");
    QCOMPARE(issue->row, std::int64_t{0});
    QVERIFY(issue->detail.find("'Case Manager', 'Ethnicity'") != std::string::npos);
}

QTEST_APPLESS_MAIN(DeliveryReaderTest)
#include "delivery_reader_test.moc"
