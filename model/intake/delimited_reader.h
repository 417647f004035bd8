// SPDX-License-Identifier: GPL-3.0-or-later
// Delimited text row by row (RFC 4180: quotes, doubled quotes and line ends inside quotes), from a
// source that gives UTF-8 in pieces. Nothing is allocated per field: fields point into the reader's
// buffer and live until the next row is asked for. Memory is bounded by the row limit.
//
// A quote that does not fit the rules never swallows the file: the line on which the row began is
// split as plain text, the row carries Fault::strayQuote, and reading goes on at the next line.
#pragma once

#include "base/result.h"
#include "intake/table_row.h"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace intake {

// Appends the next piece of text to the string; false when there is no more.
using TextSource = std::function<base::Result<bool>(std::string&)>;

struct DelimitedOptions {
    char separator = ',';
    char lineEnd = '\n';                 // '\r' for files that have no other; CRLF needs nothing
    std::size_t longestRow = 1U << 20U;  // bytes; a longer row is skipped to its line's end
    std::size_t mostFields = 4096;
};

using DelimitedRow = TableRow;  // its line is the physical number of the row's first line

class DelimitedReader {
public:
    DelimitedReader(TextSource source, DelimitedOptions options);

    // False at the end. Fails only as the source does.
    [[nodiscard]] base::Result<bool> next(DelimitedRow& row);

    // Changes the separator for the rows still to come.
    void setSeparator(char separator) { m_options.separator = separator; }

    // The text from the present place on, at least `bytes` of it if there is so much; for a look
    // ahead. Lives until the next call.
    [[nodiscard]] base::Result<std::string_view> peek(std::size_t bytes);

private:
    enum class Scan { row, end, needMore, stray, tooMany };

    [[nodiscard]] base::Result<bool> fill();
    [[nodiscard]] Scan scan(DelimitedRow& row);
    [[nodiscard]] Scan scanQuoted(std::size_t& at, DelimitedRow& row, std::int64_t& lines);
    [[nodiscard]] base::Result<bool> wholeLine(std::size_t& end);
    [[nodiscard]] base::Result<bool> skipLine();
    [[nodiscard]] base::Result<bool> plainLine(DelimitedRow& row);

    TextSource m_source;
    DelimitedOptions m_options;
    std::string m_buffer;
    std::vector<std::size_t> m_doubled;  // fields of the row that hold doubled quotes
    std::size_t m_at = 0;                // where the next row begins
    std::int64_t m_line = 1;
    bool m_ended = false;
};

// The likeliest of comma, semicolon, tab and pipe: the one that splits the first lines most evenly
// into the most fields.
[[nodiscard]] char detectSeparator(std::string_view sample, char lineEnd);

}  // namespace intake
