// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/submission_candidates.h"

#include "casework/population.h"
#include "families/person_profile.h"
#include "records/address.h"
#include "store/assessment_table.h"
#include "store/case_table.h"
#include "store/consent_table.h"
#include "store/family_table.h"

#include <algorithm>
#include <map>
#include <set>

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

// The homes of everyone whose address is protected, whether or not they may be in the file: a child
// who is in it may have the same address in a partner's unmarked record.
class ProtectedHomes {
public:
    explicit ProtectedHomes(const Population& population) {
        for (const families::PersonRecords& one : population.people) {
            const auto marked = [](const records::SourceRecord* record) {
                return record->identity.addressProtected;
            };
            if (std::none_of(one.records.begin(), one.records.end(), marked))
                continue;
            add(families::describePerson(one.person, one.records).identity);
            for (const records::SourceRecord* record : one.records)
                if (marked(record))
                    add(record->identity);
        }
    }

    [[nodiscard]] bool cover(const records::Identity& identity) const {
        if (m_keys.empty())
            return false;
        const std::vector<std::string> keys = keysOf(identity);
        return std::any_of(
            keys.begin(), keys.end(), [this](const auto& key) { return m_keys.contains(key); });
    }

private:
    // By UPRN and by the written address: records of one home may have either.
    static std::vector<std::string> keysOf(records::Identity identity) {
        std::vector<std::string> keys;
        const auto note = [&] {
            const records::HomeKey home = records::homeKey(identity);
            if (!home.key.empty() && home.kind != records::AddressKind::noFixedAbode)
                keys.push_back(home.key);
        };
        note();
        identity.uprn.clear();
        note();
        return keys;
    }

    void add(const records::Identity& identity) {
        for (std::string& key : keysOf(identity))
            m_keys.insert(std::move(key));
    }

    std::set<std::string> m_keys;
};

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
    const ProtectedHomes protectedHomes(*population);
    // Consent and objection as they are on the day the data goes, not on the period's last: who
    // objects after it is not sent.
    const base::Date standingDay = std::max(period.to, base::today());
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
            if (protectedHomes.cover(candidate.person.identity))
                candidate.person.addressProtected = true;
            candidate.family = family.id;
            candidate.role = member.role;
            candidate.cohort = line->second.cohort;
            candidate.screened = line->second.screened;
            candidate.criteriaMet = line->second.criteriaMet;
            candidate.supportStart = line->second.supportStart;
            candidate.supportEnd = line->second.supportEnd;
            candidate.intensity = line->second.intensity;
            if (const auto known = consents->find(member.person); known != consents->end())
                candidate.standing = records::standingOn(known->second, standingDay);
            candidates.push_back(std::move(candidate));
        }
    }
    return candidates;
}

}  // namespace casework
