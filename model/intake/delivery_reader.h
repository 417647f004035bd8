// SPDX-License-Identifier: GPL-3.0-or-later
// Reads one partner file under an agreement: every row becomes a source record or a rejected row,
// and everything wrong with a row or field becomes a row issue. Memory does not grow with the file.
// Ids are left empty: the store numbers records and the delivery.
//
// A file may hold several tables (sheets, kinds of element). Each is read by a mapping of its own.
// One that is known and not received (adoption lists; what the agreement does not list) has all its
// rows rejected, with one issue; one that no mapping knows is not counted, with a warning that says
// how many rows it has. When no table is received the file fails with the reason.
#pragma once

#include "base/date.h"
#include "base/progress.h"
#include "base/result.h"
#include "intake/encoding.h"
#include "intake/mapping.h"
#include "intake/row_observer.h"
#include "records/agreement.h"
#include "records/row_issue.h"
#include "records/source_record.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace intake {

struct ReadRequest {
    std::filesystem::path path;
    const records::Agreement& agreement;
    std::vector<Mapping> mappings;           // to choose from; shippedMappings() and saved ones
    std::optional<std::string> mappingName;  // chosen by a person; otherwise by the header
    base::Date receivedOn;
    std::optional<std::string> term = std::nullopt;  // "2025-autumn", when the file can't say it
    std::optional<base::DateRange> covers = std::nullopt;  // the days the sender says it covers
    std::optional<base::Date> extractedOn =
        std::nullopt;                 // where known; what is open lasts so long
    RowObserver* observer = nullptr;  // looks on at every row
};

// Where rows go. An error from either call stops the reading and is returned as it is.
class DeliverySink {
public:
    virtual ~DeliverySink() = default;
    [[nodiscard]] virtual base::Result<void> accept(records::SourceRecord&& record) = 0;
    [[nodiscard]] virtual base::Result<void> note(records::RowIssue&& issue) = 0;
};

// What became of one table of a delivery.
struct TableSummary {
    std::string name;     // "List 3", "CINdetails/Assessments"; "" in a file of one table
    std::string mapping;  // "annex-a/list-3"
    std::int64_t rowsIn = 0;
    std::int64_t rowsAccepted = 0;
    std::int64_t rowsRejected = 0;
};

struct DeliverySummary {
    std::string fileName;  // without folders
    std::string sha256;
    std::string mapping;  // of the only table, or the layout of several
    std::string mappingVersion;
    Encoding encoding = Encoding::utf8;
    char separator = ',';
    std::int64_t rowsIn = 0;  // always accepted + rejected; the header and blank lines are not rows
    std::int64_t rowsAccepted = 0;
    std::int64_t rowsRejected = 0;
    std::int64_t warnings = 0;
    std::vector<TableSummary> tables;  // those received
    // One a table and record type received: first to last day of its rows, or its terms. What the
    // mapping or the request says of the period goes before what the rows show.
    std::vector<records::CoverageSpan> coverage;
};

// SHA-256 of the file's bytes, hexadecimal, so that a file received before can be refused first.
[[nodiscard]] base::Result<std::string> fileDigest(const std::filesystem::path& path);

// Fails with refused (agreement, unlisted column, layout never received), notFound (no file, no
// mapping), malformed (empty, binary, no header, cut short), unreadable, cancelled, or the sink's
// error. The sink may have had rows by then: the caller's transaction undoes them.
[[nodiscard]] base::Result<DeliverySummary> readDelivery(const ReadRequest& request,
                                                         DeliverySink& sink,
                                                         base::Progress& progress);

}  // namespace intake
