// SPDX-License-Identifier: GPL-3.0-or-later
#include "criteria/measures/sighting.h"

#include "criteria/measures/condition.h"
#include "criteria/measures/words.h"

#include <algorithm>

namespace criteria {

namespace {

bool fromSource(const Question& question, records::Agency agency) {
    const auto& sources = question.indicator->sources;
    return sources.empty() || std::find(sources.begin(), sources.end(), agency) != sources.end();
}

Fit ageFit(const Question& question, const OwnedRecord& owned) {
    if (!question.measure->age)
        return Fit::yes;
    const AgeBounds& age = *question.measure->age;
    const base::Date day = age.atEvent && owned.period->from ? *owned.period->from : question.asAt;
    return fits(agesOn(owned.person->identity.birthDate, day), age.from, age.to);
}

}  // namespace

Sightings sightings(const Question& question, const base::DateRange& range) {
    Sightings found;
    for (const OwnedRecord& owned : question.records) {
        const records::SourceRecord& record = *owned.record;
        if (record.type != question.measure->type || !owned.period ||
            !owned.period->overlaps(range) || !fromSource(question, record.agency) ||
            !holds(question.measure->where, record.payload))
            continue;
        const Fit fit = ageFit(question, owned);
        if (fit != Fit::no)
            found.push_back({&owned, fit == Fit::yes});
    }
    return found;
}

records::Evidence evidenceOf(const Sighting& sighting, std::string value) {
    const OwnedRecord& owned = *sighting.owned;
    return {owned.record->id, owned.person->id, std::move(value), owned.period->from};
}

std::vector<records::Evidence> evidenceOf(const Measure& measure, const Sightings& found) {
    std::vector<records::Evidence> evidence;
    for (const Sighting& sighting : found)
        if (sighting.certain)
            evidence.push_back(
                evidenceOf(sighting, valuesInWords(measure, sighting.owned->record->payload)));
    return evidence;
}

bool reaches(const Measure& measure, double value) {
    return measure.comparison == Comparison::atLeast ? value >= measure.threshold
                                                     : value > measure.threshold;
}

Answer verdict(const Question& question, const WindowDays& window, Tally tally) {
    const Measure& measure = *question.measure;
    if (reaches(measure, tally.certain))
        return {records::Outcome::met, std::move(tally.arithmetic), std::move(tally.evidence)};
    if (reaches(measure, tally.possible))
        return unknown("a birth date is not known well enough");
    if (!window.whole)
        return unknown("the school calendar does not hold " + number(measure.window.amount) +
                       " completed terms");
    if (!question.coverage->speaksOf(
            measure.type->name, question.indicator->sources, window.from, window.to, window.terms))
        return unknown(nothingSent(question, window));
    return {records::Outcome::notMet, std::move(tally.arithmetic), std::move(tally.evidence)};
}

Answer unknown(std::string why) {
    return {records::Outcome::unknown, std::move(why), {}};
}

std::string nothingSent(const Question& question, const WindowDays& window) {
    const Measure& measure = *question.measure;
    const bool state = measure.window.kind == WindowKind::current ||
                       measure.window.kind == WindowKind::forwardMonths;
    const std::string days =
        state ? "from " + base::plainDate(window.from) + " to " + base::plainDate(window.to)
              : daysInWords(measure, window);
    return "no " + inSentence(measure.type->label) + " data " + days;
}

}  // namespace criteria
