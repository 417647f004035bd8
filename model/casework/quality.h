// SPDX-License-Identifier: GPL-3.0-or-later
// How good a delivery is, for the data officer and for its sender: what was measured while it was
// read, what is wrong in plain words, what changed since the delivery before it, and how the layout
// has fared over time. Rows and headings, never a value.
#pragma once

#include "casework/session.h"
#include "records/agreement.h"
#include "records/quality.h"
#include "records/row_issue.h"
#include "records/supersession.h"

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace casework {

struct QualityLine {
    bool problem = false;  // else worth a look
    std::string table;
    std::string heading;    // "" speaks of whole rows
    std::int64_t rows = 0;  // 0 speaks of the whole file
    std::string what;       // after the number of rows: "have a date before 1900"
    std::string ask;        // of the sender

    friend bool operator==(const QualityLine&, const QualityLine&) = default;
};

// One delivery of a layout among the others, in the order of the days they speak of.
struct QualityPoint {
    records::Delivery delivery;
    base::Date speaksOf;
    bool withdrawn = false;
    bool measured = false;   // not, when it came before quality was measured
    double filledShare = 0;  // of the cells of all columns read
    double soundShare = 0;   // of the filled ones, without a row issue
};

struct QualityReport {
    records::Delivery delivery;
    base::Date speaksOf;
    std::string withdrawnAt;  // UTC, "" while it counts
    std::string withdrawnFor;
    records::DeliveryQuality measured;
    std::vector<QualityLine> lines;  // problems first, then by rows
    std::vector<QualityPoint> trend;
    std::vector<std::pair<records::Superseding, std::int64_t>> superseded;  // of its own records
    std::int64_t replaced = 0;  // records of others that it superseded
};

// Fails with notFound.
[[nodiscard]] base::Result<QualityReport> qualityReport(Session& session,
                                                        records::DeliveryId delivery);

// Every layout under an agreement (by its reference) over time.
[[nodiscard]] base::Result<std::vector<QualityPoint>> qualityTrend(Session& session,
                                                                   std::string_view agreement);

// For the sender: first what is said of the whole file, then every row issue. The columns are row,
// column, what is wrong, what to do; with a table before them where a file has several.
[[nodiscard]] base::Result<std::string> qualityCsv(Session& session, records::DeliveryId delivery);
// The same as a workbook of one plain sheet.
[[nodiscard]] base::Result<void> writeQualityWorkbook(Session& session,
                                                      records::DeliveryId delivery,
                                                      const std::filesystem::path& path);

}  // namespace casework
