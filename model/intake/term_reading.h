// SPDX-License-Identifier: GPL-3.0-or-later
// School terms as partners name them, turned into our code: season and the calendar year the term
// begins in ("2025-autumn").
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace intake {

// "Autumn 2025", "2025-autumn", "AUT 25", "2025/26 Autumn" (a school year: its spring is 2026).
[[nodiscard]] std::optional<std::string> readTerm(std::string_view text);

// The term named in a file's name ("2024_autumn_pupilonroll.csv"), `arrears` terms before it.
[[nodiscard]] std::optional<std::string> termFromFileName(std::string_view fileName, int arrears);

// "2024-autumn" and 1 give "2024-summer"; "2025-spring" and 1 give "2024-autumn".
[[nodiscard]] std::string termBefore(std::string_view term, int count);

}  // namespace intake
