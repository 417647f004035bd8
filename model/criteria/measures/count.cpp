// SPDX-License-Identifier: GPL-3.0-or-later
#include "criteria/explain.h"
#include "criteria/measures/condition.h"
#include "criteria/measures/reading.h"
#include "criteria/measures/sighting.h"
#include "criteria/measures/words.h"

#include <set>

namespace criteria {

namespace {

using records::FieldKind;

constexpr double mostEvents = 1000;

void read(base::TomlTable& table, Measure& measure, int) {
    measure.type = readType(table);
    measure.window = readWindow(table, measure.type);
    measure.where = readWhere(table, measure.type);
    measure.age = readAge(table);
    readThreshold(table, measure, 1, mostEvents);
    if (table.has("distinct"))
        measure.distinct = readField(
            table, "distinct", measure.type, {FieldKind::text, FieldKind::code, FieldKind::date});
}

// What makes two rows one event: the same incident number, or without one the same day.
std::string eventKey(const Measure& measure, const OwnedRecord& owned) {
    const records::FieldValue& value = owned.record->payload[*measure.distinct];
    if (!records::isEmpty(value))
        return records::shown(measure.type->fields[*measure.distinct], value);
    return "on " + (owned.period->from ? base::isoDate(*owned.period->from) : std::string());
}

Tally tally(const Measure& measure, const Sightings& found) {
    Tally tally;
    std::set<std::string> certain;
    std::set<std::string> possible;
    for (const Sighting& sighting : found) {
        if (!measure.distinct) {
            tally.certain += sighting.certain ? 1 : 0;
            tally.possible += 1;
            continue;
        }
        const std::string key = eventKey(measure, *sighting.owned);
        tally.certain += sighting.certain && certain.insert(key).second ? 1 : 0;
        tally.possible += possible.insert(key).second ? 1 : 0;
    }
    return tally;
}

Answer answerCount(const Question& question) {
    const Measure& measure = *question.measure;
    const WindowDays window = windowDays(measure, question);
    if (measure.window.kind == WindowKind::terms && window.terms.empty())
        return verdict(question, window, {});
    const Sightings found = sightings(question, {window.from, window.to});
    Tally counted = tally(measure, found);
    counted.arithmetic = number(counted.certain) + " found " + daysInWords(measure, window) +
                         "; needs " + needInWords(measure);
    counted.evidence = evidenceOf(measure, found);
    return verdict(question, window, std::move(counted));
}

std::string words(const Measure& measure) {
    const std::string each =
        measure.distinct
            ? ", one for each " + inSentence(measure.type->fields[*measure.distinct].label)
            : "";
    const std::string_view comparison =
        measure.comparison == Comparison::atLeast ? "at least " : "more than ";
    return std::string(comparison) + recordsInWords(*measure.type, measure.threshold) +
           whereInWords(measure) + ageInWords(measure) + " " + windowInWords(measure.window) + each;
}

}  // namespace

const MeasureRule countRule{MeasureKind::count, "count", read, answerCount, words};

}  // namespace criteria
