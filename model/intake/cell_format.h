// SPDX-License-Identifier: GPL-3.0-or-later
// How a workbook shows a number: a workbook stores dates, times and padded references as plain
// numbers, and only the cell's number format (ECMA-376 part 1, 18.8.30) tells what the sender sees.
// What is given on is what the sender sees, dates always as year-month-day.
#pragma once

#include "intake/table_row.h"

#include <optional>
#include <string>
#include <string_view>

namespace intake {

enum class CellShape {
    number,
    date,      // 2026-11-21
    dateTime,  // 2026-11-21 14:05:00; at midnight the date alone
    time,      // 14:05:00
    elapsed,   // 36:00:00: hours beyond a day
    padded,    // digits filled up with zeros: 000 000 0000
};

struct CellFormat {
    CellShape shape = CellShape::number;
    std::string pattern = {};  // of a padded one: zeros, and blanks and hyphens between them
};

// The formats every workbook has (ids below 164), and the sender's own ("dd/mm/yyyy hh:mm").
[[nodiscard]] CellFormat builtInFormat(int id);
[[nodiscard]] CellFormat formatFromCode(std::string_view code);

// Appends a stored number (as the XML has it: "44562.5", "1.2E+19") as the format shows it, without
// the noise beyond its 15 digits. Serial 60 of the 1900 system is 29 February 1900, which never
// was; serial 0 is the 0th of January: both are given as shown and then read as no date. A text
// that is no number is given as it is. Says when digits of a long whole number were lost.
[[nodiscard]] std::optional<CellFault> appendNumber(std::string_view stored,
                                                    const CellFormat& format,
                                                    bool from1904,
                                                    std::string& out);

}  // namespace intake
