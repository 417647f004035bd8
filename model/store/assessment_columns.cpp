// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/assessment_columns.h"

#include "store/packed.h"

#include <algorithm>

namespace store {

namespace {

using records::Outcome;

constexpr std::string_view letters = "mnux";  // in the order of Outcome
constexpr std::size_t criteria = 6;

void packDate(Packer& packer, const std::optional<base::Date>& date) {
    packer << std::string_view(date ? base::isoDate(*date) : std::string());
}

std::optional<base::Date> unpackDate(Unpacker& unpacker) {
    return base::parseIsoDate(unpacker.text());
}

Outcome unpackOutcome(Unpacker& unpacker) {
    const std::int64_t value = unpacker.integer();
    return value >= 0 && value < static_cast<std::int64_t>(letters.size())
               ? static_cast<Outcome>(value)
               : Outcome::unknown;
}

void packFinding(Packer& packer, const records::Finding& finding) {
    packer << std::string_view(finding.indicator) << finding.criterion << finding.person.value
           << static_cast<int>(finding.outcome) << std::string_view(finding.explanation);
    packDate(packer, finding.newest);
    packer << finding.evidence.size();
    for (const records::Evidence& evidence : finding.evidence) {
        packer << evidence.record.value << evidence.person.value
               << std::string_view(evidence.value);
        packDate(packer, evidence.date);
    }
}

records::Finding unpackFinding(Unpacker& unpacker) {
    records::Finding finding;
    finding.indicator = unpacker.text();
    finding.criterion = static_cast<int>(unpacker.integer());
    finding.person.value = unpacker.integer();
    finding.outcome = unpackOutcome(unpacker);
    finding.explanation = unpacker.text();
    finding.newest = unpackDate(unpacker);
    finding.evidence.resize(unpacker.count());
    for (records::Evidence& evidence : finding.evidence) {
        evidence.record.value = unpacker.integer();
        evidence.person.value = unpacker.integer();
        evidence.value = unpacker.text();
        evidence.date = unpackDate(unpacker);
    }
    return finding;
}

void packCriterion(Packer& packer, const records::CriterionResult& criterion) {
    packer << criterion.number << static_cast<int>(criterion.outcome)
           << std::string_view(criterion.why);
    packDate(packer, criterion.newest);
    packer << criterion.whose.size();
    for (const records::PersonId person : criterion.whose)
        packer << person.value;
}

records::CriterionResult unpackCriterion(Unpacker& unpacker) {
    records::CriterionResult criterion;
    criterion.number = static_cast<int>(unpacker.integer());
    criterion.outcome = unpackOutcome(unpacker);
    criterion.why = unpacker.text();
    criterion.newest = unpackDate(unpacker);
    criterion.whose.resize(unpacker.count());
    for (records::PersonId& person : criterion.whose)
        person.value = unpacker.integer();
    return criterion;
}

}  // namespace

std::string outcomeLetters(const records::Assessment& assessment) {
    std::string text(criteria, '-');
    for (const records::CriterionResult& criterion : assessment.criteria)
        if (criterion.number >= 1 && criterion.number <= static_cast<int>(criteria))
            text[static_cast<std::size_t>(criterion.number) - 1] =
                letters[static_cast<std::size_t>(criterion.outcome)];
    return text;
}

std::array<Outcome, 6> outcomesFrom(std::string_view text) {
    std::array<Outcome, 6> outcomes{};
    outcomes.fill(Outcome::unknown);
    for (std::size_t i = 0; i < outcomes.size() && i < text.size(); ++i)
        if (const std::size_t at = letters.find(text[i]); at != std::string_view::npos)
            outcomes[i] = static_cast<Outcome>(at);
    return outcomes;
}

std::optional<base::Date> newestOf(const records::Assessment& assessment) {
    std::optional<base::Date> newest;
    for (const records::CriterionResult& criterion : assessment.criteria)
        if (criterion.newest && (!newest || *newest < *criterion.newest))
            newest = criterion.newest;
    return newest;
}

std::string packAssessment(const records::Assessment& assessment) {
    Packer packer;
    packer << std::string_view(assessment.whyNotFlagged) << assessment.criteria.size();
    for (const records::CriterionResult& criterion : assessment.criteria)
        packCriterion(packer, criterion);
    packer << assessment.findings.size();
    for (const records::Finding& finding : assessment.findings)
        packFinding(packer, finding);
    return packer.bytes();
}

bool unpackAssessment(std::string_view bytes, records::Assessment& into) {
    Unpacker unpacker(bytes);
    into.whyNotFlagged = unpacker.text();
    into.criteria.resize(unpacker.count());
    for (records::CriterionResult& criterion : into.criteria)
        criterion = unpackCriterion(unpacker);
    into.findings.resize(unpacker.count());
    for (records::Finding& finding : into.findings)
        finding = unpackFinding(unpacker);
    return unpacker.good();
}

}  // namespace store
