// SPDX-License-Identifier: GPL-3.0-or-later
// Reading one table for lookAt().
#include "base/text.h"
#include "intake/column_look.h"
#include "intake/delimited_table.h"
#include "intake/encoding.h"
#include "intake/workbook.h"

#include <algorithm>
#include <memory>

namespace intake {

namespace {

using records::TableLook;

constexpr std::size_t rowsShown = 10;
constexpr std::uint64_t rowsBetweenSteps = 1024;

struct Opened {
    std::unique_ptr<Container> container;
    std::string encoding;
    std::string separator;
};

std::string separatorWord(char separator) {
    switch (separator) {
        case ';':
            return "semicolon";
        case '\t':
            return "tab";
        case '|':
            return "pipe";
        default:
            return "comma";
    }
}

std::string encodingWord(Encoding encoding) {
    switch (encoding) {
        case Encoding::utf8:
            return "utf-8";
        case Encoding::utf16le:
            return "utf-16le";
        case Encoding::utf16be:
            return "utf-16be";
        case Encoding::windows1252:
            return "windows-1252";
    }
    return "utf-8";
}

base::Result<Opened> open(const std::filesystem::path& path, base::Progress& progress) {
    const auto survey = surveyFile(path, progress);
    if (!survey)
        return base::fail(survey.error());
    const std::string place = path.filename().string();
    if (survey->form == FileForm::xml)
        return base::fail(base::Code::unsupported,
                          place,
                          "is an XML message; its layouts come with the program and are not "
                          "mapped column by column");
    Opened opened;
    if (survey->form == FileForm::workbook) {
        auto book = Workbook::open(path);
        if (!book)
            return base::fail(book.error());
        opened.container = std::move(*book);
        return opened;
    }
    auto table = DelimitedTable::open(path, *survey);
    if (!table)
        return base::fail(table.error());
    opened.encoding = encodingWord(survey->encoding);
    opened.separator = separatorWord((*table)->separator());
    opened.container = std::move(*table);
    return opened;
}

// The first that has a header, or the one of that name.
base::Result<std::size_t> chosen(const std::vector<Table>& tables,
                                 std::string_view sheet,
                                 const std::string& place) {
    const auto found = std::find_if(tables.begin(), tables.end(), [&](const Table& table) {
        return sheet.empty() ? !table.heading().empty() : table.name == sheet;
    });
    if (found != tables.end())
        return static_cast<std::size_t>(found - tables.begin());
    return base::fail(
        base::Code::notFound,
        place,
        sheet.empty() ? "has no table with a header" : "has no sheet '" + std::string(sheet) + "'");
}

}  // namespace

base::Result<TableLook> lookAt(const std::filesystem::path& path,
                               std::string_view sheet,
                               base::Date today,
                               base::Progress& progress) {
    auto opened = open(path, progress);
    if (!opened)
        return base::fail(opened.error());
    Container& container = *opened->container;
    TableLook look;
    look.fileName = path.filename().string();
    look.encoding = opened->encoding;
    look.separator = opened->separator;
    const auto at = chosen(container.tables(), sheet, look.fileName);
    if (!at)
        return base::fail(at.error());
    const Table& table = container.tables()[*at];
    look.sheet = table.name;
    look.headerLine = table.leading.empty() ? 0 : table.leading[table.header].line;
    const std::vector<std::string> header = table.heading();
    std::vector<ColumnLooking> columns(header.size(), ColumnLooking(today));
    TableRow row;
    for (std::uint64_t count = 0;; ++count) {
        if (count % rowsBetweenSteps == 0) {
            if (progress.cancelled())
                return base::fail(base::Code::cancelled, look.fileName, "stopped");
            progress.step("looking at rows", container.done(), container.amount());
        }
        const auto more = container.next(row);
        if (!more)
            return base::fail(more.error());
        if (!*more)
            break;
        if (row.table != *at || row.blank())
            continue;
        ++look.rows;
        const std::size_t cells = std::min(row.fields.size(), columns.size());
        for (std::size_t i = 0; i < cells; ++i)
            columns[i].add(base::trimmed(row.fields[i]));
        if (look.firstRows.size() < rowsShown) {
            look.firstRows.emplace_back(columns.size());
            for (std::size_t i = 0; i < cells; ++i)
                look.firstRows.back()[i] = base::trimmed(row.fields[i]);
        }
    }
    for (std::size_t i = 0; i < columns.size(); ++i)
        look.columns.push_back(columns[i].finish(header[i]));
    return look;
}

}  // namespace intake
