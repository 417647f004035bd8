// SPDX-License-Identifier: GPL-3.0-or-later
// A SQL condition as the list of its words in one form, so that two spellings of one condition are
// equal: lower case, quotes of identifiers, casts to text and needless brackets gone, the functions
// of Spark under DuckDB's names. Not a parser of SQL: it only recognises what it has seen.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace linkage {

using SqlWords = std::vector<std::string>;

// Strings keep their quotes. Total: whatever can't be read stays as it is.
[[nodiscard]] SqlWords sqlWords(std::string_view condition);

// The columns an expression on two records speaks of, without _l and _r, each once.
[[nodiscard]] std::vector<std::string> sqlColumns(const SqlWords& words);

// The same words with columns under other names ("first_name_l" as "forename_l").
[[nodiscard]] SqlWords renamedColumns(
    SqlWords words, const std::vector<std::pair<std::string, std::string>>& names);

// True when equal but for the word "{n}" of the template, which stands for a number: it is given
// back (0 when the template has none).
[[nodiscard]] std::optional<double> matchesTemplate(const SqlWords& words, const SqlWords& pattern);

}  // namespace linkage
