// SPDX-License-Identifier: GPL-3.0-or-later
// The number of a row within its delivery. A file that is one table numbers its rows by its own
// lines. A file of several tables (a workbook's sheets, the kinds of element of a message) has every
// line number more than once, so the table's place in the file, from 1, stands in front of it.
#pragma once

#include <cstdint>
#include <string>

namespace records {

// More lines than any table that is received has.
inline constexpr std::int64_t linesATable = 1'000'000'000;

// `table` from 1, or 0 for the only table of a file.
[[nodiscard]] constexpr std::int64_t rowNumber(std::int64_t table, std::int64_t line) {
    return table * linesATable + line;
}

[[nodiscard]] constexpr std::int64_t tableOf(std::int64_t row) {
    return row / linesATable;
}

// The line of the text or the message, the row of the sheet.
[[nodiscard]] constexpr std::int64_t lineOf(std::int64_t row) {
    return row % linesATable;
}

// "17", or "17 of table 3".
[[nodiscard]] std::string shownRow(std::int64_t row);

}  // namespace records
