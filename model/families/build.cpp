// SPDX-License-Identifier: GPL-3.0-or-later
#include "families/build.h"

#include "families/doubts.h"
#include "families/earlier.h"
#include "families/evidence.h"
#include "families/homes.h"
#include "families/relations.h"
#include "families/roles.h"

#include <algorithm>
#include <unordered_map>

namespace families {

using records::Family;
using records::Membership;

namespace {

Family familyOf(const Unit& unit, const Evidence& evidence) {
    Family family;
    family.home = unit.home;
    const auto roles = rolesIn(unit, evidence);
    for (std::size_t i = 0; i < unit.members.size(); ++i) {
        const UnitMember& member = unit.members[i];
        const PersonFacts& facts = evidence.people[member.person];
        Membership membership;
        membership.person = facts.id;
        membership.role = roles[i];
        membership.dates = {member.from, facts.death};
        membership.evidence = member.evidence;
        membership.evidenceWords = evidenceWords(member);
        family.members.push_back(std::move(membership));
    }
    return family;
}

std::vector<records::PersonId> peopleOf(const Family& family) {
    std::vector<records::PersonId> people;
    for (const Membership& member : family.members)
        people.push_back(member.person);
    return people;
}

void sortByMembers(std::vector<Family>& families) {
    std::sort(families.begin(), families.end(), [](const Family& a, const Family& b) {
        return std::pair(peopleOf(a), a.home) < std::pair(peopleOf(b), b.home);
    });
}

Counts countsOf(const Input& input, const Outcome& outcome) {
    Counts counts;
    counts.people = input.people.size();
    counts.families = outcome.families.size();
    std::unordered_map<records::PersonId, int> memberships;
    for (const Family& family : outcome.families)
        for (const Membership& member : family.members)
            ++memberships[member.person];
    counts.inFamilies = memberships.size();
    counts.inTwoFamilies = static_cast<std::size_t>(
        std::count_if(memberships.begin(), memberships.end(), [](const auto& entry) {
            return entry.second > 1;
        }));
    counts.doubtful = static_cast<std::size_t>(
        std::count_if(outcome.doubtful.begin(), outcome.doubtful.end(), [](const auto& tie) {
            return !tie.decidedFamily;
        }));
    return counts;
}

}  // namespace

base::Result<Outcome> buildFamilies(const Input& input, base::Progress& progress) {
    const auto evidence = gatherEvidence(input, progress);
    if (!evidence)
        return base::fail(evidence.error());
    progress.step("building families", 0, input.people.size());
    Doubts doubts(*evidence, input.decided);
    std::vector<Unit> units = unitsByHome(*evidence, input.settings, doubts);
    units = withRelations(std::move(units), *evidence, input.settings);
    if (progress.cancelled())
        return base::fail(base::Code::cancelled, "families", "stopped; nothing was changed");

    Outcome outcome;
    for (const Unit& unit : units)
        if (unit.members.size() >= 2)
            outcome.families.push_back(familyOf(unit, *evidence));
    sortByMembers(outcome.families);
    const std::size_t kept = keepNumbers(outcome.families, input.earlier);
    outcome.doubtful = doubts.take();
    outcome.counts = countsOf(input, outcome);
    outcome.counts.kept = kept;
    progress.step("building families", input.people.size(), input.people.size());
    return outcome;
}

}  // namespace families
