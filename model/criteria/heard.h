// SPDX-License-Identifier: GPL-3.0-or-later
// Whose word an outcome rests on, and up to which day: "not met" says no more than that partners
// have told of nothing until then.
#pragma once

#include "base/date.h"
#include "criteria/calendar.h"
#include "criteria/coverage.h"
#include "criteria/plan.h"

#include <vector>

namespace criteria {

struct Heard {
    records::Agency agency;
    base::Date to;  // the latest day it has told of, not after the day asked for
};

// The partners who have sent what the criterion's indicators look at, once each and in the order of
// agencies. Pure.
[[nodiscard]] std::vector<Heard> heardOf(const Criterion& criterion,
                                         const Calendar& calendar,
                                         const Coverage& coverage,
                                         base::Date asAt);

}  // namespace criteria
