// SPDX-License-Identifier: GPL-3.0-or-later
#include "long_files.h"

#include "base/date.h"
#include "intake/delimited_reader.h"
#include "tests/support/zip_writer.h"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>
#include <string>

namespace benchmarks {

namespace {

std::string readWhole(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

bool isNumber(std::string_view text) {
    return !text.empty() && text.size() <= 15 && (text.size() == 1 || text.front() != '0') &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// "21/11/2026".
std::optional<base::Date> readDay(std::string_view text) {
    const auto number = [&](std::size_t from, std::size_t length) {
        int value = 0;
        std::from_chars(text.data() + from, text.data() + from + length, value);
        return value;
    };
    if (text.size() != 10 || text[2] != '/' || text[5] != '/')
        return std::nullopt;
    return base::makeDate(number(6, 4), number(3, 2), number(0, 2));
}

std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text)
        out += c == '&' ? "&amp;" : c == '<' ? "&lt;" : std::string(1, c);
    return out;
}

// The cells of a sheet as they are written, and the texts they share.
class SheetWriter {
public:
    void row(const std::vector<std::string>& fields) {
        m_sheet += "<row r=\"" + std::to_string(++m_row) + "\">";
        char column = 'A';
        for (const std::string& field : fields) {
            const std::string place = column++ + std::to_string(m_row);
            const auto day = readDay(field);
            if (day)
                cell(place, "s=\"1\"", std::to_string((*day - base::Date(1899, 12, 30)).days()));
            else if (isNumber(field))
                cell(place, "", field);
            else if (!field.empty())
                cell(place, "t=\"s\"", std::to_string(shared(field)));
        }
        m_sheet += "</row>";
    }

    [[nodiscard]] std::string workbook() const {
        return support::WorkbookWriter()
            .sheet("Sheet1", "<sheetData>" + m_sheet + "</sheetData>")
            .texts(m_items)
            .styles("", {0, 14})
            .bytes();
    }

private:
    void cell(const std::string& place, const char* attributes, const std::string& value) {
        m_sheet += "<c r=\"" + place + "\" " + attributes + "><v>" + value + "</v></c>";
    }

    std::size_t shared(std::string_view text) {
        const auto [found, added] = m_texts.emplace(text, m_texts.size());
        if (added)
            m_items += "<si><t>" + escaped(text) + "</t></si>";
        return found->second;
    }

    std::size_t m_row = 0;
    std::string m_sheet;
    std::string m_items;
    std::map<std::string, std::size_t, std::less<>> m_texts;
};

}  // namespace

void writeLongWorkbook(const std::filesystem::path& delimited,
                       std::size_t rows,
                       const std::filesystem::path& workbook) {
    std::ifstream in(delimited, std::ios::binary);
    intake::DelimitedReader reader(
        [&](std::string& text) -> base::Result<bool> {
            std::string line;
            if (!std::getline(in, line))
                return false;
            text += line + '\n';
            return true;
        },
        {});
    std::vector<std::vector<std::string>> lines;
    for (intake::DelimitedRow row; lines.size() <= rows && reader.next(row).value();)
        lines.emplace_back(row.fields.begin(), row.fields.end());
    SheetWriter sheet;
    sheet.row(lines.front());
    for (std::size_t row = 0; row < rows; ++row)
        sheet.row(lines[1 + row % (lines.size() - 1)]);
    std::ofstream(workbook, std::ios::binary) << sheet.workbook();
}

void writeLongMessage(const std::filesystem::path& message,
                      const char* list,
                      std::size_t bytes,
                      const std::filesystem::path& longMessage) {
    const std::string whole = readWhole(message);
    const std::string open = "<" + std::string(list) + ">";
    const std::size_t begin = whole.find(open) + open.size();
    const std::size_t end = whole.find("</" + std::string(list) + ">");
    std::ofstream out(longMessage, std::ios::binary);
    out << whole.substr(0, begin);
    for (std::size_t written = 0; written < bytes; written += end - begin)
        out << std::string_view(whole).substr(begin, end - begin);
    out << whole.substr(end);
}

}  // namespace benchmarks
