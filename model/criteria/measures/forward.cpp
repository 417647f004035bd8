// SPDX-License-Identifier: GPL-3.0-or-later
// A date that lies ahead, of a state that holds: "release due within 12 months". The day of
// assessment and the same day that many months on both count.
#include "criteria/explain.h"
#include "criteria/measures/condition.h"
#include "criteria/measures/reading.h"
#include "criteria/measures/sighting.h"
#include "criteria/measures/words.h"

namespace criteria {

namespace {

void read(base::TomlTable& table, Measure& measure, int) {
    measure.type = readType(table);
    measure.window = {WindowKind::forwardMonths, readWhole(table, "forward_months", 1, 60)};
    measure.where = readWhere(table, measure.type);
    measure.age = readAge(table);
    measure.field = readField(table, "field", measure.type, {records::FieldKind::date});
    if (measure.type == nullptr)
        return;
    if (!measure.type->indexOf(records::FieldTime::start))
        table.problem("type",
                      "'" + std::string(measure.type->name) +
                          "' records are events, not states: nothing in them lies ahead");
    if (measure.field && measure.type->fields[*measure.field].time == records::FieldTime::start)
        table.problem("field", "the first day of a state that holds can't lie ahead");
}

Answer answerForward(const Question& question) {
    const Measure& measure = *question.measure;
    const base::Date last = lastDayAhead(measure, question.asAt);
    const std::string label = inSentence(measure.type->fields[*measure.field].label);
    Tally ahead;
    for (const Sighting& sighting : sightings(question, {question.asAt, question.asAt})) {
        const auto day = records::dateIn(sighting.owned->record->payload[*measure.field]);
        if (!day || *day < question.asAt || *day > last)
            continue;
        ahead.possible += 1;
        if (!sighting.certain)
            continue;
        ahead.certain += 1;
        ahead.evidence.push_back(
            evidenceOf(sighting,
                       valuesInWords(measure, sighting.owned->record->payload) + "; " + label +
                           " " + base::plainDate(*day)));
    }
    ahead.arithmetic =
        (ahead.evidence.empty() ? "no " : "") + label + " by " + base::plainDate(last);
    return verdict(question, windowDays(measure, question), std::move(ahead));
}

std::string words(const Measure& measure) {
    return "a current " + recordsInWords(*measure.type, 1).substr(2) + whereInWords(measure) +
           (measure.age ? ageInWords(measure) : ",") + " with " +
           inSentence(measure.type->fields[*measure.field].label) + " " +
           windowInWords(measure.window);
}

}  // namespace

const MeasureRule forwardRule{MeasureKind::forward, "forward", read, answerForward, words};

}  // namespace criteria
