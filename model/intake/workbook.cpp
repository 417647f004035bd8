// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/workbook.h"

#include "base/text.h"
#include "intake/workbook_styles.h"

#include <algorithm>

namespace intake {

namespace {

LeadingLine leadingLine(const TableRow& row) {
    LeadingLine line;
    line.line = row.line;
    for (const std::string_view field : row.fields)
        line.cells.emplace_back(base::trimmed(field));
    while (!line.cells.empty() && line.cells.back().empty())
        line.cells.pop_back();
    return line;
}

template <class Count>
std::string counted(Count count, std::string_view one, std::string_view many) {
    return base::counted(static_cast<std::size_t>(count), one, many);
}

void noteFindings(const std::string& sheet,
                  const SheetFindings& found,
                  std::vector<TableNote>& notes) {
    if (found.hiddenRows > 0)
        notes.push_back({sheet,
                         "hidden-rows",
                         "has " + counted(found.hiddenRows, "hidden row", "hidden rows") +
                             "; read like the others"});
    if (found.hiddenColumns > 0)
        notes.push_back({sheet,
                         "hidden-columns",
                         "has " + counted(found.hiddenColumns, "hidden column", "hidden columns") +
                             "; read like the others"});
    if (found.formulas > 0)
        notes.push_back({sheet,
                         "formulas",
                         "has " + counted(found.formulas, "formula", "formulas") +
                             "; the values they last had were read"});
    if (found.merged > 0)
        notes.push_back({sheet,
                         "merged-cells",
                         "has " + counted(found.merged, "area", "areas") +
                             " of merged cells; only the first cell of each has its value, the "
                             "others were read as empty"});
}

}  // namespace

Workbook::Workbook(ZipArchive archive, std::string place)
    : m_archive(std::move(archive)), m_place(std::move(place)) {}

base::Result<std::unique_ptr<Workbook>> Workbook::open(const std::filesystem::path& path) {
    auto archive = ZipArchive::open(path);
    if (!archive)
        return base::fail(archive.error());
    std::unique_ptr<Workbook> book(new Workbook(std::move(*archive), path.filename().string()));
    if (auto read = book->readBook(); !read)
        return base::fail(read.error());
    return book;
}

base::Result<void> Workbook::readBook() {
    auto parts = readParts(m_archive, m_place);
    if (!parts)
        return base::fail(parts.error());
    m_parts = std::move(*parts);
    m_book.from1904 = m_parts.from1904;
    if (m_parts.texts != nullptr) {
        auto stream = m_archive.stream(*m_parts.texts);
        if (!stream)
            return base::fail(stream.error());
        auto texts = SharedTexts::read(
            m_place, [&](std::string& bytes) { return (*stream)->append(bytes); });
        if (!texts)
            return base::fail(texts.error());
        m_book.texts = std::move(*texts);
    }
    if (m_parts.styles != nullptr) {
        auto stream = m_archive.stream(*m_parts.styles);
        if (!stream)
            return base::fail(stream.error());
        auto formats =
            readStyles(m_place, [&](std::string& bytes) { return (*stream)->append(bytes); });
        if (!formats)
            return base::fail(formats.error());
        m_book.formats = std::move(*formats);
    }
    for (const SheetPart& sheet : m_parts.sheets)
        if (auto looked = look(sheet); !looked)
            return looked;
    if (m_tables.empty())
        return base::fail(
            base::Code::malformed, m_place, "has no visible sheet with anything on it");
    return {};
}

base::Result<void> Workbook::openSheet(const SheetPart& sheet, std::int64_t headerRow) {
    auto stream = m_archive.stream(*sheet.entry);
    if (!stream)
        return base::fail(stream.error());
    m_stream = std::move(*stream);
    m_reader = std::make_unique<SheetReader>(
        m_place + ", sheet '" + sheet.name + "'",
        [this](std::string& bytes) { return m_stream->append(bytes); },
        m_book,
        headerRow);
    return {};
}

// The sheet's first lines; it is read from its start again for its rows.
base::Result<void> Workbook::look(const SheetPart& sheet) {
    if (auto opened = openSheet(sheet, 0); !opened)
        return opened;
    Table table;
    table.name = sheet.name;
    TableRow row;
    while (table.leading.size() < mostLeadingLines) {
        const auto more = m_reader->next(row);
        if (!more)
            return base::fail(more.error());
        if (!*more)
            break;
        LeadingLine line = leadingLine(row);
        if (!line.cells.empty())
            table.leading.push_back(std::move(line));
    }
    m_reader.reset();
    m_stream.reset();
    if (table.leading.empty())
        return {};
    table.header = likeliestHeader(table.leading);
    m_tables.push_back(std::move(table));
    m_sheets.push_back(sheet);
    m_amount += sheet.entry->size;
    return {};
}

void Workbook::closeSheet() {
    noteFindings(m_tables[m_at].name, m_reader->findings(), m_parts.notes);
    m_doneBefore += m_stream->read();
    m_reader.reset();
    m_stream.reset();
    ++m_at;
}

base::Result<bool> Workbook::next(TableRow& row) {
    while (m_at < m_tables.size()) {
        const LeadingLine& header = m_tables[m_at].leading[m_tables[m_at].header];
        if (!m_reader)
            if (auto opened = openSheet(m_sheets[m_at], header.line); !opened)
                return base::fail(opened.error());
        const auto more = m_reader->next(row);
        if (!more)
            return more;
        if (!*more) {
            closeSheet();
            continue;
        }
        if (row.line <= header.line)
            continue;
        row.table = m_at;
        if (row.fault == Fault::none && row.fields.size() < header.cells.size())
            row.fields.resize(header.cells.size());
        return true;
    }
    return false;
}

std::uint64_t Workbook::done() const {
    return m_doneBefore + (m_stream ? m_stream->read() : 0);
}

}  // namespace intake
