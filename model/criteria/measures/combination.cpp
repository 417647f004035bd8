// SPDX-License-Identifier: GPL-3.0-or-later
// Any and all of several measures, in three-valued logic (Kleene's strong tables): an unknown part
// settles nothing unless the others settle it. Parts that don't apply are left out; when none does,
// the whole does not.
#include "base/text.h"
#include "criteria/measures/reading.h"
#include "criteria/measures/rule.h"

#include <algorithm>
#include <tuple>

namespace criteria {

namespace {

using records::Outcome;

void read(base::TomlTable& table, Measure& measure, int depth) {
    for (base::TomlTable& part : table.tables("part"))
        measure.parts.push_back(readMeasure(part, depth + 1));
    if (measure.parts.size() < 2)
        table.problem("part", "a combination needs at least two parts");
}

// The explanations of the parts with one of the outcomes, each once, in the plan's order.
std::string explained(const std::vector<Answer>& answers, Outcome outcome) {
    std::vector<std::string> words;
    for (const Answer& part : answers)
        if (part.outcome == outcome &&
            std::find(words.begin(), words.end(), part.explanation) == words.end())
            words.push_back(part.explanation);
    return base::join(words, "; ");
}

bool earlier(const records::Evidence& left, const records::Evidence& right) {
    return std::tie(left.date, left.record, left.person, left.value) <
           std::tie(right.date, right.record, right.person, right.value);
}

bool sameRow(const records::Evidence& left, const records::Evidence& right) {
    return std::tie(left.date, left.record, left.person) ==
           std::tie(right.date, right.record, right.person);
}

// A row that several parts read is one piece of evidence; it says what each of them read.
std::vector<records::Evidence> pooled(const std::vector<Answer>& answers, Outcome outcome) {
    std::vector<records::Evidence> all;
    for (const Answer& part : answers)
        if (part.outcome == outcome)
            all.insert(all.end(), part.evidence.begin(), part.evidence.end());
    std::sort(all.begin(), all.end(), earlier);
    std::vector<records::Evidence> rows;
    for (records::Evidence& one : all) {
        if (rows.empty() || !sameRow(rows.back(), one))
            rows.push_back(std::move(one));
        else if (one.value.find(rows.back().value) != std::string::npos)
            rows.back().value = std::move(one.value);
        else if (rows.back().value.find(one.value) == std::string::npos)
            rows.back().value += "; " + one.value;
    }
    return rows;
}

// `settles` is the outcome by which one part decides: met for any, not met for all.
Answer combined(const Question& question, Outcome settles, Outcome otherwise) {
    std::vector<Answer> answers;
    for (const Measure& part : question.measure->parts) {
        Question asked = question;
        asked.measure = &part;
        answers.push_back(answer(asked));
    }
    for (const Outcome outcome : {settles, Outcome::unknown, otherwise}) {
        if (std::none_of(answers.begin(), answers.end(), [&](const Answer& part) {
                return part.outcome == outcome;
            }))
            continue;
        return {outcome, explained(answers, outcome), pooled(answers, outcome)};
    }
    return {Outcome::notApplicable, explained(answers, Outcome::notApplicable), {}};
}

Answer answerAny(const Question& question) {
    return combined(question, Outcome::met, Outcome::notMet);
}

Answer answerAll(const Question& question) {
    return combined(question, Outcome::notMet, Outcome::met);
}

std::string joined(const Measure& measure, std::string_view word) {
    std::vector<std::string> parts;
    for (const Measure& part : measure.parts) {
        const bool nested = !part.parts.empty();
        parts.push_back((nested ? "(" : "") + ruleOf(part.kind).words(part) + (nested ? ")" : ""));
    }
    return base::join(parts, "; " + std::string(word) + " ");
}

std::string anyWords(const Measure& measure) {
    return joined(measure, "or");
}

std::string allWords(const Measure& measure) {
    return joined(measure, "and");
}

}  // namespace

const MeasureRule anyRule{MeasureKind::any, "any", read, answerAny, anyWords};
const MeasureRule allRule{MeasureKind::all, "all", read, answerAll, allWords};

}  // namespace criteria
