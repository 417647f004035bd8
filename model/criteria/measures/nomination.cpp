// SPDX-License-Identifier: GPL-3.0-or-later
// A professional's nomination. Nobody is expected to send them, so none is a no, not an unknown. It
// stands until its review date, that day included, or for good without one.
#include "records/types/nomination.h"

#include "criteria/measures/reading.h"
#include "criteria/measures/sighting.h"
#include "criteria/measures/words.h"

namespace criteria {

namespace {

consteval std::size_t fieldIndex(std::string_view name) {
    for (std::size_t i = 0; i < std::size(records::nomination::fields); ++i)
        if (records::nomination::fields[i].name == name)
            return i;
    throw "the nomination type has no such field";  // only ever at compile time
}

constexpr std::size_t criterionField = fieldIndex("criterion");
constexpr std::size_t dateField = fieldIndex("nomination_date");
constexpr std::size_t reviewField = fieldIndex("review_date");

void read(base::TomlTable& table, Measure& measure, int) {
    measure.type = &records::nominationType;
    measure.age = readAge(table);
}

bool stands(const Question& question, const records::Payload& payload) {
    const auto day = records::dateIn(payload[dateField]);
    const auto review = records::dateIn(payload[reviewField]);
    return records::numberIn(payload[criterionField]) == question.criterion && day &&
           *day <= question.asAt && (!review || *review >= question.asAt);
}

Answer answerNomination(const Question& question) {
    Answer answer{records::Outcome::notMet, "no nomination in force", {}};
    bool possible = false;
    for (const Sighting& sighting : sightings(question, {std::nullopt, question.asAt})) {
        const records::Payload& payload = sighting.owned->record->payload;
        if (!stands(question, payload))
            continue;
        possible = true;
        if (!sighting.certain)
            continue;
        const auto review = records::dateIn(payload[reviewField]);
        answer.evidence.push_back(
            evidenceOf(sighting,
                       "Nominated for criterion " + std::to_string(question.criterion) +
                           (review ? "; review on " + base::plainDate(*review) : "")));
    }
    if (!answer.evidence.empty()) {
        answer.outcome = records::Outcome::met;
        answer.explanation = number(static_cast<double>(answer.evidence.size())) + " in force on " +
                             base::plainDate(question.asAt);
    } else if (possible) {
        return unknown("a birth date is not known well enough");
    }
    return answer;
}

std::string words(const Measure& measure) {
    return "a professional's nomination for this criterion" + (measure.age ? ageInWords(measure) : ",") +
           " not past its review date";
}

}  // namespace

const MeasureRule nominationRule{
    MeasureKind::nomination, "nomination", read, answerNomination, words};

}  // namespace criteria
