// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/synth/gazetteer.h"

#include "app/synth/identifiers.h"

#include <array>

namespace synth {

namespace {

constexpr std::uint64_t homesOnStreet = 40;
constexpr std::size_t homesLeftKept = 64;

// The town that the letters go to, for a village.
std::string_view postTown(std::string_view district) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 9> towns{
        {{"HR1", "Hereford"},
         {"HR2", "Hereford"},
         {"HR3", "Hereford"},
         {"HR4", "Hereford"},
         {"HR5", "Kington"},
         {"HR6", "Leominster"},
         {"HR7", "Bromyard"},
         {"HR8", "Ledbury"},
         {"HR9", "Ross-on-Wye"}}};
    for (const auto& [code, town] : towns)
        if (code == district)
            return town;
    return "Hereford";
}

}  // namespace

Gazetteer::Gazetteer(const WordLists& lists, std::uint64_t seed)
    : m_lists(lists), m_seed(mixed(seed, 0x686f6d65)), m_homesIn(lists.places.size()) {
    m_left.reserve(homesLeftKept);
}

std::size_t Gazetteer::drawPlace(Random& random) const {
    std::uint32_t total = 0;
    for (const Place& place : m_lists.places)
        total += place.weight;
    auto left = static_cast<std::uint32_t>(random.below(total));
    std::size_t index = 0;
    while (left >= m_lists.places[index].weight)
        left -= m_lists.places[index++].weight;
    return index;
}

// Street names run through all pairs of word and type in an order of the place's own; a big place
// begins again with "Upper", "Lower" and so on.
std::string Gazetteer::streetName(std::size_t place, std::uint64_t street) const {
    static constexpr std::array<std::string_view, 8> before{
        "", "Upper ", "Lower ", "Old ", "New ", "Great ", "Little ", "Far "};
    const std::uint64_t words = m_lists.streetWords.size();
    const std::uint64_t types = m_lists.streetTypes.size();
    const std::uint64_t pairs = words * types;
    const std::uint64_t start = mixed(m_seed, place) % pairs;
    const std::uint64_t at = (start + street) % pairs;
    const std::string_view prefix = before[street / pairs % before.size()];
    return std::string(prefix) + m_lists.streetWords[at % words] + " " +
           m_lists.streetTypes[(at / words + at) % types];
}

std::string Gazetteer::postcode(std::size_t place, std::uint64_t unit) const {
    static constexpr std::string_view letters = "ABDEFGHJLNPQRSTUWXYZ";
    const Place& where = m_lists.places[place];
    const std::uint64_t units = letters.size() * letters.size();
    const std::uint64_t scattered = unit * 37 + place * 11;
    std::string out = where.district + " ";
    out += where.sectors[scattered / units % where.sectors.size()];
    out += letters[scattered / letters.size() % letters.size()];
    out += letters[scattered % letters.size()];
    return out;
}

Home Gazetteer::onStreet(std::size_t place) {
    const Place& where = m_lists.places[place];
    const std::uint64_t index = m_homesIn[place]++;
    // Neighbouring serials go to three streets in turn, so that not all live in one street.
    const std::uint64_t street = index / (homesOnStreet * 3) * 3 + index % 3;
    const std::uint64_t on = (index / 3 * 27 + mixed(m_seed, street)) % homesOnStreet;
    Home home;
    home.serial = ++m_serial;
    home.street = streetName(place, street);
    home.town = where.village ? std::string(postTown(where.district)) : where.name;
    home.village = where.village ? where.name : std::string();
    home.postcode = postcode(place, street * 3 + on / 14);
    home.uprn = uprn(home.serial);
    const std::uint64_t kind = mixed(m_seed, place * 1000003 + street) % 10;
    if (where.village && kind < 6) {
        home.building = m_lists.houseWords[on % m_lists.houseWords.size()] + " " +
                        m_lists.dwellingWords[on / m_lists.houseWords.size() * 3 + kind % 3];
    } else if (!where.village && kind == 0) {
        home.flat = "Flat " + std::to_string(on % 20 + 1);
        home.building = m_lists.streetWords[mixed(street, on / 20) % m_lists.streetWords.size()] +
                        (on < 20 ? " Court" : " House");
    } else {
        home.number = std::to_string(on + 1);
    }
    return home;
}

Home Gazetteer::home(Random& random) {
    if (!m_left.empty() && random.chance(0.03))
        return m_left[random.below(m_left.size())];
    return onStreet(drawPlace(random));
}

Home Gazetteer::placeInInstitution(Random& random, bool refuge) {
    Institution& institution = refuge ? m_refuge : m_other;
    if (institution.placesLeft == 0) {
        Home home = onStreet(drawPlace(random));
        const std::string word = m_lists.streetWords[random.below(m_lists.streetWords.size())];
        const std::string kind =
            refuge ? "Refuge"
                   : m_lists.institutionWords[random.below(m_lists.institutionWords.size())];
        home.flat.clear();
        home.building = word + " " + kind;
        home.institution = true;
        home.isProtected = refuge;
        institution = {home, random.between(12, 30)};
    }
    --institution.placesLeft;
    return institution.home;
}

Home Gazetteer::noFixedAbode() {
    Home home;
    home.building = "No fixed abode";
    home.postcode = "ZZ99 3VZ";
    home.noFixedAbode = true;
    return home;
}

void Gazetteer::leave(const Home& home) {
    if (home.institution || home.noFixedAbode)
        return;
    if (m_left.size() < homesLeftKept)
        m_left.push_back(home);
    else
        m_left[m_nextLeft++ % homesLeftKept] = home;
}

}  // namespace synth
