// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/delimited_table.h"

#include "base/text.h"

#include <optional>
#include <utility>

namespace intake {

namespace {

constexpr std::size_t sampleSize = 64U << 10U;

// "sep=;" alone on the first line: what a spreadsheet is told to split by.
std::optional<char> saidSeparator(std::string_view text, char lineEnd) {
    constexpr std::string_view word = "sep=";
    const std::string_view line = base::trimmed(text.substr(0, text.find(lineEnd)));
    const bool tab = line.size() == word.size() && text.substr(word.size()).starts_with('\t');
    if (base::lowerAscii(line.substr(0, word.size())) != word)
        return std::nullopt;
    if (tab)
        return '\t';
    return line.size() == word.size() + 1 ? std::optional(line.back()) : std::nullopt;
}

DelimitedOptions optionsFor(const FileSurvey& survey) {
    DelimitedOptions options;
    options.lineEnd = survey.carriageReturnsOnly ? '\r' : '\n';
    return options;
}

LeadingLine leadingLine(const TableRow& row) {
    LeadingLine line;
    line.line = row.line;
    for (const std::string_view field : row.fields)
        line.cells.emplace_back(base::trimmed(field));
    while (!line.cells.empty() && line.cells.back().empty())
        line.cells.pop_back();
    return line;
}

}  // namespace

DelimitedTable::DelimitedTable(InputFile file, const FileSurvey& survey)
    : m_decoded(std::move(file), survey),
      m_reader([this](std::string& text) { return m_decoded.append(text); }, optionsFor(survey)),
      m_lineEnd(optionsFor(survey).lineEnd),
      m_bytes(survey.bytes) {}

base::Result<std::unique_ptr<DelimitedTable>> DelimitedTable::open(
    const std::filesystem::path& path, const FileSurvey& survey) {
    auto file = InputFile::open(path);
    if (!file)
        return base::fail(file.error());
    std::unique_ptr<DelimitedTable> table(new DelimitedTable(std::move(*file), survey));
    if (auto looked = table->look(path.filename().string()); !looked)
        return base::fail(looked.error());
    return table;
}

// Reads the first lines without taking them: the rows are then read from the start again, and those
// up to the header passed over.
base::Result<void> DelimitedTable::look(const std::string& place) {
    Table table;
    // A first line may be longer than the sample; then as much as a row may be long is looked at,
    // and a line that is longer still is found to be too long.
    const std::size_t most = DelimitedOptions().longestRow + sampleSize;
    for (const std::size_t size : {sampleSize, most}) {
        const auto sample = m_reader.peek(size);
        if (!sample)
            return base::fail(sample.error());
        std::string_view text = *sample;
        const bool cut = text.size() >= size;
        const std::size_t whole = text.rfind(m_lineEnd) + 1;
        if (cut && (whole > 0 || size < most))
            text = text.substr(0, whole);
        if (auto read = readLeading(text, place, table); !read)
            return read;
        if (!table.leading.empty() || !cut)
            break;
    }
    if (table.leading.empty())
        return base::fail(base::Code::malformed, place, "is empty: it has no header and no rows");
    table.header = likeliestHeader(table.leading);
    m_headerLine = table.leading[table.header].line;
    m_tables.push_back(std::move(table));
    return {};
}

base::Result<void> DelimitedTable::readLeading(std::string_view text,
                                               const std::string& place,
                                               Table& table) {
    const auto said = saidSeparator(text, m_lineEnd);
    m_separator = said ? *said : detectSeparator(text, m_lineEnd);
    m_reader.setSeparator(m_separator);
    DelimitedOptions options;
    options.lineEnd = m_lineEnd;
    options.separator = m_separator;
    bool given = false;
    DelimitedReader reader(
        [&](std::string& out) -> base::Result<bool> {
            if (!given)
                out.append(text);
            return !std::exchange(given, true);
        },
        options);
    TableRow row;
    while (table.leading.size() < mostLeadingLines) {
        const auto more = reader.next(row);
        if (!more)
            return base::fail(more.error());
        if (!*more)
            break;
        if (row.fault == Fault::tooLong || row.fault == Fault::tooMany) {
            if (!table.leading.empty())
                break;
            return base::fail(
                base::Code::malformed,
                place,
                "has a first line far too long for a header; it is not delimited text, or its "
                "line ends were lost");
        }
        if (!row.blank() && !(said && row.line == 1))
            table.leading.push_back(leadingLine(row));
    }
    return {};
}

void DelimitedTable::chooseHeader(std::size_t table, std::size_t place) {
    m_tables[table].header = place;
    m_headerLine = m_tables[table].leading[place].line;
}

base::Result<bool> DelimitedTable::next(TableRow& row) {
    for (;;) {
        auto more = m_reader.next(row);
        if (!more || !*more || row.line > m_headerLine)
            return more;
    }
}

}  // namespace intake
