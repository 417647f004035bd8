// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/synth/spelling.h"

#include "app/synth/misspelling.h"
#include "base/text.h"

#include <algorithm>
#include <array>
#include <utility>

namespace synth {

using records::Agency;
using records::Identity;

namespace {

// How an agency keeps its records: shares of 1.
struct Habits {
    double shortForms = 0;   // writes what people are called
    double middleNames = 0;  // asks for them
    double stale = 0;        // has not heard of a move
    double slips = 0;        // mistypes one of the names
    double noBirth = 0;
    double placeholder = 0;
    bool capitals = false;
    bool shortStreets = false;
    double uprn = 0;
};

const Habits& habitsOf(Agency agency) {
    static constexpr std::array<Habits, 9> habits{{
        {0.04, 0.75, 0.20, 0.015, 0.004, 0.002, false, false, 0.4},  // schools
        {0.07, 0.45, 0.30, 0.040, 0.015, 0.010, true, true, 0.35},   // police
        {0.02, 0.70, 0.30, 0.025, 0.006, 0.000, false, true, 0},     // courts
        {0.03, 0.60, 0.25, 0.020, 0.005, 0.004, false, false, 0},    // probation
        {0.05, 0.30, 0.20, 0.020, 0.005, 0.003, false, false, 0},    // youth offending
        {0.01, 0.65, 0.20, 0.012, 0.002, 0.001, true, false, 0},     // DWP
        {0.03, 0.60, 0.20, 0.015, 0.002, 0.004, false, false, 0},    // health
        {0.06, 0.45, 0.15, 0.025, 0.008, 0.008, false, false, 0.5},  // social care
        {0.06, 0.25, 0.10, 0.025, 0.030, 0.015, false, true, 0.85},  // housing
    }};
    return habits[static_cast<std::size_t>(agency)];
}

// A few names as their owners write them, where the system keeps accents.
std::string accented(const std::string& forename) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 6> names{
        {{"Chloe", "Chlo\xC3\xAB"},
         {"Zoe", "Zo\xC3\xAB"},
         {"Sian", "Si\xC3\xA2n"},
         {"Renee",
          "Ren\xC3\xA9"
          "e"},
         {"Andre", "Andr\xC3\xA9"},
         {"Jose", "Jos\xC3\xA9"}}};
    for (const auto& [plain, written] : names)
        if (forename == plain)
            return std::string(written);
    return forename;
}

}  // namespace

Identity Spelling::of(const Person& person) {
    Identity identity;
    name(identity, person);
    spoil(identity);
    birth(identity, person);
    identity.sex = m_random.chance(0.012) ? records::Sex::unknown : person.sex;
    if (m_agency == Agency::health)
        identity.deathDate = person.death;
    locate(identity, believedHome(person));
    numbers(identity, person);
    if (m_random.chance(0.35))
        identity.phone = person.phone;
    if (m_random.chance(0.3))
        identity.email = person.email;
    return identity;
}

void Spelling::name(Identity& identity, const Person& person) {
    const Habits& habits = habitsOf(m_agency);
    identity.forename = person.forename;
    identity.surname = person.surname;
    const std::string& shortForm = m_lists.shortForm(person.forename, m_random);
    if (m_random.chance(habits.shortForms))
        identity.forename = shortForm;
    else if (m_agency == Agency::schools && m_random.chance(0.15) && shortForm != person.forename)
        identity.preferredName = shortForm;
    if (m_random.chance(habits.middleNames))
        identity.middleNames = person.middleNames;
    if (!habits.capitals && m_random.chance(0.4))
        identity.forename = accented(identity.forename);
    if (!person.formerSurname.empty()) {
        if (m_random.chance(0.12))
            identity.surname = person.formerSurname;
        else if (m_random.chance(0.4))
            identity.formerSurname = person.formerSurname;
    }
    const std::size_t hyphen = identity.surname.find('-');
    if (hyphen != std::string::npos && m_random.chance(0.25)) {
        if (m_random.chance(0.4))
            identity.surname[hyphen] = ' ';
        else
            identity.surname.erase(0, hyphen + 1);
    }
}

void Spelling::spoil(Identity& identity) {
    const Habits& habits = habitsOf(m_agency);
    if (m_random.chance(habits.slips)) {
        std::string& word = m_random.chance(0.5) ? identity.forename : identity.surname;
        word = misspelt(word, m_random);
    }
    if (m_random.chance(0.003))
        std::swap(identity.forename, identity.surname);
    if (m_random.chance(0.002))
        identity.forename = identity.forename.substr(0, 1);
    if (!habits.capitals)
        return;
    identity.forename = base::upperAscii(identity.forename);
    identity.middleNames = base::upperAscii(identity.middleNames);
    identity.surname = base::upperAscii(identity.surname);
}

