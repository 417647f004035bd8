// SPDX-License-Identifier: GPL-3.0-or-later
// An address line taken apart: the unit inside a building, and the other words by part,
// abbreviations opened. The word lists are British address habits (BS 7666 names the parts:
// secondary and primary addressable object, street, town).
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace records {

struct AddressParts {
    std::string unit;  // "flat 2", "room 3", "flat ground floor"; "" when none
    std::vector<std::vector<std::string>> parts;  // words between commas, without the unit

    [[nodiscard]] bool empty() const { return unit.empty() && parts.empty(); }
};

[[nodiscard]] AddressParts addressParts(std::string_view address);

// "street", "lane", "court", ...: words that end the name of a street.
[[nodiscard]] bool isStreetWord(std::string_view word);
// "flats", "court", "tower", ...: words that end the name of a building of several homes.
[[nodiscard]] bool isBlockWord(std::string_view word);
// A hostel, refuge, care home, prison, hospital, hotel and the like, unless the word only names a
// street or a building that once was one.
[[nodiscard]] bool namesInstitution(const AddressParts& address);
[[nodiscard]] bool saysNoFixedAbode(const AddressParts& address);
// "unknown", "withheld": words instead of an address.
[[nodiscard]] bool saysNothing(const AddressParts& address);

}  // namespace records
