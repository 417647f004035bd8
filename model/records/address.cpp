// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/address.h"

#include "base/text.h"
#include "records/address_parts.h"
#include "records/identifier.h"

#include <algorithm>
#include <array>

namespace records {

namespace {

using Words = std::vector<std::string>;

bool startsWithDigit(std::string_view word) {
    return !word.empty() && word.front() >= '0' && word.front() <= '9';
}

bool holdsNumber(const Words& words) {
    return std::any_of(words.begin(), words.end(), startsWithDigit);
}

bool isRange(std::string_view word) {
    return startsWithDigit(word) && word.find('-') != std::string_view::npos;
}

// Up to and with the street word, so that a town written without a comma falls away.
Words untilStreet(Words::const_iterator from, Words::const_iterator end) {
    auto at = std::find_if(std::next(from), end, isStreetWord);
    while (at != end && std::next(at) != end && isStreetWord(*std::next(at)))
        ++at;
    return {from, at == end ? end : std::next(at)};
}

// The words that tell one home from the others of its postcode: number and street where there is a
// number, else the home's name (the first part).
Words firstLine(const AddressParts& address) {
    for (const Words& part : address.parts) {
        const auto number = std::find_if(part.begin(), part.end(), startsWithDigit);
        if (number != part.end())
            return untilStreet(number, part.end());
    }
    return address.parts.empty() ? Words() : address.parts.front();
}

// "Kings Court", "Kings Court, 20 Etnam Street", "Flats 1-6, ...", "1-24 Kings Court": a building
// of several homes, and nothing says which.
bool isWholeBlock(const AddressParts& address) {
    if (!address.unit.empty())
        return false;
    return std::any_of(address.parts.begin(), address.parts.end(), [](const Words& part) {
        const bool range = std::any_of(part.begin(), part.end(), isRange);
        const bool flats = part.front() == "flats" || part.front() == "apartments";
        return flats || (isBlockWord(part.back()) && (range || !holdsNumber(part)));
    });
}

std::string addressKey(const AddressParts& address, const CheckedIdentifier& postcode) {
    Words words;
    if (!address.unit.empty())
        words.push_back(address.unit);
    if (!postcode.canonical.empty()) {
        const Words line = firstLine(address);
        words.insert(words.end(), line.begin(), line.end());
    } else {
        // Without a postcode the town must tell streets of one name apart, so all of it counts.
        for (const Words& part : address.parts)
            words.insert(words.end(), part.begin(), part.end());
        if (address.parts.size() < 2 && words.size() < 4)
            return {};
    }
    return words.empty() ? std::string() : base::join(words, " ") + '|' + postcode.canonical;
}

AddressKind kindOf(const AddressParts& address, bool hasUprn, std::string_view postcode) {
    if (isPseudoPostcode(postcode) || saysNoFixedAbode(address))
        return AddressKind::noFixedAbode;
    if (namesInstitution(address))
        return AddressKind::institution;
    if (!hasUprn && isWholeBlock(address))
        return AddressKind::wholeBlock;
    return AddressKind::home;
}

}  // namespace

std::vector<std::string> addressTokens(std::string_view address) {
    const AddressParts parts = addressParts(address);
    std::vector<std::string> tokens;
    for (const std::string_view word : base::split(parts.unit, ' '))
        if (!word.empty())
            tokens.emplace_back(word);
    for (const Words& part : parts.parts)
        tokens.insert(tokens.end(), part.begin(), part.end());
    return tokens;
}

HomeKey homeKey(const Identity& identity) {
    const CheckedIdentifier uprn = checkUprn(identity.uprn);
    const CheckedIdentifier postcode = checkPostcode(identity.postcode);
    AddressParts address = addressParts(identity.address);
    if (saysNothing(address))
        address = {};
    const bool hasUprn = uprn.state == IdentifierState::valid;
    HomeKey home;
    home.kind = kindOf(address, hasUprn, postcode.canonical);
    if (hasUprn) {
        home.key = "uprn:" + uprn.canonical;
    } else if (!address.empty()) {
        const std::string key = addressKey(address, postcode);
        home.key = key.empty() ? key : "addr:" + key;
    }
    if (home.key.empty()) {
        const bool nowhere = home.kind == AddressKind::noFixedAbode;
        return {nowhere ? AddressKind::noFixedAbode : AddressKind::none,
                nowhere && !postcode.canonical.empty() ? "addr:|" + postcode.canonical : ""};
    }
    return home;
}

std::string_view addressKindName(AddressKind kind) {
    constexpr std::array<std::string_view, 5> names{
        "no address",
        "home",
        "no fixed abode",
        "hostel, refuge, care home or other institution",
        "block of flats without a flat number"};
    return names[static_cast<std::size_t>(kind)];
}

}  // namespace records
