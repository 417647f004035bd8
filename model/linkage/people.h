// SPDX-License-Identifier: GPL-3.0-or-later
// From ties to people: the strongest ties first, each honoured unless it would bring together what
// can't be one person, however long the chain between. So an inconsistent group comes apart at its
// weakest links (Kruskal's forest, 1956, under constraints), and those go to a person.
#pragma once

#include "linkage/certain_no.h"
#include "linkage/edges.h"
#include "linkage/link.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace linkage {

struct RefusedTie {
    Tie tie;
    std::string_view why;  // static text
};

struct People {
    std::vector<std::uint32_t> person;     // row -> the smallest row of its person
    std::vector<std::uint32_t> component;  // row -> the smallest row that any ties lead to
    std::vector<Tie> forest;               // the ties that hold people together
    std::vector<RefusedTie> doubts;        // the strongest between two people, strongest first
};

[[nodiscard]] People formPeople(const Table& table,
                                const Input& input,
                                const CertainNo& certainNo,
                                const std::vector<Tie>& ties,
                                double linkProbability,
                                double prior);

}  // namespace linkage
