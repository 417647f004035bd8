// SPDX-License-Identifier: GPL-3.0-or-later
#include "criteria/explain.h"
#include "criteria/measures/condition.h"
#include "criteria/measures/reading.h"
#include "criteria/measures/sighting.h"
#include "criteria/measures/words.h"

namespace criteria {

namespace {

using records::FieldKind;

constexpr double mostUnits = 1e9;

void read(base::TomlTable& table, Measure& measure, int) {
    measure.type = readType(table);
    measure.window = readWindow(table, measure.type);
    measure.where = readWhere(table, measure.type);
    measure.age = readAge(table);
    readThreshold(table, measure, std::nullopt, mostUnits);
    measure.field =
        readField(table, "field", measure.type, {FieldKind::integer, FieldKind::decimal});
}

const records::Field& summedField(const Measure& measure) {
    return measure.type->fields[*measure.field];
}

// A row that does not say its number adds nothing.
Tally tally(const Measure& measure, const Sightings& found) {
    Tally tally;
    for (const Sighting& sighting : found) {
        const auto value = records::numberIn(sighting.owned->record->payload[*measure.field]);
        if (!value)
            continue;
        tally.possible += *value;
        if (!sighting.certain)
            continue;
        tally.certain += *value;
        tally.evidence.push_back(
            evidenceOf(sighting,
                       (measure.where.empty()
                            ? std::string()
                            : valuesInWords(measure, sighting.owned->record->payload) + "; ") +
                           std::string(summedField(measure).label) + ": " + number(*value)));
    }
    return tally;
}

Answer answerSum(const Question& question) {
    const Measure& measure = *question.measure;
    const WindowDays window = windowDays(measure, question);
    if (measure.window.kind == WindowKind::terms && window.terms.empty())
        return verdict(question, window, {});
    Tally summed = tally(measure, sightings(question, {window.from, window.to}));
    summed.arithmetic = inSentence(summedField(measure).label) + " " + number(summed.certain) +
                        " " + daysInWords(measure, window) + "; needs " + needInWords(measure);
    return verdict(question, window, std::move(summed));
}

std::string words(const Measure& measure) {
    return inSentence(summedField(measure).label) + " of " + thresholdInWords(measure) +
           " in all, over " + recordsInWords(*measure.type, 2).substr(2) + whereInWords(measure) +
           ageInWords(measure) + " " + windowInWords(measure.window);
}

}  // namespace

const MeasureRule sumRule{MeasureKind::sum, "sum", read, answerSum, words};

}  // namespace criteria
