// SPDX-License-Identifier: GPL-3.0-or-later
// Makes one unit: draws its kind, then its people, homes and ties. Family numbers begin at 1 within
// the unit; the population makes them unique.
#pragma once

#include "app/synth/unit.h"

namespace synth {

class UnitMaker {
public:
    UnitMaker(const WordLists& lists, Gazetteer& gazetteer, base::Date asAt, std::uint64_t seed);

    [[nodiscard]] Unit make();

private:
    void coupleWithChildren();
    void loneParent();
    void separatedParents();
    void grownChildren();
    void couple();
    void single();
    void grandparentCarers();
    void sharers();
    void resident(bool refuge);

    // Names come by value: they may belong to people whose vector is about to grow.
    std::size_t add(Part part, records::Sex sex, base::Date birth, std::string surname);
    // Of either sex when none is given, and of an age in years between the two.
    std::size_t addAged(
        Part part, std::optional<records::Sex> sex, int least, int most, std::string surname);
    void addChildren(base::Date mother, std::string surname, const Person* father);
    void addTwin(std::size_t child);
    void addPartner(std::size_t of);
    void drawStrain(double high, double medium);
    void move(std::size_t firstPerson);
    void reach();
    [[nodiscard]] base::Date born(int least, int most);
    [[nodiscard]] base::Date daysBack(int least, int most);
    [[nodiscard]] records::Sex anySex();
    [[nodiscard]] std::string familyName();

    const WordLists& m_lists;
    Gazetteer& m_gazetteer;
    base::Date m_asAt;
    Random m_random;
    Unit m_unit;
    std::uint64_t m_family = 1;
    std::size_t m_home = 0;
};

}  // namespace synth
