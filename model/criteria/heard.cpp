// SPDX-License-Identifier: GPL-3.0-or-later
#include "criteria/heard.h"

#include <algorithm>

namespace criteria {

namespace {

using LatestDays = std::map<records::Agency, base::Date>;

void add(const Measure& measure,
         const Indicator& indicator,
         const Calendar& calendar,
         const Coverage& coverage,
         LatestDays& latest) {
    for (const Measure& part : measure.parts)
        add(part, indicator, calendar, coverage, latest);
    if (measure.type == nullptr)
        return;
    for (const auto& [agency, to] :
         coverage.heardTo(measure.type->name, indicator.sources, calendar)) {
        const auto [place, isNew] = latest.emplace(agency, to);
        place->second = std::max(place->second, to);
    }
}

}  // namespace

std::vector<Heard> heardOf(const Criterion& criterion,
                           const Calendar& calendar,
                           const Coverage& coverage,
                           base::Date asAt) {
    LatestDays latest;
    for (const Indicator& indicator : criterion.indicators)
        add(indicator.measure, indicator, calendar, coverage, latest);
    std::vector<Heard> heard;
    for (const auto& [agency, to] : latest)
        heard.push_back({agency, std::min(to, asAt)});
    return heard;
}

}  // namespace criteria
