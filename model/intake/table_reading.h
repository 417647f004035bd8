// SPDX-License-Identifier: GPL-3.0-or-later
// One table of a delivery while it is read: what reads it, or why it is not received; its counts;
// and what is to be said of it once, before its rows and after them.
#pragma once

#include "base/result.h"
#include "intake/coverage.h"
#include "intake/mapping.h"
#include "intake/row_reader.h"
#include "intake/table_choice.h"
#include "records/row_issue.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace intake {

struct TableReading {
    std::string name;  // "" in a file of one table
    std::vector<std::string> header;
    base::Result<TableChoice> choice = TableChoice();
    std::unique_ptr<const Mapping> ownMapping;  // of the reader below, for a workbook
    std::unique_ptr<RowReader> rows;            // none: the table is not received
    CoverageGathering coverage;
    std::int64_t rowsIn = 0;
    std::int64_t accepted = 0;
    std::size_t separatorsOnly = 0;

    // No mapping knows it.
    [[nodiscard]] bool unknown() const;

    // Columns that are not there, and those left unread.
    [[nodiscard]] std::vector<records::RowIssue> headerNotes() const;
    // That it was not received, with all its rows; lines of separators alone.
    [[nodiscard]] std::vector<records::RowIssue> lastNotes() const;
};

[[nodiscard]] records::RowIssue tableNote(std::string table, std::string code, std::string detail);

// Why a file is not received of which no table is; none of them has a reader. The place is empty.
[[nodiscard]] base::Error whyNothing(const std::vector<TableReading>& tables);

}  // namespace intake
