// SPDX-License-Identifier: GPL-3.0-or-later
#include "criteria/measures/age.h"

#include <cstdint>

namespace criteria {

namespace {

constexpr int oldest = 120;
constexpr int latestYear = 9000;  // beyond it the calendar's own end is near

std::optional<int> readYears(base::TomlTable& table, std::string_view key) {
    const auto years = table.optionalInteger(key);
    if (years && (*years < 0 || *years > oldest)) {
        table.problem(key, "an age must be from 0 to " + std::to_string(oldest));
        return std::nullopt;
    }
    return years ? std::optional(static_cast<int>(*years)) : std::nullopt;
}

}  // namespace

std::optional<AgeSpan> agesOn(const records::PartialDate& birth, base::Date day) {
    if (birth.year == 0 || birth.year > latestYear || birth.placeholder())
        return std::nullopt;
    if (const auto whole = birth.complete())
        return AgeSpan{base::ageOn(*whole, day), base::ageOn(*whole, day)};
    const auto earliest = base::makeDate(birth.year, birth.month == 0 ? 1 : birth.month, 1);
    if (!earliest)
        return std::nullopt;
    const base::Date next = base::addMonths(*earliest, birth.month == 0 ? 12 : 1);
    return AgeSpan{base::ageOn(next - boost::gregorian::days(1), day), base::ageOn(*earliest, day)};
}

Fit fits(const std::optional<AgeSpan>& ages, std::optional<int> from, std::optional<int> to) {
    if (!ages)
        return Fit::cannotTell;
    if ((from && ages->most < *from) || (to && ages->least > *to))
        return Fit::no;
    const bool sure = (!from || ages->least >= *from) && (!to || ages->most <= *to);
    return sure ? Fit::yes : Fit::cannotTell;
}

bool mayBeOfAge(const AgeBounds& bounds,
                const records::PartialDate& birth,
                const WindowDays& window,
                base::Date asAt) {
    if (!bounds.atEvent)
        return fits(agesOn(birth, asAt), bounds.from, bounds.to) != Fit::no;
    const auto first = agesOn(birth, window.from);
    const auto last = agesOn(birth, window.to);
    const bool tooOld = first && bounds.to && first->least > *bounds.to;
    const bool tooYoung = last && bounds.from && last->most < *bounds.from;
    return !tooOld && !tooYoung;
}

std::optional<AgeBounds> readAge(base::TomlTable& table) {
    auto entry = table.table("age");
    if (!entry)
        return std::nullopt;
    AgeBounds bounds{readYears(*entry, "from"), readYears(*entry, "to"), false};
    const std::string at = entry->text("at", "assessment");
    bounds.atEvent = at == "event";
    if (at != "event" && at != "assessment")
        entry->problem("at", "'at' must be \"event\" or \"assessment\"");
    if (!bounds.from && !bounds.to)
        entry->problem("from", "an age needs 'from', 'to' or both");
    if (bounds.from && bounds.to && *bounds.from > *bounds.to)
        entry->problem("from", "no one is of this age: 'from' is above 'to'");
    entry->finish();
    return bounds;
}

std::string ageInWords(const Measure& measure) {
    if (!measure.age)
        return {};
    const AgeBounds& age = *measure.age;
    std::string words = ", aged ";
    if (age.from && age.to)
        words += std::to_string(*age.from) + " to " + std::to_string(*age.to);
    else if (age.from)
        words += std::to_string(*age.from) + " or over";
    else if (age.to)
        words += std::to_string(*age.to) + " or under";
    return words + (age.atEvent ? " when it happened," : " at assessment,");
}

}  // namespace criteria
