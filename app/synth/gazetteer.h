// SPDX-License-Identifier: GPL-3.0-or-later
// Invented homes in Herefordshire's towns and villages: houses, named cottages, flats in blocks,
// and the hostels, refuges and care homes where many strangers live. Never a real address: streets
// are invented, and postcodes lie in sectors that do not exist.
#pragma once

#include "app/synth/word_lists.h"

#include <cstdint>
#include <string>
#include <vector>

namespace synth {

struct Home {
    std::string flat;      // "Flat 3", or ""
    std::string building;  // "Mill Court", "Rose Cottage", "Alder Hostel", or ""
    std::string number;    // "14", or ""
    std::string street;    // "Alder Road"
    std::string village;   // or ""
    std::string town;
    std::string postcode;
    std::string uprn;  // "" where nobody holds it
    std::uint64_t serial = 0;
    bool institution = false;
    bool noFixedAbode = false;
    bool isProtected = false;  // not to be disclosed
};

class Gazetteer {
public:
    Gazetteer(const WordLists& lists, std::uint64_t seed);

    // A home nobody has lived in, or now and then one that was left.
    [[nodiscard]] Home home(Random& random);
    // A place in an institution: the same address for a dozen or more calls, then the next one.
    [[nodiscard]] Home placeInInstitution(Random& random, bool refuge);
    [[nodiscard]] static Home noFixedAbode();
    void leave(const Home& home);

private:
    [[nodiscard]] std::size_t drawPlace(Random& random) const;
    [[nodiscard]] Home onStreet(std::size_t place);
    [[nodiscard]] std::string streetName(std::size_t place, std::uint64_t street) const;
    [[nodiscard]] std::string postcode(std::size_t place, std::uint64_t unit) const;

    struct Institution {
        Home home;
        int placesLeft = 0;
    };

    const WordLists& m_lists;
    std::uint64_t m_seed;
    std::uint64_t m_serial = 0;
    std::vector<std::uint64_t> m_homesIn;  // made so far, a place
    Institution m_refuge;
    Institution m_other;
    std::vector<Home> m_left;  // a few homes whose people moved away
    std::size_t m_nextLeft = 0;
};

}  // namespace synth
