// SPDX-License-Identifier: GPL-3.0-or-later
#include "disclosure/eligibility.h"

#include "disclosure/cells.h"
#include "records/address.h"
#include "records/identifier.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace disclosure {

namespace {

struct Words {
    std::string_view code;
    std::string_view words;
};

constexpr std::array<Words, allReasons.size()> reasons{
    {{"objected", "They objected to the study"},
     {"no-basis", "No lawful basis for the study is recorded"},
     {"consent-not-given", "Consent is the basis, and it was not given"},
     {"deceased", "They died on or before the period's last day"},
     {"protected-address", "Their address must not be disclosed"},
     {"not-in-period", "They were not screened yet, or support ended before the period"},
     {"missing-mandatory", "A mandatory column has no value"},
     {"other-family", "They are in the file with another family"}}};

constexpr std::array<Words, allConcerns.size()> concerns{
    {{"child-over-18", "A child of the family was 18 or older when screened"},
     {"start-before-screening", "Support started before the family was screened"},
     {"end-before-start", "Support ended before it started"},
     {"supported-without-start", "A supported family has no start of support"},
     {"placeholder-birth-date", "The birth date stands for 'not known' and is sent blank"},
     {"invalid-identifier", "An identifier is not valid and is sent blank"},
     {"shared-identifier", "Two people have one identifier"},
     {"no-postcode", "No valid postcode is held"},
     {"looks-twice", "Two people have one name, birth date and postcode"},
     {"one-person-family", "Only one person of the family is in the file"}}};

// Every way this address could be recognised in another person's record.
std::vector<std::string> addressKeys(const Candidate& candidate) {
    records::Identity identity = candidate.person.identity;
    std::vector<std::string> keys;
    const auto note = [&keys](std::string key) {
        if (!key.empty())
            keys.push_back(std::move(key));
    };
    note(records::homeKey(identity).key);
    identity.uprn.clear();
    note(records::homeKey(identity).key);
    // Within one family a shared postcode is a shared home, however the address is written.
    const std::string postcode = records::checkPostcode(identity.postcode).canonical;
    if (!postcode.empty())
        note("family " + std::to_string(candidate.family.value) + " " + postcode);
    return keys;
}

// The marked people, and whoever has an address of theirs, in whichever family.
class Protection {
public:
    explicit Protection(const std::vector<Candidate>& candidates) {
        std::set<std::string> keys;
        for (const Candidate& candidate : candidates) {
            if (!candidate.person.addressProtected && !candidate.person.identity.addressProtected)
                continue;
            m_people.insert(candidate.person.id);
            for (std::string& key : addressKeys(candidate))
                keys.insert(std::move(key));
        }
        if (keys.empty())
            return;
        for (const Candidate& candidate : candidates) {
            const std::vector<std::string> own = addressKeys(candidate);
            if (std::any_of(own.begin(), own.end(), [&keys](const std::string& key) {
                    return keys.contains(key);
                }))
                m_people.insert(candidate.person.id);
        }
    }

    [[nodiscard]] bool covers(const Candidate& candidate) const {
        return m_people.contains(candidate.person.id);
    }

private:
    std::set<records::PersonId> m_people;
};

bool inPeriod(const Candidate& candidate, const Period& period) {
    if (candidate.screened.is_special() || candidate.screened > period.to)
        return false;
    const bool supported = cohortIn(candidate, period) == records::Cohort::supported;
    return !(supported && candidate.supportEnd && *candidate.supportEnd < period.from);
}

bool missesMandatory(const Layout& layout, const Row& row) {
    return std::any_of(layout.columns.begin(), layout.columns.end(), [&](const Column& column) {
        if (!column.mandatory || !applies(column, *row.candidate))
            return false;
        const bool withheld = row.addressWithheld && isLocating(column.field);
        return !withheld && cell(layout, column, row).empty();
    });
}

// Of the person, so true of them in every family.
bool isPersonal(Reason reason) {
    return reason <= Reason::protectedAddress;
}

// Which of a person's families they go out with: a supported one, then the one screened first.
bool isBetter(const Selection::Included& left, const Selection::Included& right) {
    const auto key = [](const Selection::Included& one) {
        return std::tuple(one.cohort != records::Cohort::supported,
                          one.candidate->screened,
                          one.candidate->family,
                          one.candidate->role);
    };
    return key(left) < key(right);
}

}  // namespace

std::optional<Reason> leftOut(const Layout& layout,
                              const Candidate& candidate,
                              const Period& period,
                              bool atProtectedAddress) {
    const records::ConsentStanding& standing = candidate.standing;
    if (standing.objected())
        return Reason::objected;
    const records::LawfulBasis basis = standing.basisInForce();
    if (basis == records::LawfulBasis::none)
        return Reason::noBasis;
    if (basis == records::LawfulBasis::consent && !standing.consentGiven())
        return Reason::consentNotGiven;
    const auto& death = candidate.person.identity.deathDate;
    if (death && *death <= period.to)
        return Reason::deceased;
    if (atProtectedAddress && layout.protectedAddress == ProtectedAddress::leaveOutPerson)
        return Reason::protectedAddress;
    if (!inPeriod(candidate, period))
        return Reason::notInPeriod;
    // Pseudonyms are made for everyone who goes out, so any text will do here.
    const Row row{&candidate, cohortIn(candidate, period), atProtectedAddress, period.to, "P", "F"};
    if (missesMandatory(layout, row))
        return Reason::missingMandatory;
    return std::nullopt;
}

Selection select(const Layout& layout,
                 const std::vector<Candidate>& candidates,
                 const Period& period) {
    const Protection protection(candidates);
    std::map<records::PersonId, Reason> personal;
    std::vector<std::optional<Reason>> verdicts;
    std::vector<char> covered;
    for (const Candidate& candidate : candidates) {
        covered.push_back(protection.covers(candidate) ? 1 : 0);
        verdicts.push_back(leftOut(layout, candidate, period, covered.back() != 0));
        if (verdicts.back() && isPersonal(*verdicts.back())) {
            const auto [known, isNew] = personal.emplace(candidate.person.id, *verdicts.back());
            known->second = std::min(known->second, *verdicts.back());
        }
    }
    Selection selection;
    std::map<records::PersonId, Selection::Included> best;
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        const Candidate& candidate = candidates[i];
        const auto own = personal.find(candidate.person.id);
        if (own != personal.end()) {
            selection.excluded.push_back({&candidate, own->second});
            continue;
        }
        if (verdicts[i]) {
            selection.excluded.push_back({&candidate, *verdicts[i]});
            continue;
        }
        const Selection::Included one{&candidate, cohortIn(candidate, period), covered[i] != 0};
        const auto [held, isNew] = best.emplace(candidate.person.id, one);
        if (isNew)
            continue;
        const bool better = isBetter(one, held->second);
        const Candidate* loser = better ? held->second.candidate : &candidate;
        if (better)
            held->second = one;
        selection.excluded.push_back({loser, Reason::otherFamily});
    }
    for (const auto& [person, one] : best)
        selection.included.push_back(one);
    return selection;
}

std::string_view reasonCode(Reason reason) {
    return reasons[static_cast<std::size_t>(reason)].code;
}

std::string_view reasonWords(Reason reason) {
    return reasons[static_cast<std::size_t>(reason)].words;
}

std::string_view concernCode(Concern concern) {
    return concerns[static_cast<std::size_t>(concern)].code;
}

std::string_view concernWords(Concern concern) {
    return concerns[static_cast<std::size_t>(concern)].words;
}

}  // namespace disclosure
