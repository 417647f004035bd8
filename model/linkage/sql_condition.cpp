// SPDX-License-Identifier: GPL-3.0-or-later
#include "linkage/sql_condition.h"

#include "base/text.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace linkage {

namespace {

bool isWordByte(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '.' || c == '{' ||
           c == '}' || static_cast<unsigned char>(c) >= 0x80;
}

constexpr std::array<std::pair<std::string_view, std::string_view>, 3> otherNames{
    {{"jaro_winkler", "jaro_winkler_similarity"},
     {"jaro_sim", "jaro_similarity"},
     {"substring", "substr"}}};

class Scanner {
public:
    explicit Scanner(std::string_view text) : m_text(base::lowerAscii(text)) {}

    SqlWords words() {
        SqlWords out;
        while (m_at < m_text.size()) {
            const char c = m_text[m_at];
            if (c == ' ' || c == '\t' || c == '\n' || c == '\r')
                ++m_at;
            else if (c == '\'')
                out.push_back(quoted('\'', true));
            else if (c == '"' || c == '`')
                out.push_back(quoted(c, false));
            else if (isWordByte(c))
                out.push_back(word());
            else
                out.push_back(sign());
        }
        return out;
    }

private:
    std::string quoted(char quote, bool keep) {
        const std::size_t end = m_text.find(quote, m_at + 1);
        const std::size_t stop = end == std::string::npos ? m_text.size() : end;
        std::string inner = m_text.substr(m_at + 1, stop - m_at - 1);
        m_at = std::min(stop + 1, m_text.size());
        return keep ? quote + inner + quote : inner;
    }

    std::string word() {
        const std::size_t from = m_at;
        while (m_at < m_text.size() && isWordByte(m_text[m_at]))
            ++m_at;
        std::string found = m_text.substr(from, m_at - from);
        for (const auto& [theirs, ours] : otherNames)
            if (found == theirs)
                found = ours;
        return found;
    }

    std::string sign() {
        for (const std::string_view two : {">=", "<=", "<>", "!=", "::", "||"})
            if (m_text.compare(m_at, 2, two) == 0) {
                m_at += 2;
                return std::string(two == "!=" ? "<>" : two);
            }
        return std::string(1, m_text[m_at++]);
    }

    std::string m_text;
    std::size_t m_at = 0;
};

std::size_t closing(const SqlWords& words, std::size_t open) {
    int depth = 0;
    for (std::size_t i = open; i < words.size(); ++i) {
        depth += words[i] == "(" ? 1 : words[i] == ")" ? -1 : 0;
        if (depth == 0)
            return i;
    }
    return words.size();
}

bool isText(const std::string& type) {
    return type == "text" || type == "varchar" || type == "string";
}

void drop(SqlWords& words, std::size_t from, std::size_t count) {
    const auto first = words.begin() + static_cast<std::ptrdiff_t>(from);
    words.erase(first, first + static_cast<std::ptrdiff_t>(count));
}

// cast(x as text) and x::text become x.
void dropCasts(SqlWords& words) {
    for (std::size_t i = 0; i + 1 < words.size(); ++i) {
        if (words[i] == "::" && isText(words[i + 1])) {
            drop(words, i, 2);
            continue;
        }
        if (words[i] != "cast" || words[i + 1] != "(")
            continue;
        const std::size_t end = closing(words, i + 1);
        if (end == words.size() || words[end - 2] != "as" || !isText(words[end - 1]))
            continue;
        drop(words, end - 2, 3);
        drop(words, i, 2);
    }
}

bool opensArguments(const SqlWords& words, std::size_t open) {
    if (open == 0)
        return false;
    const std::string& before = words[open - 1];
    return isWordByte(before[0]) && before != "and" && before != "or" && before != "when";
}

// Brackets around the whole, or around what holds no "or", say nothing.
void dropBrackets(SqlWords& words) {
    for (std::size_t i = 0; i < words.size();) {
        const std::size_t end = words[i] == "(" ? closing(words, i) : words.size();
        if (end == words.size() || opensArguments(words, i)) {
            ++i;
            continue;
        }
        const bool whole = i == 0 && end + 1 == words.size();
        const auto first = words.begin() + static_cast<std::ptrdiff_t>(i);
        const auto last = words.begin() + static_cast<std::ptrdiff_t>(end);
        if (!whole && std::find(first, last, "or") != last) {
            ++i;
            continue;
        }
        drop(words, end, 1);
        drop(words, i, 1);
    }
}

bool isSide(const std::string& word) {
    return word.size() > 2 && word[0] != '\'' && (word.ends_with("_l") || word.ends_with("_r"));
}

}  // namespace

SqlWords sqlWords(std::string_view condition) {
    SqlWords words = Scanner(condition).words();
    dropCasts(words);
    dropBrackets(words);
    return words;
}

std::vector<std::string> sqlColumns(const SqlWords& words) {
    std::vector<std::string> columns;
    for (const std::string& word : words) {
        if (!isSide(word))
            continue;
        const std::string column = word.substr(0, word.size() - 2);
        if (std::find(columns.begin(), columns.end(), column) == columns.end())
            columns.push_back(column);
    }
    return columns;
}

SqlWords renamedColumns(SqlWords words,
                        const std::vector<std::pair<std::string, std::string>>& names) {
    for (std::string& word : words) {
        if (!isSide(word))
            continue;
        for (const auto& [from, to] : names)
            if (word.size() == from.size() + 2 && word.starts_with(from)) {
                word = to + word.substr(from.size());
                break;
            }
    }
    return words;
}

std::optional<double> matchesTemplate(const SqlWords& words, const SqlWords& pattern) {
    if (words.size() != pattern.size())
        return std::nullopt;
    double number = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i] == pattern[i])
            continue;
        const std::string& word = words[i];
        const char* const end = word.data() + word.size();
        if (pattern[i] != "{n}" || std::from_chars(word.data(), end, number).ptr != end)
            return std::nullopt;
    }
    return number;
}

}  // namespace linkage
