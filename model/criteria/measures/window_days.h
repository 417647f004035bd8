// SPDX-License-Identifier: GPL-3.0-or-later
// A window laid on the calendar for one assessment.
#pragma once

#include "base/date.h"
#include "base/toml.h"
#include "criteria/plan.h"

#include <string>
#include <vector>

namespace criteria {

struct Question;

struct WindowDays {
    base::Date from;  // both included
    base::Date to;
    std::vector<std::string> terms;  // of a window in terms, oldest first
    bool whole = true;               // false when the calendar does not reach back far enough
};

// For current states: the days within which a delivery counts as fresh, up to assessment.
[[nodiscard]] WindowDays windowDays(const Measure& measure, const Question& question);

// Of a forward window: the last day that counts.
[[nodiscard]] base::Date lastDayAhead(const Measure& measure, base::Date asAt);

// "from 21 Nov 2025 to 21 Nov 2026", "autumn term 2025 to summer term 2026", "on 21 Nov 2026"
[[nodiscard]] std::string daysInWords(const Measure& measure, const WindowDays& days);

// Reads exactly one of the keys days, months, terms. Types dated by term allow terms alone.
[[nodiscard]] Window readWindow(base::TomlTable& table, const records::RecordType* type);

}  // namespace criteria
