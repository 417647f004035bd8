// SPDX-License-Identifier: GPL-3.0-or-later
// The records that a measure looks at, and the three-valued verdict from what they come to. A
// record of someone whose age can't be told is a possible one: it may turn a not met into an
// unknown, never into a met.
#pragma once

#include "criteria/measures/age.h"
#include "criteria/measures/rule.h"
#include "criteria/measures/window_days.h"

#include <string>
#include <vector>

namespace criteria {

struct Sighting {
    const OwnedRecord* owned = nullptr;
    bool certain = true;  // of the age asked for, beyond doubt
};

using Sightings = std::vector<Sighting>;

// Records of the measure's type and the indicator's sources whose days overlap the range, and which
// hold the conditions.
[[nodiscard]] Sightings sightings(const Question& question, const base::DateRange& range);

[[nodiscard]] records::Evidence evidenceOf(const Sighting& sighting, std::string value);
// Of the certain sightings, by their conditions' values.
[[nodiscard]] std::vector<records::Evidence> evidenceOf(const Measure& measure,
                                                        const Sightings& found);

// What a measure came to, with the certain sightings alone and with the possible ones too.
struct Tally {
    double certain = 0;
    double possible = 0;
    std::string arithmetic;
    std::vector<records::Evidence> evidence;
};

[[nodiscard]] bool reaches(const Measure& measure, double value);

// Met on the certain ones; unknown when the possible ones would do, when no partner has spoken of
// the window or when the calendar does not reach; else not met.
[[nodiscard]] Answer verdict(const Question& question, const WindowDays& window, Tally tally);

[[nodiscard]] Answer unknown(std::string why);
// "no offence data from 21 Nov 2025 to 21 Nov 2026"
[[nodiscard]] std::string nothingSent(const Question& question, const WindowDays& window);

}  // namespace criteria
