// SPDX-License-Identifier: GPL-3.0-or-later
#include "families/roles.h"

#include "base/text.h"
#include "families/homes.h"

#include <algorithm>

namespace families {

using records::MemberRole;

namespace {

constexpr int generation = 15;      // years
constexpr int grownUpAge = 25;      // from here on a child of the home is an adult of it
constexpr int twoGenerations = 36;  // years between a grandparent and a grandchild, at least

class Roles {
public:
    Roles(const Unit& unit, const Evidence& evidence) : m_unit(unit), m_evidence(evidence) {}

    std::vector<MemberRole> run() {
        for (const UnitMember& member : m_unit.members)
            m_isChild.push_back(isChild(member));
        std::vector<MemberRole> roles;
        for (std::size_t i = 0; i < m_unit.members.size(); ++i)
            roles.push_back(m_isChild[i] ? MemberRole::child : adultRole(m_unit.members[i]));
        return roles;
    }

private:
    const PersonFacts& facts(const UnitMember& member) const {
        return m_evidence.people[member.person];
    }

    static bool saidParent(const UnitMember& member) {
        return member.responsible || member.isSaid("parent") || member.isSaid("carer");
    }

    bool isChild(const UnitMember& member) const {
        if (member.nonResident || saidParent(member))
            return false;
        const PersonFacts& person = facts(member);
        if (person.minor)
            return !member.isSaid("partner") && !member.isSaid("tenant");
        return member.isSaid("child") && person.age.value_or(0) < grownUpAge;
    }

    // Years by which `elder` is older; nothing when either birth date is unknown.
    std::optional<int> yearsBetween(const UnitMember& elder, const UnitMember& younger) const {
        const auto& left = facts(elder).age;
        const auto& right = facts(younger).age;
        return left && right ? std::optional(*left - *right) : std::nullopt;
    }

    template <class Test>
    bool anyChild(Test test) const {
        for (std::size_t i = 0; i < m_unit.members.size(); ++i)
            if (m_isChild[i] && test(m_unit.members[i]))
                return true;
        return false;
    }

    bool olderThan(const UnitMember& elder, const UnitMember& younger, int years) const {
        return yearsBetween(elder, younger).value_or(0) >= years;
    }

    bool aGenerationAboveAChild(const UnitMember& adult) const {
        return anyChild([&](const UnitMember& child) {
            return olderThan(adult, child, generation) ||
                   (!yearsBetween(adult, child) && shareSurname(facts(adult), facts(child)));
        });
    }

    bool sharesSurnameWithAChild(const UnitMember& adult) const {
        return anyChild(
            [&](const UnitMember& child) { return shareSurname(facts(adult), facts(child)); });
    }

    template <class Test>
    bool anyOtherAdult(const UnitMember& self, Test test) const {
        for (std::size_t i = 0; i < m_unit.members.size(); ++i) {
            const UnitMember& other = m_unit.members[i];
            if (!m_isChild[i] && !other.nonResident && other.person != self.person && test(other))
                return true;
        }
        return false;
    }

    // Someone stands a generation between this adult and a child.
    bool looksLikeGrandparent(const UnitMember& adult) const {
        const bool farAboveAll = !anyChild(
            [&](const UnitMember& child) { return !olderThan(adult, child, twoGenerations); });
        return farAboveAll && anyOtherAdult(adult, [&](const UnitMember& between) {
                   return olderThan(adult, between, generation) &&
                          aGenerationAboveAChild(between) &&
                          (saidParent(between) || !looksLikeGrownChild(between));
               });
    }

    // Young, with an adult a generation older who shares the surname: a grown-up child of the home.
    bool looksLikeGrownChild(const UnitMember& adult) const {
        const auto& age = facts(adult).age;
        return age && *age < grownUpAge && anyOtherAdult(adult, [&](const UnitMember& elder) {
                   return olderThan(elder, adult, generation) &&
                          shareSurname(facts(elder), facts(adult));
               });
    }

    MemberRole adultRole(const UnitMember& member) const {
        if (member.nonResident)
            return MemberRole::nonResidentParent;
        if (member.isSaid("grandparent"))
            return MemberRole::grandparent;
        if (saidParent(member))
            return MemberRole::parent;
        if (member.isSaid("partner") && !sharesSurnameWithAChild(member))
            return MemberRole::partner;
        const bool aside = member.isSaid("sibling") || member.isSaid("child") ||
                           member.isSaid("other") || looksLikeGrownChild(member);
        if (aside || !aGenerationAboveAChild(member))
            return member.isSaid("partner") ? MemberRole::partner : MemberRole::otherAdult;
        return looksLikeGrandparent(member) ? MemberRole::grandparent : MemberRole::parent;
    }

    const Unit& m_unit;
    const Evidence& m_evidence;
    std::vector<bool> m_isChild;
};

}  // namespace

std::vector<MemberRole> rolesIn(const Unit& unit, const Evidence& evidence) {
    return Roles(unit, evidence).run();
}

std::string evidenceWords(const UnitMember& member) {
    std::vector<std::string> said;
    for (const std::string_view word : member.said)
        said.emplace_back(word);
    std::vector<std::string> words;
    if (member.decided)
        words.emplace_back("a person decided that they are one family");
    if (member.line)
        words.emplace_back("household record");
    if (member.addressRecords > 0)
        words.push_back("same address in " +
                        base::counted(member.addressRecords, "record", "records"));
    if (!said.empty())
        words.push_back("stated: " + base::join(said, ", "));
    if (member.nonResident)
        words.emplace_back("not known to live there");
    return words.empty() ? "stated relationship" : base::join(words, "; ");
}

}  // namespace families
