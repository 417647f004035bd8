// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/submission_candidates.h"

#include "casework/population.h"
#include "families/person_profile.h"
#include "store/assessment_table.h"
#include "store/case_table.h"
#include "store/consent_table.h"
#include "store/family_table.h"

#include <map>

namespace casework {

namespace {

// What a family adds to each of its members' lines.
struct FamilyLine {
    records::Cohort cohort = records::Cohort::assessedOnly;
    base::Date screened;
    std::vector<int> criteriaMet;
    std::optional<base::Date> supportStart;
    std::optional<base::Date> supportEnd;
    std::string intensity;
};

using FamilyLines = std::map<records::FamilyId, FamilyLine>;

base::Result<FamilyLines> familyLines(store::Vault& vault, const access::Grant& grant) {
    const auto standings = store::CaseTable(vault).standings();
    if (!standings)
        return base::fail(standings.error());
    std::map<records::FamilyId, store::CaseStanding> byFamily;
    for (const store::CaseStanding& standing : *standings)
        byFamily.emplace(standing.family, standing);
    const store::AssessmentTable table(vault);
    const auto screened = table.firstScreened(grant);
    if (!screened)
        return base::fail(screened.error());
    FamilyLines lines;
    const auto walked =
        table.forEach(grant, [&](records::Assessment&& assessment) -> base::Result<void> {
            const auto standing = byFamily.find(assessment.family);
            const bool supported =
                standing != byFamily.end() && standing->second.supportFrom.has_value();
            if (!supported && !assessment.flagged)
                return {};
            FamilyLine line;
            const auto first = screened->find(assessment.family);
            line.screened = first == screened->end() ? assessment.asAt : first->second;
            for (const records::CriterionResult& result : assessment.criteria)
                if (result.outcome == records::Outcome::met)
                    line.criteriaMet.push_back(result.number);
            if (supported) {
                line.cohort = records::Cohort::supported;
                line.supportStart = standing->second.supportFrom;
                line.supportEnd = standing->second.supportTo;
                line.intensity = standing->second.intensity;
            }
            lines.emplace(assessment.family, std::move(line));
            return {};
        });
    if (!walked)
        return base::fail(walked.error());
    return lines;
}

}  // namespace

base::Result<std::vector<disclosure::Candidate>> submissionCandidates(
    store::Vault& vault,
    const access::Grant& grant,
    const disclosure::Period& period,
    base::Progress& progress) {
    const auto lines = familyLines(vault, grant);
    if (!lines)
        return base::fail(lines.error());
    const auto families = store::FamilyTable(vault).all(grant);
    if (!families)
        return base::fail(families.error());
    const auto consents = store::ConsentTable(vault).all(grant);
    if (!consents)
        return base::fail(consents.error());
    const auto population = loadPopulation(vault, grant, store::Payloads::closed, progress);
    if (!population)
        return base::fail(population.error());
    std::vector<disclosure::Candidate> candidates;
    for (const records::Family& family : *families) {
        const auto line = lines->find(family.id);
        if (line == lines->end())
            continue;
        for (const records::Membership& member : family.members) {
            const families::PersonRecords* person = population->person(member.person);
            if (person == nullptr)
                continue;
            disclosure::Candidate candidate;
            candidate.person = families::describePerson(member.person, person->records);
            candidate.family = family.id;
            candidate.role = member.role;
            candidate.cohort = line->second.cohort;
            candidate.screened = line->second.screened;
            candidate.criteriaMet = line->second.criteriaMet;
            candidate.supportStart = line->second.supportStart;
            candidate.supportEnd = line->second.supportEnd;
            candidate.intensity = line->second.intensity;
            if (const auto known = consents->find(member.person); known != consents->end())
                candidate.standing = records::standingOn(known->second, period.to);
            candidates.push_back(std::move(candidate));
        }
    }
    return candidates;
}

}  // namespace casework
