// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/synth/population.h"

#include "app/synth/identifiers.h"
#include "app/synth/unit_maker.h"

#include <algorithm>

namespace synth {

bool Unit::hasChildren() const {
    return std::any_of(people.begin(), people.end(), [](const Person& person) {
        return person.part == Part::child;
    });
}

Population::Population(const WordLists& lists, std::uint64_t seed, base::Date asAt)
    : m_lists(lists), m_seed(seed), m_asAt(asAt), m_gazetteer(lists, seed) {}

Unit Population::next() {
    UnitMaker maker(m_lists, m_gazetteer, m_asAt, mixed(m_seed, ++m_units));
    Unit unit = maker.make();
    const std::uint64_t familiesBefore = m_families;
    for (Person& person : unit.people) {
        person.number = ++m_people;
        person.family += familiesBefore;
        m_families = std::max(m_families, person.family);
        giveIdentifiers(person, m_asAt);
    }
    return unit;
}

void Population::giveIdentifiers(Person& person, base::Date asAt) {
    // 7919 is prime to the range, so neighbours get far-off numbers and none repeats.
    constexpr std::uint64_t numbers = 900'000;
    if (person.number < numbers)
        person.nhs = nhsNumber(person.number * 7919 % numbers).value_or(std::string());
    const int age = base::ageOn(person.birth, asAt);
    if (age >= 4 && age < 20)
        person.upn = upn(person.number, int(person.birth.year()) + 4);
    if (age >= 16)
        person.nino = nino(person.number);
}

}  // namespace synth
