// SPDX-License-Identifier: GPL-3.0-or-later
#include "disclosure/concerns.h"

#include "base/text.h"
#include "disclosure/cells.h"

#include <algorithm>
#include <map>
#include <utility>

namespace disclosure {

namespace {

constexpr int adultAge = 18;

class Notes {
public:
    void add(Concern concern, records::PersonId person) { m_warnings.push_back({concern, person}); }

    void addIf(bool holds, Concern concern, const Candidate& candidate) {
        if (holds)
            add(concern, candidate.person.id);
    }

    std::vector<Warning> sorted() && {
        const auto before = [](const Warning& left, const Warning& right) {
            return std::pair(left.concern, left.person) < std::pair(right.concern, right.person);
        };
        std::sort(m_warnings.begin(), m_warnings.end(), before);
        m_warnings.erase(std::unique(m_warnings.begin(), m_warnings.end()), m_warnings.end());
        return std::move(m_warnings);
    }

private:
    std::vector<Warning> m_warnings;
};

void noteSupport(const Selection::Included& one, Notes& notes) {
    if (one.cohort != records::Cohort::supported)
        return;
    const Candidate& candidate = *one.candidate;
    const auto& start = candidate.supportStart;
    const auto& end = candidate.supportEnd;
    notes.addIf(!start, Concern::supportedWithoutStart, candidate);
    notes.addIf(start && *start < candidate.screened, Concern::startBeforeScreening, candidate);
    notes.addIf(start && end && *end < *start, Concern::endBeforeStart, candidate);
}

void noteIdentity(const Layout& layout, const Selection::Included& one, Notes& notes) {
    const Candidate& candidate = *one.candidate;
    const records::Identity& identity = candidate.person.identity;
    const auto birth = usableBirthDate(identity);
    notes.addIf(candidate.role == records::MemberRole::child && birth &&
                    *birth <= candidate.screened &&
                    base::ageOn(*birth, candidate.screened) >= adultAge,
                Concern::childOver18,
                candidate);
    notes.addIf(layout.has(Field::birthDate) && identity.birthDate.placeholder(),
                Concern::placeholderBirthDate,
                candidate);
    for (const Column& column : layout.columns)
        notes.addIf(applies(column, candidate) &&
                        !(one.addressWithheld && isLocating(column.field)) &&
                        sentButNotValid(column.field, identity),
                    Concern::invalidIdentifier,
                    candidate);
    notes.addIf(layout.has(Field::postcode) && !one.addressWithheld &&
                    validIdentifier(Field::postcode, identity).empty(),
                Concern::noPostcode,
                candidate);
}

// Everyone who shares a key with someone else.
using Sharers = std::map<std::string, std::vector<records::PersonId>>;

void noteShared(const Sharers& sharers, Concern concern, Notes& notes) {
    for (const auto& [key, people] : sharers)
        if (people.size() > 1)
            for (const records::PersonId person : people)
                notes.add(concern, person);
}

void noteSharing(const Layout& layout, const Selection& selection, Notes& notes) {
    Sharers identifiers;
    Sharers looks;
    for (const Selection::Included& one : selection.included) {
        const records::Identity& identity = one.candidate->person.identity;
        const records::PersonId person = one.candidate->person.id;
        for (const Field field : {Field::nino, Field::upn, Field::nhsNumber, Field::pncId}) {
            const std::string number = validIdentifier(field, identity);
            if (layout.has(field) && !number.empty())
                identifiers[std::string(fieldCode(field)) + " " + number].push_back(person);
        }
        const auto birth = usableBirthDate(identity);
        if (birth && !identity.surname.empty() && !identity.forename.empty())
            looks[base::join({base::foldedKey(identity.forename),
                              base::foldedKey(identity.surname),
                              base::isoDate(*birth),
                              validIdentifier(Field::postcode, identity)},
                             "|")]
                .push_back(person);
    }
    noteShared(identifiers, Concern::sharedIdentifier, notes);
    noteShared(looks, Concern::looksTwice, notes);
}

}  // namespace

std::vector<Warning> concernsAbout(const Layout& layout, const Selection& selection) {
    Notes notes;
    std::map<records::FamilyId, std::vector<records::PersonId>> families;
    for (const Selection::Included& one : selection.included) {
        noteSupport(one, notes);
        noteIdentity(layout, one, notes);
        families[one.candidate->family].push_back(one.candidate->person.id);
    }
    noteSharing(layout, selection, notes);
    for (const auto& [family, people] : families)
        if (people.size() == 1)
            notes.add(Concern::onePersonFamily, people.front());
    return std::move(notes).sorted();
}

}  // namespace disclosure
