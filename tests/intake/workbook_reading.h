// SPDX-License-Identifier: GPL-3.0-or-later
// A workbook read whole, for tests: every row of every table as plain strings.
#pragma once

#include "intake/workbook.h"
#include "tests/intake/collected_delivery.h"
#include "tests/support/zip_writer.h"

#include <string>
#include <vector>

namespace test {

struct ReadRow {
    std::string table;
    std::int64_t line = 0;
    std::vector<std::string> cells;
    std::vector<intake::CellNote> notes;
    intake::Fault fault = intake::Fault::none;
};

struct ReadBook {
    std::vector<intake::Table> tables;
    std::vector<ReadRow> rows;
    std::vector<intake::TableNote> notes;
};

// Opens and reads, or the first error.
inline base::Result<ReadBook> readBook(const std::filesystem::path& path) {
    auto book = intake::Workbook::open(path);
    if (!book)
        return base::fail(book.error());
    ReadBook read;
    read.tables = (*book)->tables();
    intake::TableRow row;
    for (;;) {
        const auto more = (*book)->next(row);
        if (!more)
            return base::fail(more.error());
        if (!*more)
            break;
        read.rows.push_back({read.tables[row.table].name,
                             row.line,
                             {row.fields.begin(), row.fields.end()},
                             row.notes,
                             row.fault});
    }
    read.notes = (*book)->notes();
    return read;
}

inline base::Result<ReadBook> readBook(const support::WorkbookWriter& writer) {
    TemporaryFiles files;
    return readBook(files.write("book.xlsx", writer.bytes()));
}

// A sheet of inline texts, "" for a cell that is not there.
inline std::string sheetOf(const std::vector<std::vector<std::string>>& rows) {
    std::string out = "<sheetData>";
    for (const auto& cells : rows) {
        out += "<row>";
        for (std::size_t i = 0; i < cells.size(); ++i)
            if (!cells[i].empty())
                out += "<c r=\"" + std::string(1, static_cast<char>('A' + i)) +
                       "1\" t=\"inlineStr\"><is><t>" + cells[i] + "</t></is></c>";
        out += "</row>";
    }
    return out + "</sheetData>";
}

}  // namespace test
