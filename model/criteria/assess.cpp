// SPDX-License-Identifier: GPL-3.0-or-later
#include "criteria/assess.h"

#include "base/text.h"
#include "criteria/case_records.h"
#include "criteria/dependent_child.h"
#include "criteria/measures/age.h"
#include "criteria/measures/rule.h"

#include <algorithm>
#include <tuple>

namespace criteria {

namespace {

using records::Finding;
using records::MemberRole;
using records::Outcome;

constexpr int adultFrom = 18;
constexpr int youngFrom = 16;
constexpr int youngTo = 24;

// Whether a member is whom the indicator speaks of. Where the birth date can't tell child from
// adult the role in the family does.
Fit fitsSubject(const Indicator& indicator, const CaseMember& member, base::Date asAt) {
    const auto& roles = indicator.roles;
    if (!roles.empty() && std::find(roles.begin(), roles.end(), member.role) == roles.end())
        return Fit::no;
    const auto ages = agesOn(member.person.identity.birthDate, asAt);
    const Fit grown = fits(ages, adultFrom, std::nullopt);
    const bool adult =
        grown == Fit::cannotTell ? records::isAdultRole(member.role) : grown == Fit::yes;
    switch (indicator.subject) {
        case Subject::child:
            return adult ? Fit::no : Fit::yes;
        case Subject::adult:
            return adult ? Fit::yes : Fit::no;
        case Subject::parent:
            return member.role == MemberRole::parent || member.role == MemberRole::nonResidentParent
                       ? Fit::yes
                       : Fit::no;
        case Subject::youngPerson:
            if (!ages)
                return adult ? Fit::no : Fit::cannotTell;
            return fits(ages, youngFrom, youngTo);
        case Subject::anyone:
        case Subject::household:
            break;
    }
    return Fit::yes;
}

class Assessor {
public:
    Assessor(const Plan& plan,
             const Calendar& calendar,
             const FamilyCase& family,
             const Coverage& coverage,
             base::Date asAt)
        : m_plan(plan),
          m_calendar(calendar),
          m_coverage(coverage),
          m_asAt(asAt),
          m_members(presentMembers(family, calendar, asAt)) {}

    void askAll(records::Assessment& assessment) const {
        for (const Criterion& criterion : m_plan.criteria) {
            const auto first = assessment.findings.size();
            for (const Indicator& indicator : criterion.indicators)
                ask(criterion, indicator, assessment.findings);
            assessment.criteria.push_back(
                resultOf(criterion, std::span(assessment.findings).subspan(first)));
        }
    }

    [[nodiscard]] bool hasDependentChild() const {
        return std::any_of(m_members.begin(), m_members.end(), [this](const PresentMember& one) {
            return isDependentChild(m_plan.dependentChild, one, m_asAt);
        });
    }

private:
    void ask(const Criterion& criterion,
             const Indicator& indicator,
             std::vector<Finding>& findings) const;
    void askEach(const Criterion& criterion,
                 const Indicator& indicator,
                 std::vector<Finding>& findings) const;
    void askHousehold(const Criterion& criterion,
                      const Indicator& indicator,
                      std::vector<Finding>& findings) const;
    [[nodiscard]] Answer answered(const Criterion& criterion,
                                  const Indicator& indicator,
                                  std::span<const records::Person* const> people,
                                  std::span<const OwnedRecord> rows) const;
    [[nodiscard]] static records::CriterionResult resultOf(const Criterion& criterion,
                                                           std::span<const Finding> findings);

