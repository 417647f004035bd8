// SPDX-License-Identifier: GPL-3.0-or-later
#include "families/relations.h"

#include "families/union_find.h"

#include <algorithm>
#include <map>
#include <set>

namespace families {

namespace {

// What the related person is to the first, seen from the other side; "" when not said.
std::string_view otherSide(std::string_view relationship) {
    if (relationship == "parent")
        return "child";
    if (relationship == "child")
        return "parent";
    if (relationship == "partner" || relationship == "sibling")
        return relationship;
    return {};
}

bool tiesPeople(const Relation& relation) {
    return relation.responsible || relation.relationship == "parent" ||
           relation.relationship == "child" || relation.relationship == "partner" ||
           relation.relationship == "grandparent" || relation.relationship == "carer" ||
           relation.relationship == "sibling";
}

UnitMember memberBy(const Relation& relation, std::uint32_t person) {
    UnitMember member;
    member.person = person;
    const bool first = person == relation.person;
    member.say(first ? relation.relationship : otherSide(relation.relationship));
    member.responsible = first && relation.responsible;
    member.prove(relation.record, relation.from);
    return member;
}

class Completing {
public:
    Completing(std::vector<Unit> units, const Evidence& evidence, const Settings& settings)
        : m_units(std::move(units)), m_evidence(evidence), m_settings(settings) {}

    std::vector<Unit> run();

private:
    void index();
    void joinUnderOneRoof();
    void foldSubsets();
    bool attachHomeless();
    void uniteHomeless();
    void explainMembers();
    void addParentsElsewhere();
    void include(std::size_t unit, const Relation& relation, std::uint32_t person);
    [[nodiscard]] bool hasAdult(std::size_t unit) const;
    [[nodiscard]] bool shareUnit(std::uint32_t left, std::uint32_t right) const;

    [[nodiscard]] bool hasHome(std::uint32_t person) const { return !m_unitsOf[person].empty(); }

