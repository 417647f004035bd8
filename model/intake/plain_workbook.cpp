// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/plain_workbook.h"

#include "base/text.h"

#include <algorithm>
#include <xlsxwriter.h>

namespace intake {

namespace {

constexpr std::size_t longestCell = 32'767;  // characters; bytes here, which are no fewer
constexpr double widest = 80;

// Cut so that no character is cut in two, without what a workbook can't hold.
std::string cellText(const std::string& text) {
    std::string kept;
    for (const char c : text.substr(0, std::min(text.size(), longestCell)))
        if (static_cast<unsigned char>(c) >= 0x20 || c == '\n' || c == '\t')
            kept += c;
    while (!base::isValidUtf8(kept))
        kept.pop_back();
    return kept;
}

lxw_error fill(lxw_workbook* book,
               const std::string& sheet,
               const std::vector<std::string>& header,
               const std::vector<std::vector<std::string>>& rows) {
    lxw_worksheet* page = workbook_add_worksheet(book, sheet.c_str());
    if (page == nullptr)
        return LXW_ERROR_MEMORY_MALLOC_FAILED;
    lxw_format* bold = workbook_add_format(book);
    format_set_bold(bold);
    for (std::size_t column = 0; column < header.size(); ++column) {
        std::size_t width = header[column].size();
        for (std::size_t row = 0; row < std::min<std::size_t>(rows.size(), 200); ++row)
            width = std::max(width, column < rows[row].size() ? rows[row][column].size() : 0);
        const auto at = static_cast<lxw_col_t>(column);
        worksheet_set_column(
            page, at, at, std::min(widest, 2.0 + static_cast<double>(width)), nullptr);
        worksheet_write_string(page, 0, at, cellText(header[column]).c_str(), bold);
    }
    worksheet_freeze_panes(page, 1, 0);
    for (std::size_t row = 0; row < rows.size(); ++row)
        for (std::size_t column = 0; column < rows[row].size(); ++column) {
            const std::string text = cellText(rows[row][column]);
            if (text.empty())
                continue;
            const lxw_error written = worksheet_write_string(page,
                                                             static_cast<lxw_row_t>(row + 1),
                                                             static_cast<lxw_col_t>(column),
                                                             text.c_str(),
                                                             nullptr);
            if (written != LXW_NO_ERROR)
                return written;
        }
    return LXW_NO_ERROR;
}

base::Result<void> failed(const std::filesystem::path& path, lxw_error error) {
    std::error_code ignored;
    std::filesystem::remove(path, ignored);
    return base::fail(base::Code::unreadable,
                      path.filename().string(),
                      std::string("can't be written: ") + lxw_strerror(error));
}

}  // namespace

base::Result<void> writePlainWorkbook(const std::filesystem::path& path,
                                      const std::string& sheet,
                                      const std::vector<std::string>& header,
                                      const std::vector<std::vector<std::string>>& rows) {
    if (rows.size() > mostSheetRows)
        return base::fail(base::Code::refused,
                          path.filename().string(),
                          "would need " + base::grouped(rows.size()) +
                              " rows, more than a sheet holds; send the CSV instead");
    lxw_workbook* book = workbook_new(path.c_str());
    if (book == nullptr)
        return failed(path, LXW_ERROR_MEMORY_MALLOC_FAILED);
    const lxw_error filled = fill(book, sheet, header, rows);
    const lxw_error closed = workbook_close(book);  // also frees it
    if (filled != LXW_NO_ERROR)
        return failed(path, filled);
    return closed == LXW_NO_ERROR ? base::Result<void>() : failed(path, closed);
}

}  // namespace intake
