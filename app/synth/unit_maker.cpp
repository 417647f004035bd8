// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/synth/unit_maker.h"

#include "base/text.h"

#include <algorithm>

namespace synth {

using records::Sex;

namespace {

using base::Date;
using Days = boost::gregorian::days;

constexpr int dependentUntil = 18;

}  // namespace

UnitMaker::UnitMaker(const WordLists& lists, Gazetteer& gazetteer, Date asAt, std::uint64_t seed)
    : m_lists(lists), m_gazetteer(gazetteer), m_asAt(asAt), m_random(seed) {
    m_unit.seed = mixed(seed, 0x756e6974);
}

Unit UnitMaker::make() {
    // Of 1,000 households.
    const std::size_t kind = m_random.weighted(std::array{195, 50, 32, 60, 270, 345, 8, 14, 20, 6});
    switch (kind) {
        case 0:
            coupleWithChildren();
            break;
        case 1:
            loneParent();
            break;
        case 2:
            separatedParents();
            break;
        case 3:
            grownChildren();
            break;
        case 4:
            couple();
            break;
        case 5:
            single();
            break;
        case 6:
            grandparentCarers();
            break;
        case 7:
            sharers();
            break;
        case 8:
            resident(false);
            break;
        default:
            resident(true);
            break;
    }
    reach();
    return std::move(m_unit);
}

void UnitMaker::coupleWithChildren() {
    drawStrain(0.06, 0.12);
    m_unit.homes.push_back(m_gazetteer.home(m_random));
    const std::size_t mother = addAged(Part::parent, Sex::female, 24, 50, familyName());
    addPartner(mother);
    const Person father = m_unit.people.back();
    const bool step = m_random.chance(0.1);
    const std::string surname = step ? m_unit.people[mother].surname : father.surname;
    addChildren(m_unit.people[mother].birth, surname, step ? nullptr : &father);
    if (m_random.chance(0.03))
        addAged(Part::grandparent, std::nullopt, 66, 88, father.surname);
    move(0);
    if (m_random.chance(0.02)) {
        ++m_family;
        addAged(Part::lodger, std::nullopt, 19, 45, m_lists.surnames.draw(m_random));
    }
}

void UnitMaker::loneParent() {
    drawStrain(0.15, 0.22);
    m_unit.homes.push_back(m_gazetteer.home(m_random));
    const Sex sex = m_random.chance(0.88) ? Sex::female : Sex::male;
    const std::size_t parent = addAged(Part::parent, sex, 21, 49, familyName());
    const bool otherName = m_random.chance(0.3);
    const std::string surname =
        otherName ? m_lists.surnames.draw(m_random) : m_unit.people[parent].surname;
    addChildren(m_unit.people[parent].birth, surname, nullptr);
    move(0);
}

// The children live with their mother and stay with their father, or the other way round.
void UnitMaker::separatedParents() {
    drawStrain(0.14, 0.2);
    m_unit.homes.push_back(m_gazetteer.home(m_random));
    const bool withMother = m_random.chance(0.8);
    const std::size_t parent =
        addAged(Part::parent, withMother ? Sex::female : Sex::male, 24, 49, familyName());
    const Date birth = m_unit.people[parent].birth;
    const std::string otherName = m_lists.surnames.draw(m_random);
    addChildren(birth, m_random.chance(0.6) ? otherName : m_unit.people[parent].surname, nullptr);
    move(0);

    const std::size_t second = m_unit.homes.size();
    m_unit.homes.push_back(m_gazetteer.home(m_random));
    for (Person& person : m_unit.people)
        if (person.part == Part::child)
            person.secondHome = second;
    m_home = second;
    ++m_family;
    const Date otherBirth = birth + Days(m_random.between(-1500, 1500));
    const std::size_t other =
        add(Part::parent, withMother ? Sex::male : Sex::female, otherBirth, otherName);
    if (m_random.chance(0.4))
        addPartner(other);
}

void UnitMaker::grownChildren() {
    drawStrain(0.03, 0.1);
    m_unit.homes.push_back(m_gazetteer.home(m_random));
    const std::size_t mother = addAged(Part::parent, Sex::female, 44, 68, familyName());
    if (m_random.chance(0.75))
        addPartner(mother);
    const Person parent = m_unit.people.back();
    const int oldest = std::min(30, base::ageOn(m_unit.people[mother].birth, m_asAt) - 19);
    const std::size_t children = 1 + m_random.weighted(std::array{70, 30});
    for (std::size_t i = 0; i < children; ++i) {
        const int most = std::max(19, oldest);
        const std::size_t child =
            addAged(Part::grownChild, std::nullopt, dependentUntil, most, parent.surname);
        Person& made = m_unit.people[child];
        if (parent.sex == Sex::male && made.sex == Sex::male && i == 0 && m_random.chance(0.06))
            made.forename = parent.forename;
    }
    move(0);
}

void UnitMaker::couple() {
    drawStrain(0.01, 0.05);
    m_unit.homes.push_back(m_gazetteer.home(m_random));
    const bool old = m_random.chance(0.45);
    addPartner(addAged(Part::single, Sex::female, old ? 62 : 23, old ? 88 : 61, familyName()));
    move(0);
}

void UnitMaker::single() {
    drawStrain(0.03, 0.08);
    const bool homeless = m_random.chance(0.01);
    m_unit.homes.push_back(homeless ? Gazetteer::noFixedAbode() : m_gazetteer.home(m_random));
    const bool old = m_random.chance(0.45);
    addAged(Part::single, std::nullopt, old ? 65 : 19, old ? 96 : 64, familyName());
    if (!homeless)
        move(0);
}

void UnitMaker::grandparentCarers() {
    drawStrain(0.18, 0.25);
    m_unit.homes.push_back(m_gazetteer.home(m_random));
    const std::size_t first = addAged(Part::grandparent, Sex::female, 49, 68, familyName());
    if (m_random.chance(0.6))
        addPartner(first);
    const bool sameName = m_random.chance(0.6);
    const std::string surname =
        sameName ? m_unit.people[first].surname : m_lists.surnames.draw(m_random);
    addChildren(m_unit.people[first].birth + Days(24 * 365), surname, nullptr);
    move(0);
}

// Students and others who share a house: strangers to one another as families go.
void UnitMaker::sharers() {
    drawStrain(0.01, 0.05);
    m_unit.homes.push_back(m_gazetteer.home(m_random));
    const int count = m_random.between(3, 5);
    for (int i = 0; i < count; ++i) {
        m_family = static_cast<std::uint64_t>(i) + 1;
        addAged(Part::lodger, std::nullopt, 19, 27, m_lists.surnames.draw(m_random));
    }
}

void UnitMaker::resident(bool refuge) {
    drawStrain(refuge ? 0.5 : 0.05, 0.3);
    m_unit.homes.push_back(m_gazetteer.placeInInstitution(m_random, refuge));
    if (!refuge) {
        const bool care = m_unit.homes[0].building.find("Care") != std::string::npos ||
                          m_unit.homes[0].building.find("Nursing") != std::string::npos;
        addAged(Part::single, std::nullopt, care ? 76 : 18, care ? 98 : 58, familyName());
        return;
    }
    const std::size_t mother = addAged(Part::parent, Sex::female, 20, 45, familyName());
    addChildren(m_unit.people[mother].birth, m_unit.people[mother].surname, nullptr);
    move(0);
}

void UnitMaker::drawStrain(double high, double medium) {
    if (m_random.chance(high))
        m_unit.strain = Strain::high;
    else if (m_random.chance(medium))
        m_unit.strain = Strain::medium;
    const double social = m_unit.strain == Strain::high     ? 0.55
                          : m_unit.strain == Strain::medium ? 0.35
                                                            : 0.14;
    m_unit.socialTenancy = m_random.chance(social);
}

std::size_t UnitMaker::add(Part part, Sex sex, Date birth, std::string surname) {
    Person person;
    person.family = m_family;
    person.part = part;
    person.sex = sex;
    person.birth = birth;
    person.surname = std::move(surname);
    person.home = m_home;
    const int year = birth.year();
    person.forename = m_lists.forename(sex, year, m_random);
    if (m_random.chance(0.78))
        person.middleNames = m_lists.forename(sex, year - 25, m_random);
    if (person.middleNames == person.forename)
        person.middleNames.clear();
    const int age = base::ageOn(birth, m_asAt);
    if (age > 60 && m_random.chance(age > 80 ? 0.05 : 0.01))
        person.death = daysBack(20, 700);
    m_unit.people.push_back(std::move(person));
    return m_unit.people.size() - 1;
}

std::size_t UnitMaker::addAged(
    Part part, std::optional<Sex> sex, int least, int most, std::string surname) {
    // One draw after the other, so that every compiler makes the same people.
    const Sex chosen = sex ? *sex : anySex();
    const Date birth = born(least, most);
    return add(part, chosen, birth, std::move(surname));
}

// A man or, now and then, a woman of about the same age. Two in three of the wives took a new name.
void UnitMaker::addPartner(std::size_t of) {
    const Person one = m_unit.people[of];
    const bool sameSex = m_random.chance(0.02);
    const Sex sex = sameSex ? one.sex : one.sex == Sex::female ? Sex::male : Sex::female;
    const Date birth =
        std::min(one.birth + Days(m_random.between(-2200, 1300)), m_asAt - Days(19 * 366));
    const std::size_t other = add(one.part, sex, birth, familyName());
    const double choice = m_random.below(1000) / 1000.0;
    Person& wife = m_unit.people[one.sex == Sex::female ? of : other];
    const std::string& name = m_unit.people[one.sex == Sex::female ? other : of].surname;
    if (choice < 0.62) {
        wife.formerSurname = wife.surname;
        wife.surname = name;
    } else if (choice < 0.68 && name.find('-') == std::string::npos) {
        wife.formerSurname = wife.surname;
        wife.surname = wife.surname + "-" + name;
    }
}

void UnitMaker::addChildren(Date mother, std::string surname, const Person* father) {
    int count = 1 + static_cast<int>(m_random.weighted(std::array{41, 40, 13, 4, 2}));
    if (m_unit.strain == Strain::high && m_random.chance(0.4))
        ++count;
    const int motherAge = base::ageOn(mother, m_asAt);
    // From the youngest up; none before the mother was sixteen and a half.
    const int oldestDays = std::min((motherAge - 17) * 365, dependentUntil * 365 - 1);
    const int youngest = std::max(0, (motherAge - 43) * 365);
    int age = m_random.between(youngest, std::max(youngest, std::min(oldestDays, 15 * 365)));
    for (int i = 0; i < count && age <= oldestDays; ++i) {
        const Sex sex = anySex();
        const std::size_t child = add(Part::child, sex, m_asAt - Days(age), surname);
        Person& made = m_unit.people[child];
        if (father != nullptr && made.sex == Sex::male && i == 0 && m_random.chance(0.03))
            made.forename = father->forename;
        if (m_random.chance(0.016))
            addTwin(child);
        age += m_random.between(400, 1900);
    }
}

void UnitMaker::addTwin(std::size_t child) {
    const Person first = m_unit.people[child];
    const Sex sex = m_random.chance(0.65) ? first.sex : anySex();
    const std::size_t twin = add(Part::child, sex, first.birth, first.surname);
    Person& made = m_unit.people[twin];
    for (int tries = 0; tries < 8 && made.forename == first.forename; ++tries)
        made.forename = m_lists.forename(sex, int(first.birth.year()), m_random);
}

// Four households in ten came from another address in the last five years; agencies that have not
// heard still hold it.
void UnitMaker::move(std::size_t firstPerson) {
    if (!m_random.chance(0.35))
        return;
    const std::size_t before = m_unit.homes.size();
    m_unit.homes.push_back(m_gazetteer.home(m_random));
    m_gazetteer.leave(m_unit.homes.back());
    const Date when = daysBack(30, 5 * 365);
    for (std::size_t i = firstPerson; i < m_unit.people.size(); ++i) {
        Person& person = m_unit.people[i];
        if (person.birth < when)
            person.previousHome = before;
        person.movedIn = when;
    }
}

// Telephones are Ofcom's numbers for drama; mail goes to example.org.
void UnitMaker::reach() {
    for (Person& person : m_unit.people) {
        const int age = base::ageOn(person.birth, m_asAt);
        if (age >= 14 && m_random.chance(0.8)) {
            const std::string last = std::to_string(1000 + m_random.below(1000)).substr(1);
            person.phone = (m_random.chance(0.85) ? "07700 900" : "01632 960") + last;
        }
        if (age >= 14 && m_random.chance(0.6))
            person.email = base::foldedKey(person.forename) + "." +
                           base::foldedKey(person.surname) +
                           std::to_string(m_random.below(100000)) + "@example.org";
    }
}

Date UnitMaker::born(int least, int most) {
    return m_asAt - Days(m_random.between(least * 366, std::max(least + 1, most) * 365 + 364));
}

Date UnitMaker::daysBack(int least, int most) {
    return m_asAt - Days(m_random.between(least, most));
}

Sex UnitMaker::anySex() {
    return m_random.chance(0.49) ? Sex::female : Sex::male;
}

// Surnames are shared out as in the country; a few are double-barrelled.
std::string UnitMaker::familyName() {
    const std::string& name = m_lists.surnames.draw(m_random);
    if (!m_random.chance(0.015))
        return name;
    return name + "-" + m_lists.surnames.draw(m_random);
}

}  // namespace synth
