// SPDX-License-Identifier: GPL-3.0-or-later
// The doubtful ties of one building of families, and the answers people gave to earlier ones.
#pragma once

#include "families/evidence.h"
#include "families/unit.h"
#include "records/family.h"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace families {

class Doubts {
public:
    Doubts(const Evidence& evidence, const std::vector<records::DoubtfulTie>& decided);

    // `members` share `home` and that is not enough. If a person has answered yes, gives the unit
    // of those the answer named; else nothing.
    [[nodiscard]] std::optional<Unit> raise(std::vector<UnitMember> members,
                                            std::string reason,
                                            const std::string& home);

    // Sorted by home, reason and people.
    [[nodiscard]] std::vector<records::DoubtfulTie> take();

private:
    const Evidence& m_evidence;
    std::map<std::pair<std::string, std::string>, std::vector<const records::DoubtfulTie*>>
        m_decided;
    std::vector<records::DoubtfulTie> m_ties;
};

}  // namespace families
