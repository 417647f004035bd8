// SPDX-License-Identifier: GPL-3.0-or-later
// One measure asked of some members, as plain loops over all their records: half of the criteria's
// oracle. See naive_evaluator.h.
#pragma once

#include "support/naive_absence.h"

#include <map>
#include <set>
#include <string>

namespace support {

using Members = std::vector<const criteria::CaseMember*>;

struct Verdict {
    records::Outcome outcome = records::Outcome::unknown;
    std::set<std::pair<std::int64_t, std::int64_t>> shown;  // record, person
};

struct NaiveMeasures {
    using Outcome = records::Outcome;
    using Kind = criteria::MeasureKind;
    const criteria::Calendar& calendar;
    const criteria::Coverage& coverage;
    base::Date asAt;
    const criteria::Indicator& indicator;
    int criterion;

    Verdict ask(const criteria::Measure& measure, const Members& members) const {
        if (!anyoneOfAge(measure, members))
            return {Outcome::notApplicable, {}};
        if (measure.kind == Kind::any || measure.kind == Kind::all)
            return combine(measure, members);
        const NaiveWindow window = naiveWindow(measure, calendar, asAt, indicator.freshDays);
        if (measure.kind == Kind::rate && !window.whole)
            return {};
        std::set<std::pair<std::int64_t, std::int64_t>> shown;
        const int sure = reached(measure, members, true, shown);
        std::set<std::pair<std::int64_t, std::int64_t>> unused;
        const int perhaps = reached(measure, members, false, unused);
        if (sure == 2)
            return {Outcome::met, shown};
        if (perhaps != 0)
            return {};
        if (measure.kind == Kind::nomination || measure.kind == Kind::rate)
            return {Outcome::notMet, shown};
        const bool heard = coverage.speaksOf(
            measure.type->name, indicator.sources, window.from, window.to, window.terms);
        return heard && window.whole ? Verdict{Outcome::notMet, shown} : Verdict{};
    }

private:
    bool anyoneOfAge(const criteria::Measure& measure, const Members& members) const {
        if (!measure.age)
            return true;
        const int from = measure.age->from.value_or(-9999);
        const int to = measure.age->to.value_or(9999);
        const NaiveWindow window = naiveWindow(measure, calendar, asAt, indicator.freshDays);
        for (const criteria::CaseMember* member : members) {
            const auto& birth = member->person.identity.birthDate;
            const bool never = measure.age->atEvent ? aged(birth, window.from, -9999, to) == 0 ||
                                                          aged(birth, window.to, from, 9999) == 0
                                                    : aged(birth, asAt, from, to) == 0;
            if (!never)
                return true;
        }
        return false;
    }

    Verdict combine(const criteria::Measure& measure, const Members& members) const {
        std::map<Outcome, Verdict> by;
        for (const criteria::Measure& part : measure.parts) {
            const Verdict verdict = ask(part, members);
            by[verdict.outcome].shown.insert(verdict.shown.begin(), verdict.shown.end());
            by[verdict.outcome].outcome = verdict.outcome;
        }
        const bool any = measure.kind == Kind::any;
        for (const Outcome next : {any ? Outcome::met : Outcome::notMet,
                                   Outcome::unknown,
                                   any ? Outcome::notMet : Outcome::met})
            if (by.contains(next))
                return by[next];
        return {Outcome::notApplicable, {}};
    }

