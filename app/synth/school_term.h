// SPDX-License-Identifier: GPL-3.0-or-later
// The terms of a usual English school year, near enough to write attendance for; the council's own
// dates are the calendar of its plan.
#pragma once

#include "base/date.h"

#include <cstddef>
#include <string>
#include <vector>

namespace synth {

struct Term {
    std::string season;  // "Autumn"
    int year = 0;        // the calendar year it begins in
    base::Date begins;
    int sessions = 0;  // possible ones, two a day

    [[nodiscard]] std::string name() const { return season + " " + std::to_string(year); }
};

// Attendance comes termly for the newest terms; the one before them came as a census extract.
inline constexpr std::size_t termsSent = 5;

// The latest `count` terms that ended before a day, newest first.
[[nodiscard]] std::vector<Term> finishedTerms(base::Date asAt, std::size_t count);

}  // namespace synth
