// SPDX-License-Identifier: GPL-3.0-or-later
#include "criteria/explain.h"
#include "criteria/measures/condition.h"
#include "criteria/measures/reading.h"
#include "criteria/measures/sighting.h"
#include "criteria/measures/words.h"

namespace criteria {

namespace {

void read(base::TomlTable& table, Measure& measure, int) {
    measure.type = readType(table);
    measure.where = readWhere(table, measure.type);
    measure.age = readAge(table);
    if (measure.type != nullptr && !measure.type->indexOf(records::FieldTime::start))
        table.problem("type",
                      "'" + std::string(measure.type->name) +
                          "' records are events, not states: use 'count' with a window");
}

Answer answerCurrent(const Question& question) {
    const Measure& measure = *question.measure;
    const Sightings found = sightings(question, {question.asAt, question.asAt});
    Tally open;
    open.possible = static_cast<double>(found.size());
    open.evidence = evidenceOf(measure, found);
    open.certain = static_cast<double>(open.evidence.size());
    open.arithmetic = (open.evidence.empty() ? "none" : number(open.certain)) + " in force on " +
                      base::plainDate(question.asAt);
    return verdict(question, windowDays(measure, question), std::move(open));
}

std::string words(const Measure& measure) {
    return "a current " + recordsInWords(*measure.type, 1).substr(2) + whereInWords(measure) +
           ageInWords(measure) + " " + windowInWords(measure.window);
}

}  // namespace

const MeasureRule currentRule{MeasureKind::current, "current", read, answerCurrent, words};

}  // namespace criteria
