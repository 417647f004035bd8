// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/sheet_reader.h"

#include <algorithm>
#include <charconv>

namespace intake {

namespace {

constexpr std::size_t longestRow = 1U << 20U;  // bytes, as of delimited text

std::optional<std::uint64_t> wholeNumber(std::string_view text) {
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || error != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return value;
}

}  // namespace

SheetReader::SheetReader(std::string place,
                         TextSource source,
                         const Book& book,
                         std::int64_t headerRow)
    : m_place(std::move(place)),
      m_book(book),
      m_headerRow(headerRow),
      m_events(m_place, std::move(source), static_cast<XmlSink&>(*this)) {}

base::Result<bool> SheetReader::next(TableRow& row) {
    const auto more = m_events.run();
    if (!more) {
        base::Error error = more.error();
        if (error.place == m_place && m_line > 0)
            error.place += ", row " + std::to_string(m_line);
        return base::fail(std::move(error));
    }
    if (*more)
        hand(row);
    return *more;
}

void SheetReader::broken(std::string detail) {
    m_events.fail({base::Code::malformed, m_place, std::move(detail)});
}

void SheetReader::begin(std::string_view name, const XmlAttributes& attributes) {
    if (name == "c") {
        beginCell(attributes);
    } else if (name == "v" || name == "t") {
        m_inValue = !m_spoken;
        m_hasValue = true;
    } else if (name == "row") {
        beginRow(attributes);
    } else if (name == "f") {
        m_hasFormula = true;
        ++m_findings.formulas;
    } else if (name == "rPh") {
        m_spoken = true;
    } else if (name == "col") {
        countHidden(attributes);
    } else if (name == "mergeCell") {
        countMerged(attributes["ref"]);
    }
}

void SheetReader::text(std::string_view piece) {
    if (!m_inValue || m_tooLong)
        return;
    if (m_value.size() + m_text.size() + piece.size() > longestRow)
        m_tooLong = true;
    else
        m_value += piece;
}

void SheetReader::end(std::string_view name) {
    if (name == "c")
        endCell();
    else if (name == "v" || name == "t")
        m_inValue = false;
    else if (name == "row")
        endRow();
    else if (name == "rPh")
        m_spoken = false;
}

void SheetReader::countHidden(const XmlAttributes& column) {
    const auto first = wholeNumber(column["min"]);
    const auto last = wholeNumber(column["max"]);
    // Hidden to the sheet's edge: only a tidy sheet, nothing stands there.
    if (column.flag("hidden") && first && last && *last >= *first && *last < sheetColumnLimit)
        m_findings.hiddenColumns += *last - *first + 1;
}

// "A3:C5" ends in row 5.
void SheetReader::countMerged(std::string_view area) {
    const std::size_t digits = area.find_last_not_of("0123456789") + 1;
    const auto lastRow = wholeNumber(area.substr(std::min(digits, area.size())));
    if (lastRow && *lastRow > static_cast<std::uint64_t>(m_headerRow))
        ++m_findings.merged;
}

void SheetReader::beginRow(const XmlAttributes& attributes) {
    const std::string_view said = attributes["r"];
    const auto number = wholeNumber(said);
    const std::int64_t line =
        said.empty() ? m_line + 1
                     : static_cast<std::int64_t>(std::min<std::uint64_t>(
                           number.value_or(0), static_cast<std::uint64_t>(sheetRowLimit) + 1));
    if (line <= m_line)
        return broken("is followed by a row that does not come after it; the file is damaged");
    if (line > sheetRowLimit)
        return broken("is followed by rows beyond the last a sheet may have (1,048,576)");
    m_line = line;
    m_rowHidden = attributes.flag("hidden");
    m_tooLong = false;
    m_text.clear();
    m_cells.clear();
    m_notes.clear();
    m_nextColumn = 0;
}

// "AB12" stands in column 27, counted from 0.
std::optional<std::size_t> SheetReader::columnOf(std::string_view reference) const {
    if (reference.empty())
        return m_nextColumn;
    std::size_t column = 0;
    std::size_t at = 0;
    for (; at < reference.size() && at < 4 && reference[at] >= 'A' && reference[at] <= 'Z'; ++at)
        column = column * 26 + static_cast<std::size_t>(reference[at] - 'A') + 1;
    if (column == 0 || !wholeNumber(reference.substr(at)))
        return std::nullopt;
    return column - 1;
}

void SheetReader::beginCell(const XmlAttributes& attributes) {
    const auto column = columnOf(attributes["r"]);
    if (!column || *column < m_nextColumn)
        return broken("has cells in no order; the file is damaged");
    if (*column >= sheetColumnLimit)
        return broken("has more columns than a sheet may have (16,384)");
    m_column = *column;
    m_nextColumn = m_column + 1;
    m_value.clear();
    m_hasValue = false;
    m_hasFormula = false;
    m_style = static_cast<std::size_t>(wholeNumber(attributes["s"]).value_or(0));
    const std::string_view type = attributes["t"];
    if (type.empty() || type == "n")
        m_type = Type::number;
    else if (type == "s")
        m_type = Type::sharedText;
    else if (type == "b")
        m_type = Type::flag;
    else if (type == "e")
        m_type = Type::error;
    else if (type == "d")
        m_type = Type::date;
    else
        m_type = Type::text;
}

void SheetReader::endCell() {
    if (!m_hasValue && m_hasFormula)
        return note(CellFault::noValue);
    if (m_value.empty() || m_tooLong)
        return;
    const std::size_t from = m_text.size();
    switch (m_type) {
        case Type::sharedText:
            return addShared(m_value);
        case Type::number:
            return addNumber(m_value);
        case Type::error:
            return note(CellFault::errorValue);
        case Type::flag:
            m_text += m_value == "1" || m_value == "true" ? "TRUE" : "FALSE";
            return addText(from);
        case Type::date:
            if (m_value.ends_with("T00:00:00"))
                m_value.resize(m_value.size() - 9);
            m_text += m_value;
            return addText(from);
        case Type::text:
            m_text += m_value;
            tidyCellText(m_text, from);
            if (fillsCell(std::string_view(m_text).substr(from)))
                note(CellFault::atLimit);
            return addText(from);
    }
}

void SheetReader::addText(std::size_t from) {
    if (m_text.size() > from)
        m_cells.push_back({m_column, from, m_text.size() - from});
}

void SheetReader::addShared(std::string_view index) {
    const auto place = wholeNumber(index);
    const auto text = place ? m_book.texts.at(*place) : std::nullopt;
    if (!text)
        return note(CellFault::noTextThere);
    if (text->empty())
        return;
    if (fillsCell(*text))
        note(CellFault::atLimit);
    m_cells.push_back({m_column, 0, 0, text});
}

void SheetReader::addNumber(std::string_view stored) {
    static const CellFormat plain;
    const CellFormat& format = m_style < m_book.formats.size() ? m_book.formats[m_style] : plain;
    const std::size_t from = m_text.size();
    if (const auto fault = appendNumber(stored, format, m_book.from1904, m_text))
        note(*fault);
    addText(from);
}

void SheetReader::endRow() {
    if (m_cells.empty() && m_notes.empty() && !m_tooLong)
        return;
    m_findings.hiddenRows += m_rowHidden ? 1 : 0;
    m_events.pause();
}

void SheetReader::hand(TableRow& row) const {
    row.line = m_line;
    row.fields.clear();
    row.notes = m_notes;
    row.fault = m_tooLong ? Fault::tooLong : Fault::none;
    if (m_tooLong)
        return;
    for (const Cell& cell : m_cells) {
        row.fields.resize(cell.column);
        row.fields.push_back(
            cell.shared ? *cell.shared : std::string_view(m_text).substr(cell.begin, cell.length));
    }
}

}  // namespace intake
