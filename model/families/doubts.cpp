// SPDX-License-Identifier: GPL-3.0-or-later
#include "families/doubts.h"

#include <algorithm>
#include <tuple>

namespace families {

using records::DoubtfulTie;
using records::PersonId;

namespace {

bool names(const DoubtfulTie& tie, PersonId person) {
    return std::find(tie.people.begin(), tie.people.end(), person) != tie.people.end();
}

}  // namespace

Doubts::Doubts(const Evidence& evidence, const std::vector<DoubtfulTie>& decided)
    : m_evidence(evidence) {
    for (const DoubtfulTie& tie : decided)
        if (tie.decidedFamily)
            m_decided[{tie.home, tie.reason}].push_back(&tie);
    for (auto& [key, ties] : m_decided)
        std::sort(ties.begin(), ties.end(), [](const DoubtfulTie* a, const DoubtfulTie* b) {
            return a->id > b->id;  // the newest answer first
        });
}

std::optional<Unit> Doubts::raise(std::vector<UnitMember> members,
                                  std::string reason,
                                  const std::string& home) {
    DoubtfulTie tie;
    tie.reason = std::move(reason);
    tie.home = home;
    for (const UnitMember& member : members) {
        tie.people.push_back(m_evidence.people[member.person].id);
        tie.evidence.insert(tie.evidence.end(), member.evidence.begin(), member.evidence.end());
    }
    std::sort(tie.people.begin(), tie.people.end());
    std::sort(tie.evidence.begin(), tie.evidence.end());
    tie.evidence.erase(std::unique(tie.evidence.begin(), tie.evidence.end()), tie.evidence.end());

    std::optional<Unit> family;
    const auto found = m_decided.find({home, tie.reason});
    if (found != m_decided.end()) {
        const DoubtfulTie& answered = *found->second.front();
        const bool newcomers = std::any_of(tie.people.begin(), tie.people.end(), [&](PersonId one) {
            return !names(answered, one);
        });
        if (!*answered.decidedFamily || !newcomers) {
            tie.id = answered.id;
            tie.decidedFamily = answered.decidedFamily;
        }
        if (*answered.decidedFamily) {
            std::erase_if(members, [&](const UnitMember& member) {
                return !names(answered, m_evidence.people[member.person].id);
            });
            for (UnitMember& member : members)
                member.decided = true;
            family = Unit{home, std::move(members)};
        }
    }
    m_ties.push_back(std::move(tie));
    return family;
}

std::vector<DoubtfulTie> Doubts::take() {
    std::sort(m_ties.begin(), m_ties.end(), [](const DoubtfulTie& a, const DoubtfulTie& b) {
        return std::tie(a.home, a.reason, a.people) < std::tie(b.home, b.reason, b.people);
    });
    return std::move(m_ties);
}

}  // namespace families
