// SPDX-License-Identifier: GPL-3.0-or-later
// The endless row of units that make up the county, one after another. Shares of household kinds
// and numbers of children are rounded from the census of England 2021; strain is drawn so that a
// few per cent of households gather several needs, more of them lone parents and large families
// (the programme's own profile of its families).
#pragma once

#include "app/synth/unit.h"

namespace synth {

class Population {
public:
    Population(const WordLists& lists, std::uint64_t seed, base::Date asAt);

    [[nodiscard]] Unit next();

    [[nodiscard]] std::uint64_t people() const { return m_people; }

    [[nodiscard]] std::uint64_t families() const { return m_families; }

private:
    static void giveIdentifiers(Person& person, base::Date asAt);

    const WordLists& m_lists;
    std::uint64_t m_seed;
    base::Date m_asAt;
    Gazetteer m_gazetteer;
    std::uint64_t m_units = 0;
    std::uint64_t m_people = 0;
    std::uint64_t m_families = 0;
};

}  // namespace synth
