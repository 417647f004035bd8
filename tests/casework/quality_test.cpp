// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/quality.h"

#include "casework/quality_lines.h"
#include "support/price_family.h"

#include <algorithm>

using casework::Measured;
using casework::QualityLine;
using support::must;
using support::Team;

namespace {

constexpr const char* header =
    "Pupil ID,Surname,Forename,DOB,Gender,Postcode,School URN,Term,Possible Sessions,"
    "Unauthorised Absences\n";

std::string pupils(int count, const std::string& postcode = "HR6 8AQ") {
    std::string text = header;
    for (int i = 0; i < count; ++i)
        text += "P" + std::to_string(i) + ",Quillfeather,Ben,05/06/2015,M," + postcode +
                ",116000,Autumn 2025,140,9\n";
    return text;
}

bool says(const std::vector<QualityLine>& lines, std::string_view words) {
    return std::ranges::any_of(
        lines, [&](const QualityLine& line) { return line.what.find(words) != std::string::npos; });
}

Measured measured(std::int64_t rows, std::int64_t filled, std::int64_t coded) {
    Measured one;
    one.delivery.rowsIn = rows;
    one.quality.columns.push_back({"", "Town", "address", rows, filled, 0, 3, false});
    one.quality.counts.push_back({"code", "", "Type", "suspension", coded});
    one.quality.counts.push_back({"code", "", "Type", "permanent", rows - coded});
    return one;
}

}  // namespace

class QualityTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void tellsWhatChangedSinceTheLastDelivery_data() {
        QTest::addColumn<int>("rows");
        QTest::addColumn<int>("filled");
        QTest::addColumn<int>("coded");
        QTest::addColumn<QString>("words");
        QTest::newRow("half of it missing") << 500 << 500 << 100 << "far fewer";
        QTest::newRow("twice as many") << 2000 << 2000 << 400 << "far more";
        QTest::newRow("a column left out") << 1000 << 100 << 200 << "smaller share";
        QTest::newRow("another code")
            << 1000 << 1000 << 900 << "a much larger share than the last time (suspension)";
        QTest::newRow("as ever") << 1020 << 1010 << 210 << "";
    }

    void tellsWhatChangedSinceTheLastDelivery() {
        QFETCH(int, rows);
        QFETCH(int, filled);
        QFETCH(int, coded);
        QFETCH(QString, words);
        const auto rules = must(intake::shippedQualityRules());
        const auto vocabulary = must(intake::shippedQualityWords());
        const Measured before = measured(1000, 1000, 200);
        const auto lines = qualityLines(measured(rows, filled, coded), &before, rules, vocabulary);
        QCOMPARE(lines.empty(), words.isEmpty());
        if (!words.isEmpty())
            QVERIFY2(says(lines, words.toStdString()), lines.front().what.c_str());
    }

    void aFewRowsMoreOrLessAreChance() {
        const auto rules = must(intake::shippedQualityRules());
        const auto vocabulary = must(intake::shippedQualityWords());
        const Measured before = measured(4, 4, 2);
        QVERIFY(qualityLines(measured(7, 7, 2), &before, rules, vocabulary).empty());
    }

    void reportsADeliveryAndItsLayoutOverTime() {
        Team team;
        const auto first =
            must(team.tryImport("schools-2026", "attendance_2026-01-31.csv", pupils(60)));
        const auto second =
            must(team.tryImport("schools-2026", "attendance_2026-02-28.csv", pupils(200, "")));
        const auto report = must(casework::qualityReport(team.dataOfficer(), second.delivery.id));
        QCOMPARE(report.speaksOf, base::Date(2026, 2, 28));
        QCOMPARE(report.replaced, std::int64_t{60});
        QCOMPARE(report.trend.size(), std::size_t{2});
        QVERIFY(report.trend[0].filledShare > report.trend[1].filledShare);
        QVERIFY(says(report.lines, "far more"));
        QVERIFY(says(report.lines, "leave this column empty"));
        QCOMPARE(must(casework::qualityTrend(team.auditor(), "schools-2026")).size(),
                 std::size_t{2});
        VERIFY_FAILS(casework::qualityTrend(team.auditor(), "nobody-2026"),
                     base::Code::notFound,
                     "no such agreement");
        VERIFY_FAILS(
            casework::qualityReport(team.caseworker(), first.delivery.id), base::Code::refused, "");
    }

    void whatIsSaidOfTheWholeFileStandsOut() {
        Team team;
        std::string more(header);
        more.insert(more.find('\n'), ",House");
        const auto delivered = must(team.tryImport(
            "schools-2026",
            "attendance.csv",
            more + "P1,Quillfeather,Benedict,30/01/2014,M,HR6 8AQ,116000,Autumn 2025,140,9,4\n"));
        const auto report =
            must(casework::qualityReport(team.dataOfficer(), delivered.delivery.id));
        QVERIFY(std::ranges::any_of(report.lines, [](const casework::QualityLine& line) {
            return line.rows == 0 && line.ask.find("House") != std::string::npos;
        }));
        const std::string csv =
            must(casework::qualityCsv(team.dataOfficer(), delivered.delivery.id));
        QCOMPARE(csv.find("House"), csv.rfind("House"));  // once
    }

    void tellsTheSenderRowAndColumnAndNoValue() {
        Team team;
        const auto report = must(team.tryImport(
            "schools-2026",
            "attendance.csv",
            std::string(header) +
                "P1,Quillfeather,Benedict,31/02/2014,M,HR6 8AQ,116000,Autumn 2025,140,9\n"
                "P2,Quillfeather,Cordelia,05/06/2015,F,HR6 8AQ,116000,Michaelmas,140,9\n"));
        const std::string csv = must(casework::qualityCsv(team.dataOfficer(), report.delivery.id));
        QVERIFY(csv.starts_with("row,column,what is wrong,what to do\n"));
        QVERIFY2(csv.find("\n2,DOB,Bad date,") != std::string::npos, csv.c_str());
        QVERIFY2(csv.find("\n3,Term,Bad term (row rejected),") != std::string::npos, csv.c_str());
        for (const std::string_view value : {"Quillfeather", "Benedict", "31/02", "Michaelmas"})
            QVERIFY(csv.find(value) == std::string::npos);
        const auto path = team.folder() / "issues.xlsx";
        must(casework::writeQualityWorkbook(team.dataOfficer(), report.delivery.id, path));
        QVERIFY(must(base::readFile(path)).starts_with("PK"));
    }
};

QTEST_GUILESS_MAIN(QualityTest)
#include "quality_test.moc"
