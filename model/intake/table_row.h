// SPDX-License-Identifier: GPL-3.0-or-later
// One row of a partner's table as it was sent: the cells' text, where the sender finds the row, and
// what the container saw wrong with it. The cells point into the container's memory and live until
// the next row is asked for.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace intake {

enum class Fault {
    none,
    strayQuote,  // a quote inside a field; the line was split as plain text
    tooLong,     // longer than the limit: skipped, no fields
    tooMany,     // more fields than the limit: skipped, no fields
};

// What a cell's own text does not tell.
enum class CellFault {
    errorValue,    // #N/A, #REF! and the like stood there; read as empty
    noValue,       // a formula that was never worked out; read as empty
    digitsLost,    // a whole number of more digits than a workbook keeps: the last ones are zeros
    atLimit,       // as long as a cell may be: the rest was probably cut off
    noTextThere,   // points at a text or a style the file does not have; read as empty
    severalThere,  // an element stands there several times; the first was read
};

struct CellNote {
    std::size_t column = 0;  // place in the row's fields
    CellFault fault = CellFault::errorValue;
};

// A stable word and a sentence for the sender ("cell-error", "holds an error of the workbook,
// ...").
[[nodiscard]] std::string_view cellFaultCode(CellFault fault);
[[nodiscard]] std::string_view cellFaultDetail(CellFault fault);

struct TableRow {
    std::size_t table = 0;  // place in Container::tables()
    std::int64_t line = 0;  // from 1: the text's or the XML's line, the sheet's row
    std::vector<std::string_view> fields;
    Fault fault = Fault::none;
    std::vector<CellNote> notes;  // nearly always empty

    // A line with nothing on it, or one of empty fields alone. A cell of which there is something
    // to say was filled, though it reads as empty.
    [[nodiscard]] bool blank() const;
};

}  // namespace intake
