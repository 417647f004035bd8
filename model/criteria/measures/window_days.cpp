// SPDX-License-Identifier: GPL-3.0-or-later
#include "criteria/measures/window_days.h"

#include "criteria/calendar.h"
#include "criteria/measures/reading.h"
#include "criteria/measures/rule.h"

#include <array>

namespace criteria {

namespace {

struct WindowKey {
    std::string_view name;
    WindowKind kind;
    int most;
};

constexpr std::array<WindowKey, 3> windowKeys{{{"days", WindowKind::days, 3660},
                                               {"months", WindowKind::months, 120},
                                               {"terms", WindowKind::terms, 9}}};

// The calendar of boost::gregorian ends at the years 1400 and 9999; near them a window is its last
// day.
bool nearTheEdge(base::Date day) {
    return day.year() < 1420 || day.year() > 9970;
}

WindowDays termDays(int count, const Question& question) {
    const auto terms = question.calendar->lastCompletedTerms(question.asAt, count);
    if (terms.empty())
        return {question.asAt, question.asAt, {}, false};
    WindowDays days{terms.front().from, terms.back().to, {}, std::ssize(terms) == count};
    for (const Term& term : terms)
        days.terms.push_back(term.code);
    return days;
}

}  // namespace

WindowDays windowDays(const Measure& measure, const Question& question) {
    const base::Date asAt = question.asAt;
    const int amount = measure.window.amount;
    if (nearTheEdge(asAt))
        return {asAt, asAt, {}, measure.window.kind != WindowKind::terms};
    switch (measure.window.kind) {
        case WindowKind::days:
            return {asAt - boost::gregorian::days(amount), asAt, {}, true};
        case WindowKind::months:
            return {base::addMonths(asAt, -amount), asAt, {}, true};
        case WindowKind::terms:
            return termDays(amount, question);
        case WindowKind::forwardMonths:
        case WindowKind::current:
            break;
    }
    return {asAt - boost::gregorian::days(question.indicator->freshDays), asAt, {}, true};
}

base::Date lastDayAhead(const Measure& measure, base::Date asAt) {
    return nearTheEdge(asAt) ? asAt : base::addMonths(asAt, measure.window.amount);
}

std::string daysInWords(const Measure& measure, const WindowDays& days) {
    if (measure.window.kind == WindowKind::current ||
        measure.window.kind == WindowKind::forwardMonths)
        return "on " + base::plainDate(days.to);
    if (measure.window.kind != WindowKind::terms)
        return "from " + base::plainDate(days.from) + " to " + base::plainDate(days.to);
    if (days.terms.empty())
        return "in no completed term";
    if (days.terms.size() == 1)
        return "in " + termName(days.terms.front());
    return "from " + termName(days.terms.front()) + " to " + termName(days.terms.back());
}

Window readWindow(base::TomlTable& table, const records::RecordType* type) {
    const bool byTerm = type != nullptr && type->indexOf(records::FieldTime::term).has_value();
    Window window;
    int given = 0;
    for (const WindowKey& key : windowKeys) {
        if (!table.has(key.name))
            continue;
        window = {key.kind, readWhole(table, key.name, 1, key.most)};
        if (++given > 1)
            table.problem(key.name, "a measure has one window: days, months or terms");
        if (byTerm && key.kind != WindowKind::terms)
            table.problem(
                key.name,
                std::string(type->name) + " records are dated by school term: give 'terms'");
    }
    if (given == 0)
        table.problem("kind", "the window is missing: give 'days', 'months' or 'terms'");
    return window;
}

}  // namespace criteria
