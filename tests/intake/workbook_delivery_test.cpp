// SPDX-License-Identifier: GPL-3.0-or-later
// Workbooks as deliveries: the layouts of delimited files hold for the sheets of a workbook too.
#include "tests/intake/workbook_reading.h"

#include <QtTest>

using namespace intake;
using records::Agency;
using support::WorkbookWriter;
using test::CollectedDelivery;
using test::sheetOf;

namespace {

struct Outcome {
    base::Result<DeliverySummary> summary;
    CollectedDelivery delivery;
};

Outcome receive(const WorkbookWriter& writer, Agency agency) {
    test::TemporaryFiles files;
    base::NoProgress quiet;
    Outcome outcome{base::fail(base::Code::notFound, "", ""), {}};
    outcome.summary = readDelivery(test::requestFor(files.write("delivery.xlsx", writer.bytes()),
                                                    test::standardAgreement(agency)),
                                   outcome.delivery,
                                   quiet);
    return outcome;
}

QString failure(const Outcome& outcome) {
    return outcome.summary ? QString()
                           : QString::fromStdString(base::describe(outcome.summary.error()));
}

const std::vector<std::string> arrears{
    "Person Number", "Surname", "DOB", "Debt Type", "Balance Date", "Amount Owed"};

std::string cell(const std::string& value, const std::string& attributes = "t=\"str\"") {
    return "<c " + attributes + "><v>" + value + "</v></c>";
}

// The header of a housing list and these rows.
std::string arrearsSheet(const std::string& rows) {
    std::string header = "<row r=\"1\">" + cell("Arrears at month end") + "</row><row r=\"3\">";
    for (const std::string& heading : arrears)
        header += cell(heading);
    return "<sheetData>" + header + "</row>" + rows + "</sheetData>";
}

}  // namespace

class WorkbookDeliveryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsDatesWhateverFormTheDelimitedFilesHave();
    void saysWhatIsWrongByTheSheetsRowAndHeading();
    void takesOnlyTheSheetItKnows();
    void saysOnceWhatItLeftUnread();
    void countsARowWhoseFilledCellsAllFail_data();
    void countsARowWhoseFilledCellsAllFail();
};

void WorkbookDeliveryTest::readsDatesWhateverFormTheDelimitedFilesHave() {
    const std::string date = "s=\"1\"";
    const auto outcome = receive(
        WorkbookWriter()
            .styles("", {0, 14})
            .sheet("Arrears",
                   arrearsSheet("<row r=\"4\">" + cell("1001", "") + cell("Price") +
                                cell("40000", date) + cell("RENT") + cell("46000", date) +
                                cell("120.3", "") + "</row><row>" + cell("1002", "") +
                                cell("Price") + cell("06/07/2009") + cell("RENT") +
                                cell("46000", "") + cell("97.399999999999991", "") + "</row>")),
        Agency::housing);
    QVERIFY2(outcome.summary.has_value(), qPrintable(failure(outcome)));
    QVERIFY(outcome.summary->rowsIn == 2);
    QVERIFY(outcome.delivery.records.size() == 2);
    const auto& records = outcome.delivery.records;
    QVERIFY(records[0].row == 4 && records[1].row == 5);
    QVERIFY((records[0].identity.birthDate == records::PartialDate{2009, 7, 6}));
    QVERIFY(records[0].identity.birthDate == records[1].identity.birthDate);
    const records::RecordType& type = *records[0].type;
    const auto day = type.indexOf("as_at_date");
    QVERIFY(day.has_value());
    QVERIFY(records[0].payload[*day] == records[1].payload[*day]);
}

void WorkbookDeliveryTest::saysWhatIsWrongByTheSheetsRowAndHeading() {
    const auto outcome =
        receive(WorkbookWriter().sheet("Arrears",
                                       arrearsSheet("<row r=\"9\">" + cell("1001", "") +
                                                    cell("Price") + cell("#REF!", "t=\"e\"") +
                                                    cell("RENT") + cell("06/07/2025") + "</row>")),
                Agency::housing);
    QVERIFY2(outcome.summary.has_value(), qPrintable(failure(outcome)));
    QVERIFY(outcome.delivery.count("cell-error") == 1);
    const auto* issue = outcome.delivery.find("cell-error");
    QVERIFY(issue->row == 9);
    QVERIFY(issue->column == "DOB");
}

