// SPDX-License-Identifier: GPL-3.0-or-later
// A blocking rule: which parts of what two profiles say must be the same for the pair to be worth
// comparing.
#pragma once

#include "linkage/comparer.h"

#include <cstdint>
#include <string>
#include <vector>

namespace linkage {

// What a rule's key is made of.
enum class Part : std::uint8_t {
    forename,
    forenameStart,
    forenameSound,
    surname,
    surnameStart,
    surnameSound,
    names,  // both names in either order
    birthDate,
    birthYear,
    monthAndDay,
    postcode,
    outcode,
    home,
    town,
    value,  // the column itself: identifiers, phone, e-mail, text
    emailStart
};

struct BlockingRule {
    std::string name;  // "surname, birth date"
    std::vector<Part> parts;
    const Column* column = nullptr;  // of Part::value
    bool broad = false;              // used only where the rows bear it
    // Comparisons the rule all but settles: pairs it finds don't train those.
    std::vector<std::size_t> settles;
};

[[nodiscard]] std::vector<BlockingRule> rulesFor(const Comparer& comparer);

}  // namespace linkage
