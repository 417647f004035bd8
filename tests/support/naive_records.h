// SPDX-License-Identifier: GPL-3.0-or-later
// Records as the criteria's oracle sees them: when they hold, whether a later delivery replaces
// them, whether they meet a condition, which days count. See naive_evaluator.h.
#pragma once

#include "criteria/assess.h"

namespace support {

// 0 no, 1 can't tell, 2 yes: is the age within the bounds, for every birth date it may be?
inline int aged(const records::PartialDate& birth, base::Date day, int from, int to) {
    if (birth.year == 0 || birth.placeholder())
        return 1;
    int all = 0;
    int within = 0;
    for (int month = 1; month <= 12; ++month)
        for (int one = 1; one <= 31; ++one) {
            const auto date = base::makeDate(birth.year, month, one);
            if (!date || (birth.month != 0 && birth.month != month) ||
                (birth.complete() && birth.day != one))
                continue;
            const int age = base::ageOn(*date, day);
            ++all;
            within += age >= from && age <= to ? 1 : 0;
        }
    return all == 0 || (within != 0 && within != all) ? 1 : within == 0 ? 0 : 2;
}

inline std::optional<base::DateRange> daysOf(const records::SourceRecord& record,
                                             const criteria::Calendar& calendar) {
    base::DateRange range;
    for (std::size_t i = 0; i < record.payload.size(); ++i) {
        const auto time = record.type->fields[i].time;
        const auto date = records::dateIn(record.payload[i]);
        if (time == records::FieldTime::event)
            return date ? std::optional(base::DateRange{date, date}) : std::nullopt;
        if (time == records::FieldTime::start)
            range.from = date;
        if (time == records::FieldTime::end)
            range.to = date;
        if (time != records::FieldTime::term)
            continue;
        for (const criteria::Term& term : calendar.terms)
            if (records::FieldValue(term.code) == record.payload[i])
                return base::DateRange{term.from, term.to};
        return std::nullopt;
    }
    return range;
}

inline bool replaced(const records::SourceRecord& record, const criteria::CaseMember& member) {
    using records::FieldTime;
    const bool state = record.type->indexOf(FieldTime::start).has_value();
    for (const records::SourceRecord* other : member.records) {
        bool same = other->type == record.type && other->agency == record.agency &&
                    other->delivery > record.delivery;
        for (std::size_t i = 0; same && i < record.payload.size(); ++i) {
            const records::Field& field = record.type->fields[i];
            const bool telling = field.time == FieldTime::none
                                     ? field.kind == records::FieldKind::code ||
                                           (field.kind == records::FieldKind::text && !state)
                                     : field.time != FieldTime::end;
            same = !telling || record.payload[i] == other->payload[i];
        }
        if (same)
            return true;
    }
    return false;
}

inline bool passes(const criteria::Condition& condition, const records::FieldValue& value) {
    using Test = criteria::Condition::Test;
    const auto number = records::numberIn(value);
    switch (condition.test) {
        case Test::isFlag:
            return records::flagIn(value) == condition.flag;
        case Test::atLeast:
            return number && *number >= condition.number;
        case Test::atMost:
            return number && *number <= condition.number;
        case Test::oneOf:
            break;
    }
    for (const std::string& code : condition.codes)
        if (records::FieldValue(code) == value)
            return true;
    return false;
}

struct NaiveWindow {
    base::Date from;
    base::Date to;
    std::vector<std::string> terms;
    bool whole = true;
};

inline NaiveWindow naiveWindow(const criteria::Measure& measure,
                               const criteria::Calendar& calendar,
                               base::Date asAt,
                               int freshDays) {
    const auto& window = measure.window;
    if (window.kind == criteria::WindowKind::months)
        return {base::addMonths(asAt, -window.amount), asAt, {}, true};
    if (window.kind == criteria::WindowKind::days)
        return {asAt - boost::gregorian::days(window.amount), asAt, {}, true};
    if (window.kind != criteria::WindowKind::terms)
        return {asAt - boost::gregorian::days(freshDays), asAt, {}, true};
    NaiveWindow terms{asAt, asAt, {}, false};
    for (const criteria::Term& term : calendar.terms) {
        long later = 0;
        for (const criteria::Term& other : calendar.terms)
            later += other.from > term.from && other.to < asAt ? 1 : 0;
        if (term.to >= asAt || later >= window.amount)
            continue;
        terms.from = terms.terms.empty() ? term.from : terms.from;
        terms.to = term.to;
        terms.terms.push_back(term.code);
    }
    terms.whole = std::ssize(terms.terms) == window.amount;
    return terms;
}

}  // namespace support
