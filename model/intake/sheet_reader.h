// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of one sheet of a workbook, as the sender sees them, one after the other. A formula
// gives the value it last had and is never worked out. Rows without any text are passed over.
// Memory is that of one row.
#pragma once

#include "base/result.h"
#include "intake/cell_format.h"
#include "intake/shared_texts.h"
#include "intake/table_row.h"
#include "intake/xml_events.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace intake {

inline constexpr std::int64_t sheetRowLimit = 1'048'576;
inline constexpr std::size_t sheetColumnLimit = 16'384;

// What there is to say of a sheet once; complete when its rows have ended.
struct SheetFindings {
    std::int64_t hiddenRows = 0;  // with something in them
    std::size_t hiddenColumns = 0;
    std::int64_t formulas = 0;
    std::int64_t merged = 0;  // areas of several cells joined into one, below the header
};

class SheetReader final : private XmlSink {
public:
    // What the sheet's cells point at. Outlives the reader.
    struct Book {
        SharedTexts texts;
        std::vector<CellFormat> formats;
        bool from1904 = false;
    };

    // `place` names file and sheet for errors; the header's row is 0 while it is not known.
    SheetReader(std::string place, TextSource source, const Book& book, std::int64_t headerRow);

    // The next row with something in it; false at the end. `line` and `fields` and `notes` are set,
    // and fault when the row is longer than a row may be. Fails with malformed, naming the row,
    // when rows or columns stand in no order or beyond a sheet's edge, and as the XML does.
    [[nodiscard]] base::Result<bool> next(TableRow& row);

    [[nodiscard]] const SheetFindings& findings() const { return m_findings; }

private:
    enum class Type { number, sharedText, text, flag, error, date };

    struct Cell {
        std::size_t column = 0;
        std::size_t begin = 0;  // of its text in m_text, unless it is a shared one
        std::size_t length = 0;
        std::optional<std::string_view> shared = std::nullopt;
    };

    void begin(std::string_view name, const XmlAttributes& attributes) override;
    void end(std::string_view name) override;
    void text(std::string_view piece) override;

    void beginRow(const XmlAttributes& attributes);
    void beginCell(const XmlAttributes& attributes);
    void endCell();
    void endRow();
    void countHidden(const XmlAttributes& column);
    void countMerged(std::string_view area);
    [[nodiscard]] std::optional<std::size_t> columnOf(std::string_view reference) const;
    void addShared(std::string_view index);
    void addText(std::size_t from);
    void addNumber(std::string_view stored);

    void note(CellFault fault) { m_notes.push_back({m_column, fault}); }

    void broken(std::string detail);
    void hand(TableRow& row) const;

    std::string m_place;
    const Book& m_book;
    std::int64_t m_headerRow;
    XmlEvents m_events;
    SheetFindings m_findings;

    std::int64_t m_line = 0;
    bool m_rowHidden = false;
    bool m_tooLong = false;
    std::string m_text;  // of this row's cells
    std::vector<Cell> m_cells;
    std::vector<CellNote> m_notes;

    std::size_t m_column = 0;  // of the cell being read
    std::size_t m_nextColumn = 0;
    Type m_type = Type::number;
    std::size_t m_style = 0;
    std::string m_value;  // its <v>, or <t> of an inline text
    bool m_inValue = false;
    bool m_spoken = false;
    bool m_hasValue = false;
    bool m_hasFormula = false;
};

}  // namespace intake
