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
    monthDayYear,  // 11/21/2026, as American tools write it; never guessed, only when said
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
    // The latest year a two-digit year can mean: with 2030, 26 is 2026 and 31 is 1931. Zero leaves
    // it to the reader's `latest`.
    int pivotYear = 0;
};

// Every form, in the order people here are likely to use them.
[[nodiscard]] const std::vector<DateForm>& allDateForms();

// A two-digit year is the latest that keeps the day on or before `latest` (or the pivot's last
// day).
[[nodiscard]] std::optional<base::Date> readDate(std::string_view text,
                                                 const DateFormats& formats,
                                                 base::Date latest);

// A birth date may lack its day, or day and month: "2012-05", "05/2012", "May 2012", "2012",
// "00/05/2012".
[[nodiscard]] std::optional<records::PartialDate> readBirthDate(std::string_view text,
                                                                const DateFormats& formats,
                                                                base::Date latest);

}  // namespace intake
