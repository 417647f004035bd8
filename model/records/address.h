// SPDX-License-Identifier: GPL-3.0-or-later
// Addresses as comparable keys. A home's key is its UPRN when sent, else its normalised first lines
// with the postcode. Words that make an address no home of one family (hostel, refuge, care home,
// prison, hospital, hotel) and a block without a flat number are recognised here, from word lists.
#pragma once

#include "records/identity.h"

#include <string>
#include <string_view>
#include <vector>

namespace records {

enum class AddressKind {
    none,           // nothing usable was sent
    home,           // an ordinary address
    noFixedAbode,   // a pseudo postcode, or words that say so
    institution,    // hostel, refuge, care home, prison, hospital, hotel, bed and breakfast
    wholeBlock,     // a block of flats with no flat number
};

struct HomeKey {
    AddressKind kind = AddressKind::none;
    std::string key;  // "uprn:100070..." or "addr:14 etnam street|HR6 8AQ"; "" for none

    friend bool operator==(const HomeKey&, const HomeKey&) = default;
};

// Lower case, abbreviations opened ("St." to "street", "Rd" to "road"), "Flat 2, 14 X" and
// "14 X, Flat 2" alike; the town and county are dropped when a postcode is there.
[[nodiscard]] std::vector<std::string> addressTokens(std::string_view address);
[[nodiscard]] HomeKey homeKey(const Identity& identity);
[[nodiscard]] std::string_view addressKindName(AddressKind kind);

}  // namespace records
