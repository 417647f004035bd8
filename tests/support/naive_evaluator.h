// SPDX-License-Identifier: GPL-3.0-or-later
// The oracle of the criteria: a plan's rules as plain loops, with no care for speed. It shares the
// values of plan, calendar and coverage with the real evaluator and none of its code. It says
// outcomes, whose they are and which records show them; words it leaves empty.
#pragma once

#include "support/naive_measures.h"

#include <algorithm>

namespace support {

inline bool everSent(const criteria::Measure& measure,
                     const criteria::Indicator& indicator,
                     const criteria::Coverage& coverage) {
    bool sent =
        measure.type != nullptr && coverage.everSpoke(measure.type->name, indicator.sources);
    for (const criteria::Measure& part : measure.parts)
        sent = sent || everSent(part, indicator, coverage);
    return sent;
}

// 0 not of the subject, 1 can't tell, 2 of it.
inline int ofSubject(const criteria::Indicator& indicator,
                     const criteria::CaseMember& member,
                     base::Date asAt) {
    using criteria::Subject;
    using records::MemberRole;
    if (!indicator.roles.empty() &&
        std::count(indicator.roles.begin(), indicator.roles.end(), member.role) == 0)
        return 0;
    const auto& birth = member.person.identity.birthDate;
    const int grown = aged(birth, asAt, 18, 9999);
    const bool adult = grown == 2 || (grown == 1 && member.role != MemberRole::child);
    switch (indicator.subject) {
        case Subject::child:
            return adult ? 0 : 2;
        case Subject::adult:
            return adult ? 2 : 0;
        case Subject::parent:
            return member.role == MemberRole::parent || member.role == MemberRole::nonResidentParent
                       ? 2
                       : 0;
        case Subject::youngPerson:
            if (aged(birth, asAt, -9999, 9999) == 1 && adult)
                return 0;
            return aged(birth, asAt, 16, 24);
        case Subject::anyone:
        case Subject::household:
            break;
    }
    return 2;
}

inline bool dependent(const criteria::DependentChild& rule,
                      const criteria::CaseMember& member,
                      const criteria::Calendar& calendar,
                      base::Date asAt) {
    const auto& birth = member.person.identity.birthDate;
    const bool child = member.role == records::MemberRole::child;
    if (aged(birth, asAt, -9999, 9999) == 1)
        return child;
    if (aged(birth, asAt, -9999, rule.under - 1) > 0)
        return true;
    if (aged(birth, asAt, -9999, rule.upTo) == 0)
        return false;
    bool learning = false;
    for (const records::SourceRecord* record : member.records) {
        const auto status = record->type->indexOf("status");
        const auto period = daysOf(*record, calendar);
        if (!status || !period || !period->contains(asAt) || replaced(*record, member))
            continue;
        const std::string* code = records::textIn(record->payload[*status]);
        const std::set<std::string> codes{
            "education", "training", "on-roll", "alternative-provision", "home-educated"};
        learning = learning || (code != nullptr && codes.contains(*code));
    }
    return (rule.atHome && child) || (rule.inEducation && learning);
}

inline records::Assessment naiveAssess(const criteria::Plan& plan,
                                       const criteria::Calendar& calendar,
                                       const criteria::FamilyCase& family,
                                       const criteria::Coverage& coverage,
                                       base::Date asAt) {
    using records::Outcome;
    std::map<std::int64_t, const criteria::CaseMember*> present;
    for (const criteria::CaseMember& member : family.members) {
        const records::Identity& who = member.person.identity;
        const auto born = who.birthDate.complete();
        if (!member.dates.contains(asAt) || (born && *born > asAt) ||
            (who.deathDate && *who.deathDate <= asAt))
            continue;
        auto& slot = present[member.person.id.value];
        if (slot == nullptr || member.role < slot->role)
            slot = &member;
    }
    records::Assessment result;
    result.family = family.family;
    result.planFingerprint = plan.fingerprint;
    result.asAt = asAt;
    for (const criteria::Criterion& criterion : plan.criteria) {
        std::set<Outcome> outcomes;
        std::set<std::int64_t> whose;
        for (const criteria::Indicator& indicator : criterion.indicators) {
            const NaiveMeasures measures{calendar, coverage, asAt, indicator, criterion.number};
            const bool together = indicator.subject == criteria::Subject::household;
            std::map<std::int64_t, Members> asked;  // by person, 0 for the household
            for (const auto& [number, member] : present)
                if (ofSubject(indicator, *member, asAt) > 0)
                    asked[together ? 0 : number].push_back(member);
            if (indicator.optional && !everSent(indicator.measure, indicator, coverage))
                asked.clear();
            std::map<std::int64_t, Verdict> verdicts;
            for (const auto& [number, members] : asked) {
                Verdict verdict = measures.ask(indicator.measure, members);
                if (verdict.outcome == Outcome::met && !together &&
                    ofSubject(indicator, *members.front(), asAt) == 1)
                    verdict = {};
                if (verdict.outcome != Outcome::notApplicable)
                    verdicts[number] = verdict;
            }
            if (verdicts.empty())
                verdicts[0].outcome = Outcome::notApplicable;
            for (const auto& [number, verdict] : verdicts) {
                records::Finding& finding = result.findings.emplace_back();
                finding.indicator = indicator.code;
                finding.criterion = criterion.number;
                finding.person.value = number;
                finding.outcome = verdict.outcome;
                outcomes.insert(verdict.outcome);
                for (const auto& [record, person] : verdict.shown) {
                    finding.evidence.push_back({{record}, {person}, {}, {}});
                    if (verdict.outcome == Outcome::met)
                        whose.insert(person);
                }
                if (verdict.outcome == Outcome::met)
                    whose.insert(number);
            }
        }
        records::CriterionResult& all = result.criteria.emplace_back();
        all.number = criterion.number;
        for (const Outcome next :
             {Outcome::notApplicable, Outcome::notMet, Outcome::unknown, Outcome::met})
            all.outcome = outcomes.contains(next) ? next : all.outcome;
        for (const std::int64_t number : whose)
            if (number != 0)
                all.whose.push_back({number});
    }
    bool child = !plan.dependentChild.required;
    for (const auto& [number, member] : present)
        child = child || dependent(plan.dependentChild, *member, calendar, asAt);
    result.flagged = child && result.criteriaMet() >= plan.minimumCriteria;
    return result;
}

// All that the oracle speaks of, as text: equal assessments have equal summaries.
inline std::string summary(const records::Assessment& assessment) {
    std::string text = assessment.flagged ? "flagged\n" : "not flagged\n";
    for (const records::Finding& finding : assessment.findings) {
        text += finding.indicator + " of " + std::to_string(finding.person.value) + " " +
                std::string(records::outcomeCode(finding.outcome));
        std::set<std::pair<std::int64_t, std::int64_t>> shown;
        for (const records::Evidence& row : finding.evidence)
            shown.emplace(row.record.value, row.person.value);
        for (const auto& [record, person] : shown)
            text += " " + std::to_string(record) + "/" + std::to_string(person);
        text += "\n";
    }
    for (const records::CriterionResult& result : assessment.criteria) {
        text += "criterion " + std::to_string(result.number) + " " +
                std::string(records::outcomeCode(result.outcome));
        for (const records::PersonId person : result.whose)
            text += " " + std::to_string(person.value);
        text += "\n";
    }
    return text;
}

}  // namespace support
