// SPDX-License-Identifier: GPL-3.0-or-later
// quality, withdraw.
#include "casework/quality.h"

#include "app/commands/list.h"
#include "app/commands/sign_in.h"
#include "base/delimited_writer.h"
#include "base/file.h"
#include "base/json.h"
#include "casework/deliveries.h"

#include <cmath>

namespace app {

namespace {

using base::Json;

std::string inPercent(double share) {
    return std::to_string(std::llround(100 * share)) + " %";
}

Json::Object asJson(const casework::QualityPoint& point) {
    return {{"delivery", point.delivery.id.value},
            {"file", point.delivery.fileName},
            {"mapping", point.delivery.mapping},
            {"speaks_of", base::isoDate(point.speaksOf)},
            {"withdrawn", point.withdrawn},
            {"measured", point.measured},
            {"rows_in", point.delivery.rowsIn},
            {"rows_rejected", point.delivery.rowsRejected},
            {"warnings", point.delivery.warnings},
            {"filled_share", point.filledShare},
            {"sound_share", point.soundShare}};
}

Json::Array trendAsJson(const std::vector<casework::QualityPoint>& points) {
    Json::Array all;
    for (const casework::QualityPoint& point : points)
        all.push_back(asJson(point));
    return all;
}

Json::Object asJson(const casework::QualityReport& report) {
    Json::Array columns;
    for (const records::ColumnQuality& column : report.measured.columns)
        columns.push_back(Json::Object{{"table", column.table},
                                       {"heading", column.heading},
                                       {"column", column.column},
                                       {"rows", column.rows},
                                       {"filled", column.filled},
                                       {"faulty", column.faulty},
                                       {"distinct", column.distinct},
                                       {"distinct_estimated", column.estimated}});
    Json::Array counts;
    for (const records::QualityCount& count : report.measured.counts)
        counts.push_back(Json::Object{{"kind", count.kind},
                                      {"table", count.table},
                                      {"heading", count.heading},
                                      {"code", count.code},
                                      {"rows", count.rows}});
    Json::Array lines;
    for (const casework::QualityLine& line : report.lines)
        lines.push_back(Json::Object{{"problem", line.problem},
                                     {"table", line.table},
                                     {"heading", line.heading},
                                     {"rows", line.rows},
                                     {"what", line.what},
                                     {"ask", line.ask}});
    Json::Array superseded;
    for (const auto& [why, rows] : report.superseded)
        superseded.push_back(
            Json::Object{{"why", std::string(records::supersedingName(why))}, {"rows", rows}});
    return {{"delivery", report.delivery.id.value},
            {"file", report.delivery.fileName},
            {"speaks_of", base::isoDate(report.speaksOf)},
            {"withdrawn_at", report.withdrawnAt},
            {"rows_in", report.delivery.rowsIn},
            {"rows_accepted", report.delivery.rowsAccepted},
            {"rows_rejected", report.delivery.rowsRejected},
            {"rows_replaced", report.replaced},
            {"superseded", std::move(superseded)},
            {"lines", std::move(lines)},
            {"columns", std::move(columns)},
            {"counts", std::move(counts)},
            {"trend", trendAsJson(report.trend)}};
}

void print(const casework::QualityReport& report, Console& console) {
    const records::Delivery& delivery = report.delivery;
    console.out() << delivery.fileName << ": delivery " << delivery.id.value << ", speaks of "
                  << base::isoDate(report.speaksOf) << ", rows in " << grouped(delivery.rowsIn)
                  << ", rejected " << grouped(delivery.rowsRejected) << '\n';
    if (!report.withdrawnAt.empty())
        console.out() << "Withdrawn on " << report.withdrawnAt.substr(0, 10) << ": "
                      << report.withdrawnFor << '\n';
    if (report.replaced > 0)
        console.out() << grouped(report.replaced)
                      << " rows of other deliveries count no more because of it\n";
    for (const auto& [why, rows] : report.superseded)
        console.out() << grouped(rows)
                      << " of its rows count no more: " << records::supersedingName(why) << '\n';
    for (const casework::QualityLine& line : report.lines)
        console.out() << (line.problem ? "! " : "  ") << grouped(line.rows) << " rows " << line.what
                      << (line.heading.empty() ? "" : " ('" + line.heading + "')") << ". "
                      << line.ask << '\n';
    if (report.measured.columns.empty())
        console.out() << "This delivery came before quality was measured.\n";
    for (const records::ColumnQuality& column : report.measured.columns) {
        const auto share = [](std::int64_t part, std::int64_t whole) {
            return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
        };
        console.out() << "  " << (column.table.empty() ? "" : column.table + ": ") << column.heading
                      << ": filled " << inPercent(share(column.filled, column.rows)) << ", sound "
                      << inPercent(1 - share(column.faulty, column.filled))
                      << (column.estimated ? ", about " : ", ") << grouped(column.distinct)
                      << " different\n";
    }
}

Exit overTime(const Arguments& arguments, casework::Session& session, Console& console) {
    const auto points = casework::qualityTrend(session, arguments.text("--agreement"));
    if (!points)
        return failed(console, points.error());
    if (arguments.has("--json")) {
        console.out() << Json(trendAsJson(*points)).write(true) << '\n';
        return Exit::done;
    }
    std::string out;
    base::appendDelimited(out,
                          {"delivery",
                           "mapping",
                           "file",
                           "speaks_of",
                           "rows_in",
                           "rows_rejected",
                           "warnings",
                           "filled",
                           "sound",
                           "withdrawn"},
                          base::Formulas::neutral);
    for (const casework::QualityPoint& point : *points)
        base::appendDelimited(out,
                              {std::to_string(point.delivery.id.value),
                               point.delivery.mapping,
                               point.delivery.fileName,
                               base::isoDate(point.speaksOf),
                               std::to_string(point.delivery.rowsIn),
                               std::to_string(point.delivery.rowsRejected),
                               std::to_string(point.delivery.warnings),
                               point.measured ? inPercent(point.filledShare) : "",
                               point.measured ? inPercent(point.soundShare) : "",
                               point.withdrawn ? "yes" : ""},
                              base::Formulas::neutral);
    console.out() << out;
    return Exit::done;
}

Exit quality(const Arguments& arguments, Console& console) {
    const auto number = numberOf(arguments, "--delivery", 0, INT64_MAX);
    if (!number)
        return failed(console, number.error());
    if (arguments.has("--delivery") == arguments.has("--agreement")) {
        console.say("say --delivery N or --agreement ID");
        return Exit::usage;
    }
    auto session = signIn(arguments);
    if (!session)
        return failed(console, session.error());
    if (arguments.has("--agreement"))
        return overTime(arguments, **session, console);
    const records::DeliveryId delivery{static_cast<std::int64_t>(*number)};
    const auto report = casework::qualityReport(**session, delivery);
    if (!report)
        return failed(console, report.error());
    if (arguments.has("--csv")) {
        const auto csv = casework::qualityCsv(**session, delivery);
        if (!csv)
            return failed(console, csv.error());
        if (auto written = base::writeFileWhole(arguments.text("--csv"), *csv, true); !written)
            return failed(console, written.error());
    }
    if (arguments.has("--xlsx"))
        if (auto written =
                casework::writeQualityWorkbook(**session, delivery, arguments.text("--xlsx"));
            !written)
            return failed(console, written.error());
    if (arguments.has("--json"))
        console.out() << Json(asJson(*report)).write(true) << '\n';
    else
        print(*report, console);
    return Exit::done;
}

Exit withdraw(const Arguments& arguments, Console& console) {
    const auto number = numberOf(arguments, "--delivery", 0, INT64_MAX);
    if (!number)
        return failed(console, number.error());
    auto session = signIn(arguments);
    if (!session)
        return failed(console, session.error());
    const records::DeliveryId delivery{static_cast<std::int64_t>(*number)};
    if (auto done = casework::withdrawDelivery(**session, delivery, arguments.text("--reason"));
        !done)
        return failed(console, done.error());
    console.say("Delivery " + std::to_string(delivery.value) +
                " is withdrawn. Its rows stop counting when records are next linked and families "
                "assessed.");
    return Exit::done;
}

}  // namespace

std::vector<Command> qualityCommands() {
    std::vector<Command> commands;
    commands.push_back(
        {"quality",
         "how good a delivery is, and what to tell its sender",
         "--csv and --xlsx write what goes to the sender: rows and columns, no values.\n"
         "Example: families-first quality v.vault --delivery 7 --xlsx roll-issues.xlsx\n"
         "         --user data-officer --password-file p.txt",
         onVault({option("--delivery", "N", "the delivery's number"),
                  option("--agreement", "ID", "every delivery under an agreement, over time"),
                  option("--csv", "FILE", "for the sender, as CSV"),
                  option("--xlsx", "FILE", "for the sender, as a workbook"),
                  flag("--json", "report for machines")}),
         quality});
    commands.push_back({"withdraw",
                        "take back a delivery that was sent in error",
                        "Nothing is deleted; its rows stop counting, and rows that it had replaced "
                        "count again.",
                        onVault({required("--delivery", "N", "the delivery's number"),
                                 required("--reason", "TEXT", "why, for the record")}),
                        withdraw});
    return commands;
}

}  // namespace app
