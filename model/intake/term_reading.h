// SPDX-License-Identifier: GPL-3.0-or-later
// School terms as partners name them, turned into our code: season and the calendar year the term
// begins in ("2025-autumn").
#pragma once

#include "base/date.h"

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

// The term a day belongs to: autumn from 1 August, spring from 1 January to Easter Sunday, summer
// from Easter Monday to 31 July (DfE, pupil absence statistics methodology, collection of absence).
[[nodiscard]] std::string termOf(base::Date day);

// The last day of that span of a term of ours ("2025-spring": Easter Sunday 2025); nothing for a
// text that is no term.
[[nodiscard]] std::optional<base::Date> lastDayOf(std::string_view term);

}  // namespace intake
