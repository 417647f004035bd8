// SPDX-License-Identifier: GPL-3.0-or-later
// The comparison levels of every kind of evidence, best first, with the shares the engine starts
// from: m among pairs of one person, u among unrelated people. Estimation moves them as far as the
// data can bear. `kinship` is how often two relatives agree as one person's own records would: near
// one for where they live, near nothing for the forename. The starts are this program's own
// judgement of partner files; level 0 is always "not sent", which is neutral.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace linkage {

enum class Measure {
    forename,
    middleNames,
    surname,
    birthDate,
    sex,
    place,
    phone,
    email,
    identifier,
    text,
    category
};

struct LevelStart {
    std::string_view name;
    double m = 0;
    double u = 0;
};

[[nodiscard]] std::span<const LevelStart> levelsOf(Measure measure);
[[nodiscard]] double kinship(Measure measure);

// Levels by name, as levelsOf lists them (+1: 0 is "not sent").
namespace forename {
enum : unsigned { same = 1, variant, close, alike, initial, swapped, middle, twoNames, different };
}

namespace middle {
enum : unsigned { same = 1, alike, initial, different };
}

namespace surname {
enum : unsigned { same = 1, variant, half, former, close, alike, swapped, different };
}

namespace birth {
enum : unsigned { same = 1, swapped, oneDigit, monthAndYear, year, different };
}

namespace place {
enum : unsigned { home = 1, address, postcode, otherHouse, near, area, elsewhere };
}

namespace plain {  // phone, e-mail, identifier, text; sex and category have same and different

enum : unsigned { same = 1, close, alike, different };
}

}  // namespace linkage
