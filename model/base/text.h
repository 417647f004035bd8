// SPDX-License-Identifier: GPL-3.0-or-later
// UTF-8 text as the model uses it. Everything here is total: malformed UTF-8 passes through
// unchanged byte by byte, never throws.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace base {

[[nodiscard]] bool isValidUtf8(std::string_view text);

// Without white space (ASCII, no-break space) at either end.
[[nodiscard]] std::string_view trimmed(std::string_view text);

// ASCII letters only; other bytes untouched.
[[nodiscard]] std::string upperAscii(std::string_view text);
[[nodiscard]] std::string lowerAscii(std::string_view text);

// For comparing names: lower case, Latin accents removed (é to e, ß to ss, ø to o), curly quotes
// straightened, white space collapsed to one space and trimmed. Other scripts are kept as they are.
[[nodiscard]] std::string folded(std::string_view text);

// folded(), keeping only letters and digits (and bytes of other scripts): "O'Neill-Smith" to
// "oneillsmith". For matching column headings and codes.
[[nodiscard]] std::string foldedKey(std::string_view text);

[[nodiscard]] std::vector<std::string_view> split(std::string_view text, char separator);
[[nodiscard]] std::string join(const std::vector<std::string>& parts, std::string_view separator);

// The candidate nearest to `word` by edit distance (at most a third of its length), or "".
[[nodiscard]] std::string nearest(std::string_view word,
                                  const std::vector<std::string>& candidates);

// "1 row", "3,977 rows": a count with its noun, thousands grouped.
[[nodiscard]] std::string counted(std::size_t count, std::string_view one, std::string_view many);
[[nodiscard]] std::string grouped(std::size_t count);

}  // namespace base