    std::vector<Unit> m_units;
    const Evidence& m_evidence;
    const Settings& m_settings;
    std::vector<std::vector<std::size_t>> m_unitsOf;  // by person, rising
};

void Completing::index() {
    m_unitsOf.assign(m_evidence.people.size(), {});
    for (std::size_t i = 0; i < m_units.size(); ++i)
        for (const UnitMember& member : m_units[i].members)
            m_unitsOf[member.person].push_back(i);
}

bool Completing::shareUnit(std::uint32_t left, std::uint32_t right) const {
    const auto& of = m_unitsOf[right];
    return std::any_of(m_unitsOf[left].begin(), m_unitsOf[left].end(), [&](std::size_t unit) {
        return std::find(of.begin(), of.end(), unit) != of.end();
    });
}

bool Completing::hasAdult(std::size_t unit) const {
    const auto& members = m_units[unit].members;
    return std::any_of(members.begin(), members.end(), [&](const UnitMember& member) {
        return !m_evidence.people[member.person].minor;
    });
}

// In a hostel or an overfull house, people stated to be related are one unit.
void Completing::joinUnderOneRoof() {
    UnionFind sets(m_units.size());
    for (const Relation& relation : m_evidence.relations) {
        if (relation.livesHere == false || !tiesPeople(relation))
            continue;
        for (const std::size_t left : m_unitsOf[relation.person])
            for (const std::size_t right : m_unitsOf[relation.related])
                if (left != right && m_units[left].home == m_units[right].home &&
                    !shareUnit(relation.person, relation.related))
                    sets.join(static_cast<std::uint32_t>(left), static_cast<std::uint32_t>(right));
    }
    std::vector<Unit> joined;
    std::map<std::uint32_t, std::size_t> places;
    for (std::size_t i = 0; i < m_units.size(); ++i) {
        const std::uint32_t root = sets.root(static_cast<std::uint32_t>(i));
        const auto [at, first] = places.try_emplace(root, joined.size());
        if (first) {
            joined.push_back(std::move(m_units[i]));
            continue;
        }
        for (UnitMember& member : m_units[i].members)
            if (!joined[at->second].has(member.person))
                joined[at->second].add(std::move(member));
    }
    m_units = std::move(joined);
    index();
}

// Of units with the same people the first by home stays; people alone stay only where nothing
// larger holds them.
void Completing::foldSubsets() {
    std::vector<bool> gone(m_units.size(), false);
    for (std::size_t i = 0; i < m_units.size(); ++i) {
        const Unit& unit = m_units[i];
        for (const std::size_t other : m_unitsOf[unit.members.front().person]) {
            if (other == i || gone[other] || m_units[other].members.size() < unit.members.size())
                continue;
            const bool within = std::all_of(
                unit.members.begin(), unit.members.end(), [&](const UnitMember& member) {
                    return m_units[other].has(member.person);
                });
            const bool equal = within && m_units[other].members.size() == unit.members.size();
            const bool yields =
                !equal || std::pair(m_units[other].home, other) < std::pair(unit.home, i);
            if (within && yields) {
                gone[i] = true;
                break;
            }
        }
    }
    std::vector<Unit> kept;
    for (std::size_t i = 0; i < m_units.size(); ++i)
        if (!gone[i])
            kept.push_back(std::move(m_units[i]));
    m_units = std::move(kept);
    index();
}

void Completing::include(std::size_t unit, const Relation& relation, std::uint32_t person) {
    if (!m_units[unit].has(person))
        m_units[unit].add(memberBy(relation, person));
}

// People of no known home join the home of those they are related to: a child every parent's; an
// adult only when the record says they live there, or when it is the one such home and no adult is
// known in it. (A parent of whom no address is known may be the one who must not learn it.) One
// round, decided on how things stood before it; true when it changed anything.
bool Completing::attachHomeless() {
    std::map<std::uint32_t, std::vector<std::pair<std::size_t, const Relation*>>> wanted;
    for (const Relation& relation : m_evidence.relations) {
        if (relation.livesHere == false || !tiesPeople(relation))
            continue;
        const bool first = hasHome(relation.person);
        const bool second = hasHome(relation.related);
        if (first && second && relation.livesHere == true &&
            !shareUnit(relation.person, relation.related))
            for (const std::size_t unit : m_unitsOf[relation.related])
                wanted[relation.person].emplace_back(unit, &relation);
        if (first == second)
            continue;
        const std::uint32_t homeless = first ? relation.related : relation.person;
        const std::uint32_t housed = first ? relation.person : relation.related;
        for (const std::size_t unit : m_unitsOf[housed])
            wanted[homeless].emplace_back(unit, &relation);
    }
    std::set<std::size_t> withAdult;
    for (const auto& [person, homes] : wanted)
        for (const auto& [unit, relation] : homes)
            if (hasAdult(unit))
                withAdult.insert(unit);
    bool changed = false;
    for (const auto& [person, homes] : wanted) {
        std::set<std::size_t> distinct;
        for (const auto& [unit, relation] : homes)
            distinct.insert(unit);
        for (const auto& [unit, relation] : homes) {
            const bool certain = m_evidence.people[person].minor || relation->livesHere == true ||
                                 (distinct.size() == 1 && !withAdult.contains(unit));
            if (!certain)
                continue;
            include(unit, *relation, person);
            changed = true;
        }
    }
    if (changed)
        index();
    return changed;
}

// Relatives of whom no home is known at all.
void Completing::uniteHomeless() {
    UnionFind sets(m_evidence.people.size());
    std::set<std::uint32_t> people;
    const auto homeless = [&](const Relation& relation) {
        return relation.livesHere != false && tiesPeople(relation) && !hasHome(relation.person) &&
               !hasHome(relation.related);
    };
    for (const Relation& relation : m_evidence.relations) {
        if (!homeless(relation))
            continue;
        sets.join(relation.person, relation.related);
        people.insert({relation.person, relation.related});
    }
    std::map<std::uint32_t, Unit> units;
    for (const Relation& relation : m_evidence.relations) {
        if (!homeless(relation))
            continue;
        Unit& unit = units[sets.root(relation.person)];
        for (const std::uint32_t person : {relation.person, relation.related})
            if (!unit.has(person))
                unit.add(memberBy(relation, person));
    }
    for (auto& [root, unit] : units)
        m_units.push_back(std::move(unit));
    index();
}

// Inside a unit, a relationship says what its two people are to each other.
void Completing::explainMembers() {
    for (const Relation& relation : m_evidence.relations) {
        for (const std::size_t place : m_unitsOf[relation.person]) {
            UnitMember* first = m_units[place].find(relation.person);
            UnitMember* second = m_units[place].find(relation.related);
            if (first == nullptr || second == nullptr)
                continue;
            first->say(relation.relationship);
            first->responsible |= relation.responsible;
            first->prove(relation.record, relation.from);
            second->say(otherSide(relation.relationship));
            second->prove(relation.record, relation.from);
        }
    }
}

void Completing::addParentsElsewhere() {
    std::vector<std::pair<std::size_t, UnitMember>> additions;
    for (const Relation& relation : m_evidence.relations) {
        if (shareUnit(relation.person, relation.related))
            continue;
        const bool isParent = relation.relationship == "parent" || relation.responsible;
        const bool isChild = relation.relationship == "child";
        if (!isParent && !isChild)
            continue;
        const std::uint32_t parent = isParent ? relation.person : relation.related;
        const std::uint32_t child = isParent ? relation.related : relation.person;
        const PersonFacts& facts = m_evidence.people[child];
        if (facts.adult || m_evidence.people[parent].minor)
            continue;
        UnitMember member = memberBy(relation, parent);
        member.nonResident = true;
        for (const std::size_t unit : m_unitsOf[child]) {
            additions.emplace_back(unit, member);
            if (UnitMember* there = m_units[unit].find(child))
                there->prove(relation.record, std::nullopt);
        }
    }
    for (auto& [unit, member] : additions) {
        UnitMember* there = m_units[unit].find(member.person);
        if (there == nullptr)
            m_units[unit].add(std::move(member));
        else
            for (const records::RecordId record : member.evidence)
                there->prove(record, member.from);
    }
}

std::vector<Unit> Completing::run() {
    index();
    joinUnderOneRoof();
    foldSubsets();
    // Each round houses someone; a chain of relatives longer than a home is no family.
    for (std::size_t round = 0; round < m_settings.largestHome && attachHomeless(); ++round) {
    }
    uniteHomeless();
    explainMembers();
    addParentsElsewhere();
    return std::move(m_units);
}

}  // namespace

std::vector<Unit> withRelations(std::vector<Unit> units,
                                const Evidence& evidence,
                                const Settings& settings) {
    return Completing(std::move(units), evidence, settings).run();
}

}  // namespace families
