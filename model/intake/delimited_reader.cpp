// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/delimited_reader.h"

#include <algorithm>
#include <array>

namespace intake {

namespace {

// A doubled quote stands for one. In place: the text only gets shorter.
std::string_view undoubled(char* begin, std::size_t length) {
    std::size_t to = 0;
    for (std::size_t from = 0; from < length; ++from) {
        begin[to++] = begin[from];
        if (begin[from] == '"' && from + 1 < length && begin[from + 1] == '"')
            ++from;
    }
    return {begin, to};
}

}  // namespace

DelimitedReader::DelimitedReader(TextSource source, DelimitedOptions options)
    : m_source(std::move(source)), m_options(options) {}

base::Result<bool> DelimitedReader::fill() {
    if (m_ended)
        return false;
    if (m_at > 0) {
        m_buffer.erase(0, m_at);
        m_at = 0;
    }
    const auto more = m_source(m_buffer);
    if (!more)
        return base::fail(more.error());
    m_ended = !*more;
    return *more;
}

base::Result<std::string_view> DelimitedReader::peek(std::size_t bytes) {
    while (m_buffer.size() - m_at < bytes) {
        const auto more = fill();
        if (!more)
            return base::fail(more.error());
        if (!*more)
            break;
    }
    return std::string_view(m_buffer).substr(m_at);
}

base::Result<bool> DelimitedReader::next(DelimitedRow& row) {
    for (;;) {
        row.fields.clear();
        row.fault = Fault::none;
        row.line = m_line;
        m_doubled.clear();
        switch (scan(row)) {
            case Scan::row:
                for (const std::size_t i : m_doubled) {
                    const auto offset =
                        static_cast<std::size_t>(row.fields[i].data() - m_buffer.data());
                    row.fields[i] = undoubled(m_buffer.data() + offset, row.fields[i].size());
                }
                return true;
            case Scan::end:
                return false;
            case Scan::tooMany:
                row.fields.clear();
                row.fault = Fault::tooMany;
                return skipLine();
            case Scan::stray:
                return plainLine(row);
            case Scan::needMore:
                break;
        }
        if (m_buffer.size() - m_at >= m_options.longestRow)
            return plainLine(row);
        if (const auto more = fill(); !more)
            return base::fail(more.error());
    }
}

// One row by the rules. Nothing is changed until the whole row is known to be good.
DelimitedReader::Scan DelimitedReader::scan(DelimitedRow& row) {
    const char separator = m_options.separator;
    const char lineEnd = m_options.lineEnd;
    const char* const text = m_buffer.data();
    const std::size_t size = m_buffer.size();
    std::size_t at = m_at;
    if (at == size)
        return m_ended ? Scan::end : Scan::needMore;
    std::int64_t lines = 1;
    for (;;) {
        if (row.fields.size() == m_options.mostFields)
            return Scan::tooMany;
        if (at < size && text[at] == '"') {
            if (const Scan found = scanQuoted(at, row, lines); found != Scan::row)
                return found;
        } else {
            const std::size_t begin = at;
            while (at < size && text[at] != separator && text[at] != lineEnd)
                ++at;
            if (at == size && !m_ended)
                return Scan::needMore;
            std::size_t end = at;
            if (lineEnd == '\n' && end > begin && text[end - 1] == '\r' &&
                (at == size || text[at] == lineEnd))
                --end;
            row.fields.emplace_back(text + begin, end - begin);
        }
        if (at < size && text[at] == separator) {
            ++at;
            continue;
        }
        m_at = at == size ? size : at + 1;
        m_line += lines;
        return Scan::row;
    }
}

// From an opening quote to the separator or line end after the closing one.
DelimitedReader::Scan DelimitedReader::scanQuoted(std::size_t& at,
                                                  DelimitedRow& row,
                                                  std::int64_t& lines) {
    const std::string_view text(m_buffer);
    const std::size_t begin = at + 1;
    bool doubled = false;
    std::size_t end = begin;
    for (;; end += 2) {
        end = text.find('"', end);
        if (end == std::string_view::npos)
            return m_ended ? Scan::stray : Scan::needMore;
        if (end + 1 == text.size() && !m_ended)
            return Scan::needMore;
        if (end + 1 == text.size() || text[end + 1] != '"')
            break;
        doubled = true;
    }
    std::size_t after = end + 1;
    if (m_options.lineEnd == '\n' && after < text.size() && text[after] == '\r') {
        ++after;
        if (after == text.size() && !m_ended)
            return Scan::needMore;
        if (after < text.size() && text[after] != '\n')
            return Scan::stray;
    }
    if (after < text.size() && text[after] != m_options.separator &&
        text[after] != m_options.lineEnd)
        return Scan::stray;
    const std::string_view field = text.substr(begin, end - begin);
    lines += std::count(field.begin(), field.end(), m_options.lineEnd);
    if (doubled)
        m_doubled.push_back(row.fields.size());
    row.fields.push_back(field);
    at = after;
    return Scan::row;
}

// Where the line that begins at m_at ends; false when that is further than the limit.
base::Result<bool> DelimitedReader::wholeLine(std::size_t& end) {
    for (;;) {
        end = m_buffer.find(m_options.lineEnd, m_at);
        const bool found = end != std::string::npos;
        if (!found && m_ended)
            end = m_buffer.size();
        if (end != std::string::npos)
            return end - m_at <= m_options.longestRow;
        if (m_buffer.size() - m_at > m_options.longestRow)
            return false;
        if (const auto more = fill(); !more)
            return base::fail(more.error());
    }
}

// Splits the one line at m_at. A quote counts only when the line itself closes it properly.
base::Result<bool> DelimitedReader::plainLine(DelimitedRow& row) {
    std::size_t end = 0;
    const auto whole = wholeLine(end);
    if (!whole)
        return base::fail(whole.error());
    row.fields.clear();
    if (!*whole) {
        row.fault = Fault::tooLong;
        return skipLine();
    }
    row.fault = Fault::strayQuote;
    std::string_view line = std::string_view(m_buffer).substr(m_at, end - m_at);
    if (m_options.lineEnd == '\n' && line.ends_with('\r'))
        line.remove_suffix(1);
    for (;;) {
        if (row.fields.size() == m_options.mostFields) {
            row.fields.clear();
            row.fault = Fault::tooMany;
            break;
        }
        std::size_t length = line.find(m_options.separator);
        std::string_view field = line.substr(0, length);
        if (line.starts_with('"')) {
            const std::size_t close = line.find('"', 1);
            const bool closes =
                close != std::string_view::npos &&
                (close + 1 == line.size() || line[close + 1] == m_options.separator);
            if (closes) {
                field = line.substr(1, close - 1);
                length = close + 1 == line.size() ? std::string_view::npos : close + 1;
            }
        }
        row.fields.push_back(field);
        if (length == std::string_view::npos)
            break;
        line.remove_prefix(length + 1);
    }
    m_at = end == m_buffer.size() ? end : end + 1;
    ++m_line;
    return true;
}

// Passes over the rest of a line without keeping it.
base::Result<bool> DelimitedReader::skipLine() {
    for (;;) {
        const std::size_t end = m_buffer.find(m_options.lineEnd, m_at);
        if (end != std::string::npos) {
            m_at = end + 1;
            break;
        }
        m_at = m_buffer.size();
        const auto more = fill();
        if (!more)
            return base::fail(more.error());
        if (!*more)
            break;
    }
    ++m_line;
    return true;
}

char detectSeparator(std::string_view sample, char lineEnd) {
    constexpr std::string_view candidates = ",;\t|";
    constexpr std::size_t mostLines = 20;
    std::vector<std::array<std::size_t, 4>> counts(1);
    bool quoted = false;
    for (const char c : sample) {
        if (c == '"')
            quoted = !quoted;
        if (quoted)
            continue;
        if (c == lineEnd) {
            if (counts.size() == mostLines)
                break;
            counts.emplace_back();
        } else if (const std::size_t i = candidates.find(c); i != std::string_view::npos) {
            ++counts.back()[i];
        }
    }
    if (counts.size() > 1)
        counts.pop_back();  // the sample may end within a line
    char best = ',';
    double bestScore = 0;
    for (std::size_t i = 0; i < candidates.size(); ++i)
        for (const auto& one : counts) {  // any line may be the typical one: titles may come first
            const auto alike = std::count_if(
                counts.begin(), counts.end(), [&](const auto& line) { return line[i] == one[i]; });
            const double share = static_cast<double>(alike) / static_cast<double>(counts.size());
            const double score = static_cast<double>(one[i]) * share * share;
            if (score > bestScore) {
                bestScore = score;
                best = candidates[i];
            }
        }
    return best;
}

}  // namespace intake