    const Plan& m_plan;
    const Calendar& m_calendar;
    const Coverage& m_coverage;
    base::Date m_asAt;
    std::vector<PresentMember> m_members;
};

Finding findingOf(const Criterion& criterion,
                  const Indicator& indicator,
                  records::PersonId person,
                  Answer answer) {
    Finding finding;
    finding.indicator = indicator.code;
    finding.criterion = criterion.number;
    finding.person = person;
    finding.outcome = answer.outcome;
    finding.explanation = std::move(answer.explanation);
    finding.evidence = std::move(answer.evidence);
    std::sort(finding.evidence.begin(), finding.evidence.end(), [](const auto& a, const auto& b) {
        return std::tie(a.date, a.record, a.value) < std::tie(b.date, b.record, b.value);
    });
    for (const records::Evidence& row : finding.evidence)
        if (row.date && (!finding.newest || *row.date > *finding.newest))
            finding.newest = row.date;
    return finding;
}

Answer Assessor::answered(const Criterion& criterion,
                          const Indicator& indicator,
                          std::span<const records::Person* const> people,
                          std::span<const OwnedRecord> rows) const {
    Question question;
    question.measure = &indicator.measure;
    question.indicator = &indicator;
    question.criterion = criterion.number;
    question.asAt = m_asAt;
    question.calendar = &m_calendar;
    question.coverage = &m_coverage;
    question.people = people;
    question.records = rows;
    return answer(question);
}

// Whether a partner asked has ever sent a type of record that the measure looks at.
bool everSent(const Measure& measure, const Indicator& indicator, const Coverage& coverage) {
    if (measure.type != nullptr)
        return coverage.everSpoke(measure.type->name, indicator.sources);
    return std::any_of(measure.parts.begin(), measure.parts.end(), [&](const Measure& part) {
        return everSent(part, indicator, coverage);
    });
}

void Assessor::ask(const Criterion& criterion,
                   const Indicator& indicator,
                   std::vector<Finding>& findings) const {
    const auto before = findings.size();
    if (indicator.optional && !everSent(indicator.measure, indicator, m_coverage)) {
        findings.push_back(
            findingOf(criterion,
                      indicator,
                      {},
                      {Outcome::notApplicable, "no partner sends such records", {}}));
        return;
    }
    if (indicator.subject == Subject::household)
        askHousehold(criterion, indicator, findings);
    else
        askEach(criterion, indicator, findings);
    if (findings.size() == before)
        findings.push_back(
            findingOf(criterion,
                      indicator,
                      {},
                      {Outcome::notApplicable, "no one in the family it could speak of", {}}));
}

void Assessor::askEach(const Criterion& criterion,
                       const Indicator& indicator,
                       std::vector<Finding>& findings) const {
    for (const PresentMember& one : m_members) {
        const Fit fit = fitsSubject(indicator, *one.member, m_asAt);
        if (fit == Fit::no)
            continue;
        const records::Person* person = &one.member->person;
        Answer answer = answered(criterion, indicator, std::span(&person, 1), one.records);
        if (answer.outcome == Outcome::notApplicable)
            continue;
        if (fit == Fit::cannotTell && answer.outcome == Outcome::met)
            answer = {Outcome::unknown, "a birth date is not known well enough", {}};
        findings.push_back(findingOf(criterion, indicator, person->id, std::move(answer)));
    }
}

void Assessor::askHousehold(const Criterion& criterion,
                            const Indicator& indicator,
                            std::vector<Finding>& findings) const {
    std::vector<const records::Person*> people;
    std::vector<OwnedRecord> rows;
    for (const PresentMember& one : m_members) {
        if (fitsSubject(indicator, *one.member, m_asAt) == Fit::no)
            continue;
        people.push_back(&one.member->person);
        rows.insert(rows.end(), one.records.begin(), one.records.end());
    }
    if (people.empty())
        return;
    Answer answer = answered(criterion, indicator, people, rows);
    if (answer.outcome != Outcome::notApplicable)
        findings.push_back(findingOf(criterion, indicator, {}, std::move(answer)));
}

void addOnce(std::vector<records::PersonId>& people, records::PersonId person) {
    if (person && std::find(people.begin(), people.end(), person) == people.end())
        people.push_back(person);
}

records::CriterionResult Assessor::resultOf(const Criterion& criterion,
                                            std::span<const Finding> findings) {
    records::CriterionResult result;
    result.number = criterion.number;
    result.outcome = Outcome::notApplicable;
    for (const Outcome outcome : {Outcome::met, Outcome::unknown, Outcome::notMet})
        if (std::any_of(findings.begin(), findings.end(), [&](const Finding& finding) {
                return finding.outcome == outcome;
            })) {
            result.outcome = outcome;
            break;
        }
    std::vector<std::string> why;
    for (const Finding& finding : findings) {
        if (finding.outcome != result.outcome)
            continue;
        if (finding.newest && (!result.newest || *finding.newest > *result.newest))
            result.newest = finding.newest;
        if (result.outcome == Outcome::unknown &&
            std::find(why.begin(), why.end(), finding.explanation) == why.end())
            why.push_back(finding.explanation);
        if (result.outcome != Outcome::met)
            continue;
        addOnce(result.whose, finding.person);
        // What the household meets together it meets by those whose records show it.
        for (const records::Evidence& row : finding.evidence)
            addOnce(result.whose, row.person);
    }
    std::sort(result.whose.begin(), result.whose.end());
    result.why = base::join(why, "; ");
    return result;
}

std::string whyNotFlagged(const Plan& plan, const records::Assessment& assessment, bool child) {
    std::vector<std::string> reasons;
    if (!child)
        reasons.emplace_back("no dependent child");
    const int met = assessment.criteriaMet();
    if (met < plan.minimumCriteria) {
        const auto open = std::count_if(
            assessment.criteria.begin(), assessment.criteria.end(), [](const auto& result) {
                return result.outcome == Outcome::unknown;
            });
        reasons.push_back(std::to_string(met) + " of the " + std::to_string(plan.minimumCriteria) +
                          " criteria needed" +
                          (open == 0 ? "" : ", " + std::to_string(open) + " unknown"));
    }
    return base::join(reasons, "; ");
}

}  // namespace

records::Assessment assess(const Plan& plan,
                           const Calendar& calendar,
                           const FamilyCase& family,
                           const Coverage& coverage,
                           base::Date asAt) {
    records::Assessment assessment;
    assessment.family = family.family;
    assessment.planFingerprint = plan.fingerprint;
    assessment.asAt = asAt;
    const Assessor assessor(plan, calendar, family, coverage, asAt);
    assessor.askAll(assessment);
    const bool child = !plan.dependentChild.required || assessor.hasDependentChild();
    assessment.whyNotFlagged = whyNotFlagged(plan, assessment, child);
    assessment.flagged = assessment.whyNotFlagged.empty();
    return assessment;
}

}  // namespace criteria
