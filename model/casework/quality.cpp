// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/quality.h"

#include "base/delimited_writer.h"
#include "casework/quality_lines.h"
#include "intake/plain_workbook.h"
#include "records/row_number.h"
#include "store/agreement_table.h"
#include "store/delivery_table.h"
#include "store/quality_table.h"
#include "store/supersession_table.h"

#include <algorithm>
#include <unordered_map>

namespace casework {

namespace {

base::Result<records::Delivery> deliveryOf(store::Vault& vault, records::DeliveryId id) {
    const auto known = store::DeliveryTable(vault).find(id);
    if (!known)
        return base::fail(known.error());
    if (!*known)
        return base::fail(base::Code::notFound,
                          "delivery " + std::to_string(id.value),
                          "there is no such delivery");
    return **known;
}

QualityPoint pointOf(const records::Delivery& delivery,
                     const store::DeliveryStanding& standing,
                     const records::DeliveryQuality& quality) {
    QualityPoint point;
    point.delivery = delivery;
    point.speaksOf = standing.speaksOf;
    point.withdrawn = !standing.withdrawnAt.empty();
    double cells = 0;
    double filled = 0;
    double faulty = 0;
    for (const records::ColumnQuality& column : quality.columns) {
        cells += static_cast<double>(column.rows);
        filled += static_cast<double>(column.filled);
        faulty += static_cast<double>(column.faulty);
    }
    point.measured = cells > 0;
    point.filledShare = cells > 0 ? filled / cells : 0;
    point.soundShare = filled > 0 ? 1 - faulty / filled : 0;
    return point;
}

// The deliveries under an agreement, of one mapping when it is named, in the order of their days.
base::Result<std::vector<QualityPoint>> pointsOf(store::Vault& vault,
                                                 records::AgreementId agreement,
                                                 const std::string* mapping) {
    const auto deliveries = store::DeliveryTable(vault).list();
    if (!deliveries)
        return base::fail(deliveries.error());
    const auto standings = store::SupersessionTable(vault).standings();
    if (!standings)
        return base::fail(standings.error());
    std::unordered_map<records::DeliveryId, const records::Delivery*> known;
    for (const records::Delivery& delivery : *deliveries)
        known.emplace(delivery.id, &delivery);
    std::vector<QualityPoint> points;
    for (const store::DeliveryStanding& standing : *standings) {
        const records::Delivery& delivery = *known.at(standing.delivery);
        if (delivery.agreement != agreement || (mapping != nullptr && delivery.mapping != *mapping))
            continue;
        const auto quality = store::QualityTable(vault).find(delivery.id);
        if (!quality)
            return base::fail(quality.error());
        points.push_back(pointOf(delivery, standing, *quality));
    }
    return points;
}

// The last delivery that counts and speaks of the days before.
base::Result<std::optional<Measured>> measuredBefore(store::Vault& vault,
                                                     const std::vector<QualityPoint>& trend,
                                                     records::DeliveryId delivery) {
    const QualityPoint* before = nullptr;
    for (const QualityPoint& point : trend) {
        if (point.delivery.id == delivery)
            break;
        if (!point.withdrawn)
            before = &point;
    }
    if (before == nullptr)
        return std::optional<Measured>();
    auto quality = store::QualityTable(vault).find(before->delivery.id);
    if (!quality)
        return base::fail(quality.error());
    return Measured{before->delivery, std::move(*quality)};
}

base::Result<void> fillLines(store::Vault& vault, QualityReport& report) {
    const auto rules = intake::shippedQualityRules();
    if (!rules)
        return base::fail(rules.error());
    const auto words = intake::shippedQualityWords();
    if (!words)
        return base::fail(words.error());
    const auto before = measuredBefore(vault, report.trend, report.delivery.id);
    if (!before)
        return base::fail(before.error());
    report.lines = qualityLines(
        {report.delivery, report.measured}, *before ? &**before : nullptr, *rules, *words);
    const auto issues = store::DeliveryTable(vault).fileIssues(report.delivery.id);
    if (!issues)
        return base::fail(issues.error());
    for (const records::RowIssue& issue : *issues)
        report.lines.push_back({issue.severity == records::IssueSeverity::rejected,
                                issue.table,
                                issue.column,
                                0,
                                intake::issueInWords(issue.code),
                                issue.detail});
    return {};
}

base::Result<QualityReport> reportOf(store::Vault& vault, records::DeliveryId id) {
    QualityReport report;
    auto delivery = deliveryOf(vault, id);
    if (!delivery)
        return base::fail(delivery.error());
    report.delivery = std::move(*delivery);
    auto measured = store::QualityTable(vault).find(id);
    if (!measured)
        return base::fail(measured.error());
    report.measured = std::move(*measured);
    auto trend = pointsOf(vault, report.delivery.agreement, &report.delivery.mapping);
    if (!trend)
        return base::fail(trend.error());
    report.trend = std::move(*trend);
    const store::SupersessionTable supersessions(vault);
    const auto standings = supersessions.standings();
    if (!standings)
        return base::fail(standings.error());
    for (const store::DeliveryStanding& standing : *standings)
        if (standing.delivery == id) {
            report.speaksOf = standing.speaksOf;
            report.withdrawnAt = standing.withdrawnAt;
            report.withdrawnFor = standing.reason;
        }
    auto superseded = supersessions.counts(id);
    if (!superseded)
        return base::fail(superseded.error());
    report.superseded = std::move(*superseded);
    const auto replaced = supersessions.replacedBy(id);
    if (!replaced)
        return base::fail(replaced.error());
    report.replaced = *replaced;
    if (auto filled = fillLines(vault, report); !filled)
        return base::fail(filled.error());
    return report;
}

struct Sheet {
    std::vector<std::string> header;
    std::vector<std::vector<std::string>> rows;
};

// What goes to the sender.
base::Result<Sheet> sheetOf(Session& session, records::DeliveryId id) {
    const auto report = qualityReport(session, id);
    if (!report)
        return base::fail(report.error());
    const store::DeliveryTable table(session.vault());
    const auto count = table.issueCount(id);
    if (!count)
        return base::fail(count.error());
    const auto issues = table.issues(id, 0, *count);
    if (!issues)
        return base::fail(issues.error());
    const bool tables = std::ranges::any_of(
        report->measured.columns, [](const auto& column) { return !column.table.empty(); });
    Sheet sheet;
    const auto add = [&](const std::string& name, std::vector<std::string> row) {
        if (tables)
            row.insert(row.begin(), name);
        sheet.rows.push_back(std::move(row));
    };
    sheet.header = {"row", "column", "what is wrong", "what to do"};
    if (tables)
        sheet.header.insert(sheet.header.begin(), "table");
    for (const QualityLine& line : report->lines)
        add(line.table,
            {"",
             line.heading,
             line.rows == 0 ? line.what : std::to_string(line.rows) + " rows " + line.what,
             line.ask});
    for (const records::RowIssue& issue : *issues)
        if (issue.row != 0)
            add(issue.table,
                {std::to_string(records::lineOf(issue.row)),
                 issue.column,
                 intake::issueInWords(issue.code) +
                     (issue.severity == records::IssueSeverity::rejected ? " (row rejected)" : ""),
                 issue.detail});
    return sheet;
}

base::Result<void> mayRead(Session& session,
                           const access::Subject& subject,
                           std::string_view purpose) {
    const auto grant = session.authorise(access::Action::readDeliveries, subject, purpose);
    return grant ? base::Result<void>() : base::fail(grant.error());
}

}  // namespace

base::Result<QualityReport> qualityReport(Session& session, records::DeliveryId delivery) {
    if (auto may = mayRead(session, access::Subject::of(delivery), "data quality"); !may)
        return base::fail(may.error());
    return reportOf(session.vault(), delivery);
}

base::Result<std::vector<QualityPoint>> qualityTrend(Session& session, std::string_view agreement) {
    const auto known = store::AgreementTable(session.vault()).find(std::string(agreement));
    if (!known)
        return base::fail(known.error());
    if (!*known)
        return base::fail(
            base::Code::notFound, std::string(agreement), "there is no such agreement");
    if (auto may = mayRead(session, access::Subject::of((*known)->id), "data quality over time");
        !may)
        return base::fail(may.error());
    return pointsOf(session.vault(), (*known)->id, nullptr);
}

base::Result<std::string> qualityCsv(Session& session, records::DeliveryId delivery) {
    const auto sheet = sheetOf(session, delivery);
    if (!sheet)
        return base::fail(sheet.error());
    std::string csv;
    base::appendDelimited(csv, sheet->header, base::Formulas::neutral);
    for (const std::vector<std::string>& row : sheet->rows)
        base::appendDelimited(csv, row, base::Formulas::neutral);
    return csv;
}

base::Result<void> writeQualityWorkbook(Session& session,
                                        records::DeliveryId delivery,
                                        const std::filesystem::path& path) {
    const auto sheet = sheetOf(session, delivery);
    if (!sheet)
        return base::fail(sheet.error());
    return intake::writePlainWorkbook(path, "Data quality", sheet->header, sheet->rows);
}

}  // namespace casework