void Spelling::birth(Identity& identity, const Person& person) {
    const Habits& habits = habitsOf(m_agency);
    identity.birthDate = records::partial(person.birth);
    if (m_random.chance(habits.noBirth))
        identity.birthDate = {};
    else if (m_random.chance(habits.placeholder))
        identity.birthDate = {1900, 1, 1};
    else if (m_random.chance(0.012))
        identity.birthDate = misdated(identity.birthDate, m_random);
    else if (m_random.chance(0.001))
        identity.birthDate = {identity.birthDate.year, 1, 1};
}

void Spelling::numbers(Identity& identity, const Person& person) {
    const auto held = [this](double share) { return m_random.chance(share); };
    switch (m_agency) {
        case Agency::schools:
            identity.upn = held(0.97) ? person.upn : "";
            break;
        case Agency::police:
            identity.pncId = held(0.9) ? person.pnc : "";
            break;
        case Agency::courts:
            identity.pncId = held(0.9) ? person.pnc : "";
            identity.nino = held(0.4) ? person.nino : "";
            break;
        case Agency::probation:
            identity.pncId = held(0.9) ? person.pnc : "";
            identity.nino = held(0.6) ? person.nino : "";
            break;
        case Agency::youthOffending:
            identity.pncId = held(0.7) ? person.pnc : "";
            identity.upn = held(0.6) ? person.upn : "";
            break;
        case Agency::dwp:
            identity.nino = held(0.99) ? person.nino : "";
            break;
        case Agency::health:
            identity.nhsNumber = held(0.98) ? person.nhs : "";
            break;
        case Agency::socialCare:
            identity.upn = held(0.7) ? person.upn : "";
            identity.nhsNumber = held(0.6) ? person.nhs : "";
            break;
        case Agency::housing:
            identity.nino = held(0.5) ? person.nino : "";
            break;
    }
    // A digit mistyped breaks a check character; in a NINO nothing shows it.
    if (m_random.chance(0.004))
        for (std::string* number : {&identity.upn, &identity.pncId, &identity.nino})
            *number = misdialled(*number, m_random);
}

const Home& Spelling::believedHome(const Person& person) {
    const bool stale = m_random.chance(habitsOf(m_agency).stale);
    if (person.previousHome && stale)
        return m_unit.homes[*person.previousHome];
    const bool other = m_agency != Agency::schools && m_random.chance(0.35);
    if (person.secondHome && other)
        return m_unit.homes[*person.secondHome];
    return m_unit.homes[person.home];
}

void Spelling::locate(Identity& identity, const Home& home) {
    const Habits& habits = habitsOf(m_agency);
    identity.address = addressLine(home);
    identity.postcode = home.postcode;
    identity.uprn = m_random.chance(habits.uprn) ? home.uprn : std::string();
    identity.addressProtected = home.isProtected || m_unit.seed % 211 == 0;
    if (home.noFixedAbode) {
        identity.uprn.clear();
        identity.postcode = m_agency == Agency::health ? home.postcode : std::string();
    } else if (m_random.chance(0.02)) {
        identity.postcode.clear();
    } else if (m_random.chance(0.01)) {
        identity.postcode.back() = identity.postcode.back() == 'B' ? 'D' : 'B';
    } else if (m_random.chance(0.03)) {
        identity.postcode.erase(
            std::remove(identity.postcode.begin(), identity.postcode.end(), ' '),
            identity.postcode.end());
    }
}

std::string Spelling::addressLine(const Home& home) {
    const Habits& habits = habitsOf(m_agency);
    std::vector<std::string> parts;
    const bool losesFlat = m_random.chance(0.06);
    const bool flatInBlock = !home.flat.empty() && m_random.chance(0.3);
    if (flatInBlock && !losesFlat)
        parts.push_back(home.flat.substr(5) + " " + home.building);
    else {
        if (!losesFlat && !home.flat.empty())
            parts.push_back(home.flat);
        if (!home.building.empty())
            parts.push_back(home.building);
    }
    const std::string street =
        habits.shortStreets || m_random.chance(0.04) ? abbreviated(home.street) : home.street;
    if (!home.number.empty() && m_agency == Agency::police) {
        parts.push_back(home.number);
        parts.push_back(street);
    } else if (!street.empty()) {
        parts.push_back(home.number.empty() ? street : home.number + " " + street);
    }
    if (!home.village.empty())
        parts.push_back(home.village);
    if (!home.town.empty() && (home.village.empty() || !m_random.chance(0.2)))
        parts.push_back(home.town);
    std::string line = base::join(parts, ", ");
    return habits.capitals ? base::upperAscii(line) : line;
}

}  // namespace synth