void WorkbookDeliveryTest::takesOnlyTheSheetItKnows() {
    const std::string row = "<row r=\"4\">" + cell("1001", "") + cell("Price") +
                            cell("06/07/2009") + cell("RENT") + cell("06/07/2025") + "</row>";
    const auto outcome = receive(WorkbookWriter()
                                     .sheet("Notes", sheetOf({{"Prepared by"}, {"the team"}}))
                                     .sheet("Arrears", arrearsSheet(row)),
                                 Agency::housing);
    QVERIFY2(outcome.summary.has_value(), qPrintable(failure(outcome)));
    QVERIFY(outcome.summary->rowsIn ==
            outcome.summary->rowsAccepted + outcome.summary->rowsRejected);
    QVERIFY(outcome.delivery.records.size() == 1);
    const auto* issue = outcome.delivery.find("unknown-table");
    QVERIFY(issue != nullptr && issue->table == "Notes");
}

void WorkbookDeliveryTest::saysOnceWhatItLeftUnread() {
    const std::string row = "<row r=\"4\" hidden=\"1\">" + cell("1001", "") + cell("Price") +
                            cell("06/07/2009") + cell("RENT") + cell("06/07/2025") + "</row>";
    const auto outcome = receive(WorkbookWriter()
                                     .sheet("Arrears", arrearsSheet(row))
                                     .sheet("Last month", arrearsSheet(row), "hidden"),
                                 Agency::housing);
    QVERIFY2(outcome.summary.has_value(), qPrintable(failure(outcome)));
    QVERIFY(outcome.delivery.records.size() == 1);
    QVERIFY(outcome.delivery.count("hidden-rows") == 1);
    const auto* issue = outcome.delivery.find("hidden-sheet");
    QVERIFY(issue != nullptr && issue->table == "Last month" && issue->row == 0);
}

void WorkbookDeliveryTest::countsARowWhoseFilledCellsAllFail_data() {
    QTest::addColumn<QByteArray>("broken");
    QTest::addColumn<QByteArray>("code");
    QTest::newRow("errors") << QByteArray::fromStdString(cell("#N/A", "t=\"e\""))
                            << QByteArray("cell-error");
    QTest::newRow("a formula never worked out")
        << QByteArray("<c><f>A1</f></c>") << QByteArray("formula-without-value");
    QTest::newRow("a text that is not there")
        << QByteArray::fromStdString(cell("9", "t=\"s\"")) << QByteArray("broken-cell");
}

void WorkbookDeliveryTest::countsARowWhoseFilledCellsAllFail() {
    QFETCH(const QByteArray, broken);
    QFETCH(const QByteArray, code);
    const std::string row = "<row r=\"4\">" + cell("1001", "") + cell("Price") +
                            cell("06/07/2009") + cell("RENT") + cell("06/07/2025") + "</row>" +
                            "<row r=\"5\"></row><row r=\"6\">" + broken.toStdString() + "</row>";
    const auto outcome =
        receive(WorkbookWriter().sheet("Arrears", arrearsSheet(row)), Agency::housing);
    QVERIFY2(outcome.summary.has_value(), qPrintable(failure(outcome)));
    QCOMPARE(outcome.summary->rowsIn, std::int64_t{2});
    QCOMPARE(outcome.summary->rowsRejected, std::int64_t{1});
    const auto* issue = outcome.delivery.find(code.toStdString());
    QVERIFY(issue != nullptr && issue->row == 6 && issue->column == "Person Number");
}

QTEST_APPLESS_MAIN(WorkbookDeliveryTest)
#include "workbook_delivery_test.moc"
