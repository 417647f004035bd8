// SPDX-License-Identifier: GPL-3.0-or-later
// What is particular to school census extracts.
#include "collected_delivery.h"

#include <QtTest>

using namespace intake;
using records::Agency;
using test::CollectedDelivery;

class SchoolCensusTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void addsUpTheTwoHalvesOfACensusTerm();
    void asksForTheTermWhenNothingTellsIt();
    void classesEveryAttendanceCodeByTheDepartmentsTable_data();
    void classesEveryAttendanceCodeByTheDepartmentsTable();
    void tiesRowsWithoutNamesByThePupilsNumber();
};

void SchoolCensusTest::addsUpTheTwoHalvesOfACensusTerm() {
    test::TemporaryFiles files;
    CollectedDelivery delivery;
    base::NoProgress quiet;
    const auto path = files.write(
        "2024_autumn_pupilonroll.csv",
        "pupilonrolltableid,upn,surname,dob,termlysessionspossible,summerhalfterm2sessionspossible,"
        "termlysessionsauthorised,summerhalfterm2sessionsauthorised\n"
        "p1,,S,2013-Jul-19 00:00:00,60.0,74.0,,8.0\np2,,T,,,,,\n");
    const auto summary = readDelivery(
        test::requestFor(path, test::standardAgreement(Agency::schools)), delivery, quiet);
    QVERIFY2(summary.has_value(), summary ? "" : base::describe(summary.error()).c_str());
    const auto value = [&](std::size_t row, std::string_view field) {
        const auto& record = delivery.records[row];
        return record.payload[*record.type->indexOf(field)];
    };
    QVERIFY(records::numberIn(value(0, "sessions_possible")) == 134.0);
    QVERIFY(records::numberIn(value(0, "sessions_authorised")) == 8.0);
    QVERIFY(records::isEmpty(value(0, "sessions_unauthorised")));
    QVERIFY(records::isEmpty(value(1, "sessions_possible")));
    QVERIFY(*records::textIn(value(1, "term")) == "2024-summer");
    QVERIFY(delivery.records[0].identity.localIdSeries == "school-census-pupil");
    QVERIFY(summary->coverage.front().terms == std::vector<std::string>{"2024-summer"});
}

void SchoolCensusTest::asksForTheTermWhenNothingTellsIt() {
    test::TemporaryFiles files;
    CollectedDelivery delivery;
    base::NoProgress quiet;
    const auto path =
        files.write("pupilonroll.csv", "pupilonrolltableid,upn,termlysessionspossible\np1,,60.0\n");
    auto request = test::requestFor(path, test::standardAgreement(Agency::schools));
    const auto without = readDelivery(request, delivery, quiet);
    QVERIFY(!without && without.error().detail.find("school term") != std::string::npos);
    request.term = "Summer 2024";
    QVERIFY(readDelivery(request, delivery, quiet).has_value());
    const auto& record = delivery.records.front();
    QVERIFY(*records::textIn(record.payload[*record.type->indexOf("term")]) == "2024-summer");
    request.term = "last one";
    QVERIFY(!readDelivery(request, delivery, quiet));
}

void SchoolCensusTest::classesEveryAttendanceCodeByTheDepartmentsTable_data() {
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("expected");
    const auto rows = [](const char* codes, const char* expected) {
        for (const QString& code : QString::fromUtf8(codes).split(u' '))
            QTest::newRow(qPrintable(code)) << code << QString::fromUtf8(expected);
    };
    rows("/ \\ L K V P W B", "present");
    rows("C C1 C2 E I J1 M R S T i", "authorised");
    rows("G N O U", "unauthorised");
    rows("D X Q Y1 Y2 Y3 Y4 Y5 Y6 Y7 Z #", "not-required");
    rows("-", "no-mark");
    rows("A ? F H J Y", "unknown-code");
}

void SchoolCensusTest::classesEveryAttendanceCodeByTheDepartmentsTable() {
    QFETCH(QString, code);
    QFETCH(QString, expected);
    test::TemporaryFiles files;
    CollectedDelivery delivery;
    base::NoProgress quiet;
    const auto path = files.write("2025_spring_termlysessiondetailsonroll.csv",
                                  "pupilonrolltableid,termlysessiondetailsonrolltableid,sessions,"
                                  "attendancereason\np1,t1,3.0," +
                                      code.toStdString() + "\n");
    const auto summary = readDelivery(
        test::requestFor(path, test::standardAgreement(Agency::schools)), delivery, quiet);
    QVERIFY2(summary.has_value(), summary ? "" : base::describe(summary.error()).c_str());
    const auto& record = delivery.records.front();
    QVERIFY(*records::textIn(record.payload[*record.type->indexOf("absence_class")]) ==
            expected.toStdString());
    QVERIFY(*records::textIn(record.payload[*record.type->indexOf("reason_code")]) ==
            code.toStdString());
    QCOMPARE(delivery.count("unlisted-code") + delivery.count("code-out-of-use"),
             std::size_t(expected == u"unknown-code" ? 1 : 0));
}

void SchoolCensusTest::tiesRowsWithoutNamesByThePupilsNumber() {
    test::TemporaryFiles files;
    CollectedDelivery delivery;
    base::NoProgress quiet;
    const auto& agreement = test::standardAgreement(Agency::schools);
    const auto pupils =
        files.write("2025_spring_pupilonroll.csv",
                    "pupilonrolltableid,upn,surname,termlysessionspossible\np1,,S,60.0\n");
    const auto exclusions =
        files.write("2025_spring_termlyexclusionsonroll.csv",
                    "pupilonrolltableid,termlyexclusionsonrolltableid,startdate,category\n"
                    "p1,e1,2025-Feb-14 00:00:00,PERM\n");
    QVERIFY(readDelivery(test::requestFor(pupils, agreement), delivery, quiet).has_value());
    QVERIFY(readDelivery(test::requestFor(exclusions, agreement), delivery, quiet).has_value());
    QCOMPARE(delivery.records.size(), std::size_t{2});
    QVERIFY(delivery.records[0].identity.localId == delivery.records[1].identity.localId);
    QVERIFY(delivery.records[0].identity.localIdSeries ==
            delivery.records[1].identity.localIdSeries);
    QVERIFY(!delivery.records[1].identity.localIdSeries.empty());
}

QTEST_APPLESS_MAIN(SchoolCensusTest)
#include "school_census_test.moc"
