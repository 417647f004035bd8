// SPDX-License-Identifier: GPL-3.0-or-later
// Absence as a share of the pupil's own possible sessions (DfE absence statistics methodology). A
// row that does not say every number it is asked for is not used: an empty cell is not a nought.
// Absence by register code, where it was sent, goes beside the totals (absence_reasons.h).
#include "criteria/explain.h"
#include "criteria/measures/absence_reasons.h"
#include "criteria/measures/condition.h"
#include "criteria/measures/reading.h"
#include "criteria/measures/sighting.h"
#include "criteria/measures/words.h"

#include <algorithm>
#include <cmath>

namespace criteria {

namespace {

using records::FieldKind;

constexpr std::string_view possibleName = "sessions_possible";
constexpr int mostSessions = 3000;

void readAbsence(base::TomlTable& table, Measure& measure) {
    const std::vector<std::string> names = table.texts("absence");
    if (names.empty())
        table.problem("absence", "'absence' must name the fields of absent sessions");
    if (measure.type == nullptr)
        return;
    for (const std::string& name : names) {
        const auto index = fieldNamed(table, *table.value("absence"), *measure.type, name);
        if (!index)
            continue;
        if (measure.type->fields[*index].kind != FieldKind::integer || index == measure.field)
            table.problem("absence", "'" + name + "' is not a number of absent sessions");
        if (std::find(measure.absence.begin(), measure.absence.end(), *index) !=
            measure.absence.end())
            table.problem("absence", "'" + name + "' is named twice");
        measure.absence.push_back(*index);
    }
}

void read(base::TomlTable& table, Measure& measure, int) {
    measure.type = readType(table);
    measure.window = {WindowKind::terms, readWhole(table, "terms", 1, 9)};
    measure.age = readAge(table);
    readThreshold(table, measure, std::nullopt, 100);
    measure.minimumSessions = readWhole(table, "minimum_sessions", 1, mostSessions);
    if (measure.type != nullptr) {
        measure.field = measure.type->indexOf(possibleName);
        if (!measure.field || !measure.type->indexOf(records::FieldTime::term))
            table.problem("type",
                          "'" + std::string(measure.type->name) +
                              "' has no possible sessions by term, so no rate");
    }
    readAbsence(table, measure);
}

struct Sessions {
    long possible = 0;
    long absent = 0;
    bool sureOfAge = true;
    std::vector<records::Evidence> evidence;
};

std::optional<long> wholeAt(const records::Payload& payload, std::size_t index) {
    const auto value = records::numberIn(payload[index]);
    return value ? std::optional(std::lround(*value)) : std::nullopt;
}

void add(Sessions& sessions,
         const Measure& measure,
         const Sighting& sighting,
         const AbsenceReasons& reasons) {
    const records::SourceRecord& record = *sighting.owned->record;
    const auto possible = wholeAt(record.payload, *measure.field);
    long absent = 0;
    bool byCode = false;
    for (const std::size_t index : measure.absence) {
        const auto total = wholeAt(record.payload, index);
        const auto coded = reasons.sessions(*sighting.owned, measure.type->fields[index].name);
        if (!total && !coded)
            return;
        byCode = byCode || (coded && coded != total && *coded > total.value_or(-1));
        absent += std::max(total.value_or(0), coded.value_or(0));
    }
    if (!possible)
        return;
    sessions.possible += *possible;
    sessions.absent += absent;
    sessions.sureOfAge = sessions.sureOfAge && sighting.certain;
    const auto term = measure.type->indexOf(records::FieldTime::term);
    const std::string* code = records::textIn(record.payload[*term]);
    sessions.evidence.push_back({record.id,
                                 sighting.owned->person->id,
                                 std::to_string(absent) + " of " + std::to_string(*possible) +
                                     " sessions" + (byCode ? " by register code" : "") + ", " +
                                     termName(code == nullptr ? "" : *code),
                                 sighting.owned->period->to});
}

// "14.0 %": rounded down, so that 9.96 never reads as 10.0 beside "not met".
std::string percent(long part, long whole) {
    const long tenths = part * 1000 / whole;
    return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + " %";
}

// In whole thousandths of a per cent, so that exactly 10 % is exactly 10 %.
bool reachesRate(const Measure& measure, const Sessions& sessions) {
    const auto share = static_cast<long long>(sessions.absent) * 100000;
    const auto bound = std::llround(measure.threshold * 1000) * sessions.possible;
    return measure.comparison == Comparison::atLeast ? share >= bound : share > bound;
}

Answer answerRate(const Question& question) {
    const Measure& measure = *question.measure;
    const WindowDays window = windowDays(measure, question);
    if (!window.whole)
        return unknown("the school calendar does not hold " + number(measure.window.amount) +
                       " completed terms");
    Sessions sessions;
    const AbsenceReasons reasons(question, {window.from, window.to});
    for (const Sighting& sighting : sightings(question, {window.from, window.to}))
        add(sessions, measure, sighting, reasons);
    if (sessions.possible == 0)
        return unknown("no school sessions of the child " + daysInWords(measure, window));
    if (sessions.possible < measure.minimumSessions)
        return unknown(std::to_string(sessions.possible) + " possible sessions " +
                       daysInWords(measure, window) + ", fewer than the " +
                       std::to_string(measure.minimumSessions) + " it takes to say");
    const bool met = reachesRate(measure, sessions);
    if (met && !sessions.sureOfAge)
        return unknown("a birth date is not known well enough");
    return {met ? records::Outcome::met : records::Outcome::notMet,
            std::to_string(sessions.absent) + " of " + std::to_string(sessions.possible) +
                " sessions, " + percent(sessions.absent, sessions.possible) + "; needs " +
                needInWords(measure) + " %",
            std::move(sessions.evidence)};
}

std::string words(const Measure& measure) {
    std::vector<std::string> names;
    for (const std::size_t index : measure.absence)
        names.push_back(inSentence(measure.type->fields[index].label));
    return listed(names, "and") + " of " + thresholdInWords(measure) + " % of possible sessions" +
           ageInWords(measure) + " " + windowInWords(measure.window) + ", given at least " +
           std::to_string(measure.minimumSessions) + " possible sessions";
}

}  // namespace

const MeasureRule rateRule{MeasureKind::rate, "rate", read, answerRate, words};

}  // namespace criteria
