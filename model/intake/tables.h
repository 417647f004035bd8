// SPDX-License-Identifier: GPL-3.0-or-later
// A partner file as tables, whatever holds them: a delimited text is one table, a workbook has one
// a visible sheet, an XML message one a kind of element that a mapping asks for. A container is
// opened on a surveyed file, says which tables it has and how each begins, and then gives all rows
// in one pass. Rows of an XML message's tables come in the message's order, so each row names its
// table.
//
// Memory does not grow with the rows. What is wrong with one row or cell is told by the row; what
// is wrong with the file fails. Text is UTF-8 and never evaluated.
#pragma once

#include "base/result.h"
#include "intake/table_row.h"

#include <cstdint>
#include <string>
#include <vector>

namespace intake {

// One of the first lines of a table: title lines and the header are among them.
struct LeadingLine {
    std::int64_t line = 0;
    std::vector<std::string> cells;  // trimmed; no empty ones at the end
};

inline constexpr std::size_t mostLeadingLines = 20;

struct Table {
    std::string name;                  // a sheet's ("List 3"); "" for a file that is one table
    std::vector<LeadingLine> leading;  // lines that are not blank, mostLeadingLines at most
    std::size_t header = 0;            // place of the likeliest header among them

    // Empty when the table has no lines at all.
    [[nodiscard]] const std::vector<std::string>& heading() const;
};

// The likeliest header among a table's leading lines: the first that fills more than half as many
// columns as the fullest one, as titles above a header fill one or two. 0 when there are none.
[[nodiscard]] std::size_t likeliestHeader(const std::vector<LeadingLine>& leading);

// Something to say once of the file or of one of its tables; a warning, never a reason to refuse.
struct TableNote {
    std::string table;   // the table's name, also of one that is not read; "" speaks of the file
    std::string code;    // stable word: "hidden-sheet", "hidden-rows", "formulas"
    std::string detail;  // begins with a verb, as row issues do
};

class Container {
public:
    virtual ~Container() = default;

    [[nodiscard]] virtual const std::vector<Table>& tables() const = 0;

    // Takes another leading line for the header of a table; before the first row is asked for.
    virtual void chooseHeader(std::size_t table, std::size_t place) = 0;

    // The next row below a header, blank rows too; false at the end. A workbook gives the rows of
    // one sheet after the other. Fails with unreadable, or with malformed, refused or damaged as
    // the kind of file has it.
    [[nodiscard]] virtual base::Result<bool> next(TableRow& row) = 0;

    // All there is to say; complete when next() has given false.
    [[nodiscard]] virtual std::vector<TableNote> notes() const = 0;

    // How far the reading is, in the same unit as `amount`; for progress.
    [[nodiscard]] virtual std::uint64_t done() const = 0;
    [[nodiscard]] virtual std::uint64_t amount() const = 0;

protected:
    Container() = default;
    Container(const Container&) = default;
    Container& operator=(const Container&) = default;
    Container(Container&&) = default;
    Container& operator=(Container&&) = default;
};

}  // namespace intake
