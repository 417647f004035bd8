// SPDX-License-Identifier: GPL-3.0-or-later
// Dates as partners write them. The mapping names the forms a column may have; a text that fits
// none of them, or names a day that does not exist, is no date and never a guess.
#pragma once

#include "base/date.h"
#include "records/identity.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace intake {

enum class DateForm {
    iso,           // 2026-11-21, a time after it ignored
    dayMonthYear,  // 21/11/2026, 21.11.2026, 1/2/26; a time after it ignored
    dayNameYear,   // 21-Nov-26, 21 November 2026
    yearNameDay,   // 2026-Nov-21 00:00:00, as the school census extracts write it
    compact,       // 20261121
    excel,         // 46347: days of the 1900 system, 29 February 1900 counted though it never was
    excel1904,     // days of the 1904 system
};

[[nodiscard]] std::optional<DateForm> dateFormFromName(std::string_view name);  // "dd/mm/yyyy"
[[nodiscard]] std::string_view dateFormName(DateForm form);

struct DateFormats {
    std::vector<DateForm> forms;
    // Two-digit years: the latest year they can mean; 26 is 2026 with pivot 2030, 31 then is 1931.
    // Zero means the year of receipt (birth dates) or twenty years after it (other dates).
    int pivotYear = 0;
};

// `latestYear` is the latest year a two-digit year may stand for.
[[nodiscard]] std::optional<base::Date> readDate(std::string_view text,
                                                 const DateFormats& formats,
                                                 int latestYear);

// A birth date may lack its day, or day and month: "2012-05", "05/2012", "May 2012", "2012",
// "00/05/2012".
[[nodiscard]] std::optional<records::PartialDate> readBirthDate(std::string_view text,
                                                                const DateFormats& formats,
                                                                int latestYear);

}  // namespace intake