    // 2 wanted, 1 wanted if the age is right, 0 not.
    int wanted(const criteria::Measure& measure,
               const records::SourceRecord& record,
               const criteria::CaseMember& member) const {
        const auto period = daysOf(record, calendar);
        const NaiveWindow window = naiveWindow(measure, calendar, asAt, indicator.freshDays);
        const bool state = measure.kind == Kind::current || measure.kind == Kind::forward;
        const base::Date from = state ? asAt : window.from;
        const base::Date to = state || measure.kind == Kind::nomination ? asAt : window.to;
        if (record.type != measure.type || !period || (period->from && *period->from > to) ||
            (measure.kind != Kind::nomination && period->to && *period->to < from))
            return 0;
        if (measure.window.kind == criteria::WindowKind::terms && window.terms.empty())
            return 0;
        bool source = indicator.sources.empty();
        for (const records::Agency agency : indicator.sources)
            source = source || agency == record.agency;
        for (const criteria::Condition& condition : measure.where)
            source = source && passes(condition, record.payload[condition.field]);
        if (!source || !measure.age)
            return source ? 2 : 0;
        return aged(member.person.identity.birthDate,
                    measure.age->atEvent ? period->from.value_or(asAt) : asAt,
                    measure.age->from.value_or(-9999),
                    measure.age->to.value_or(9999));
    }

    // What one record adds to a count or a sum; nothing when it does not count.
    std::optional<double> weight(const criteria::Measure& measure,
                                 const records::SourceRecord& record) const {
        if (measure.kind == Kind::sum)
            return records::numberIn(record.payload[*measure.field]);
        if (measure.kind == Kind::forward) {
            const auto day = records::dateIn(record.payload[*measure.field]);
            const bool ahead =
                day && *day >= asAt && *day <= base::addMonths(asAt, measure.window.amount);
            return ahead ? std::optional(1.0) : std::nullopt;
        }
        if (measure.kind != Kind::nomination)
            return 1;
        const auto at = [&](const char* name) {
            return record.payload[*record.type->indexOf(name)];
        };
        const auto review = records::dateIn(at("review_date"));
        const bool stands =
            records::numberIn(at("criterion")) == criterion && (!review || *review >= asAt);
        return stands ? std::optional(1.0) : std::nullopt;
    }

    // 2 reached, 0 not, 1 too few sessions to say. Strict leaves out those whose age can't be told.
    template <class Shown>
    int reached(const criteria::Measure& measure,
                const Members& members,
                bool strict,
                Shown& shown) const {
        double total = 0;
        double absent = 0;
        bool sure = true;
        std::set<std::string> seen;
        for (const criteria::CaseMember* member : members)
            for (const records::SourceRecord* record : member->records) {
                const int age = wanted(measure, *record, *member);
                if (age == 0 || replaced(*record, *member))
                    continue;
                if (measure.kind == Kind::rate) {
                    auto possible = records::numberIn(record->payload[*measure.field]);
                    double away = 0;
                    for (const std::size_t field : measure.absence) {
                        auto part = records::numberIn(record->payload[field]);
                        if (const auto coded = absenceByCode(*record, *member, field);
                            coded && possible && *coded > part.value_or(-1))
                            part = coded;
                        possible = part ? possible : std::nullopt;
                        away += part.value_or(0);
                    }
                    if (!possible)
                        continue;
                    total += *possible;
                    absent += away;
                    sure = sure && age == 2;
                } else {
                    const auto add = weight(measure, *record);
                    if (!add || (strict && age == 1))
                        continue;
                    std::string key = std::to_string(record->id.value);
                    if (measure.distinct) {
                        const std::string* text =
                            records::textIn(record->payload[*measure.distinct]);
                        key = text != nullptr
                                  ? "=" + *text
                                  : base::isoDate(
                                        daysOf(*record, calendar)->from.value_or(base::Date()));
                    }
                    total += seen.insert(key).second ? *add : 0;
                }
                shown.emplace(record->id.value, member->person.id.value);
            }
        const double least = measure.threshold;
        if (measure.kind == Kind::rate) {
            if (total == 0 || total < measure.minimumSessions)
                return 1;
            const double over = absent * 100 - least * total;
            const bool met =
                measure.comparison == criteria::Comparison::atLeast ? over >= -1e-6 : over > 1e-6;
            return met && (sure || !strict) ? 2 : 0;
        }
        return (measure.comparison == criteria::Comparison::atLeast ? total >= least
                                                                    : total > least)
                   ? 2
                   : 0;
    }
};

}  // namespace support
