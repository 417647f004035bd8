// SPDX-License-Identifier: GPL-3.0-or-later
// The levels that look at more than one column: names, which may be swapped, and the place.
#include "linkage/comparer.h"
#include "linkage/jaro_winkler.h"
#include "linkage/name_variants.h"
#include "linkage/value_levels.h"

#include <algorithm>

namespace linkage {

namespace {

// "sarah jane" and "sarah", "smith jones" and "jones".
bool shareWord(const std::vector<std::string>& left, const std::vector<std::string>& right) {
    return std::any_of(left.begin(), left.end(), [&](const std::string& word) {
        return word.size() > 2 && std::find(right.begin(), right.end(), word) != right.end();
    });
}

bool isInitialOf(const std::string& left, const std::string& right) {
    return (left.size() == 1 || right.size() == 1) && left[0] == right[0];
}

std::string unspaced(const std::string& text) {
    std::string out;
    std::copy_if(
        text.begin(), text.end(), std::back_inserter(out), [](char c) { return c != ' '; });
    return out;
}

bool mangled(const std::string& left, const std::string& right) {
    return std::min(left.size(), right.size()) > 3 && sharedLetters(left, right) >= 0.8;
}

bool slipApart(const std::string& left, const std::string& right, double likeness) {
    return likeness >= 0.93 || (std::min(left.size(), right.size()) > 3 && oneSlip(left, right));
}

}  // namespace

bool Comparer::swappedNames(std::uint32_t left, std::uint32_t right) const {
    if (m_forename == nullptr || m_surname == nullptr)
        return false;
    const std::string& forenameLeft = m_forename->text(left);
    const std::string& surnameLeft = m_surname->text(left);
    const std::string& forenameRight = m_forename->text(right);
    const std::string& surnameRight = m_surname->text(right);
    if (forenameLeft.empty() || surnameLeft.empty() || forenameRight.empty() ||
        surnameRight.empty())
        return false;
    const bool oneWay = forenameLeft == surnameRight;
    const bool otherWay = surnameLeft == forenameRight;
    if (oneWay && otherWay)
        return true;
    // One of the two may be misspelt as well.
    return (oneWay && jaroWinkler(surnameLeft, forenameRight) >= 0.85) ||
           (otherWay && jaroWinkler(forenameLeft, surnameRight) >= 0.85);
}

bool Comparer::isMiddleName(std::uint32_t left, std::uint32_t right) const {
    if (m_middle == nullptr)
        return false;
    const auto within = [&](std::uint32_t a, std::uint32_t b) {
        return shareWord(m_forename->words[m_forename->of[a]], m_middle->words[m_middle->of[b]]);
    };
    return within(left, right) || within(right, left);
}

unsigned Comparer::forenameLevel(std::uint32_t left, std::uint32_t right) const {
    const std::uint32_t a = m_forename->of[left];
    const std::uint32_t b = m_forename->of[right];
    if (a == b)
        return forename::same;
    const std::string& nameA = m_forename->texts[a];
    const std::string& nameB = m_forename->texts[b];
    if (swappedNames(left, right))
        return forename::swapped;
    if (isInitialOf(nameA, nameB))
        return forename::initial;
    const auto& wordsA = m_forename->words[a];
    const auto& wordsB = m_forename->words[b];
    if (NameVariants::forenames().areVariants(nameA, nameB) ||
        NameVariants::forenames().areVariants(wordsA[0], wordsB[0]) ||
        ((wordsA.size() > 1 || wordsB.size() > 1) &&
         (shareWord(wordsA, wordsB) || unspaced(nameA) == unspaced(nameB))))
        return forename::variant;
    if (isMiddleName(left, right))
        return forename::middle;
    const double likeness = jaroWinkler(nameA, nameB);
    const bool close = slipApart(nameA, nameB, likeness);
    if (!close && likeness < 0.82 && !mangled(nameA, nameB))
        return forename::different;
    if (m_known[a] && m_known[b])
        return forename::twoNames;
    return close ? forename::close : forename::alike;
}

bool Comparer::clearlyDifferentForenames(std::uint32_t left, std::uint32_t right) const {
    const std::uint32_t a = m_forename->of[left];
    const std::uint32_t b = m_forename->of[right];
    if (a == 0 || b == 0)
        return false;
    const unsigned level = forenameLevel(left, right);
    if (level != forename::different && level != forename::twoNames)
        return false;
    return (m_known[a] && m_known[b]) ||
           sharedLetters(m_forename->texts[a], m_forename->texts[b]) < 0.6;
}

unsigned Comparer::surnameLevel(std::uint32_t left, std::uint32_t right) const {
    const std::uint32_t a = m_surname->of[left];
    const std::uint32_t b = m_surname->of[right];
    if (a == 0 || b == 0)
        return 0;
    if (a == b)
        return surname::same;
    const std::string& nameA = m_surname->texts[a];
    const std::string& nameB = m_surname->texts[b];
    if (swappedNames(left, right))
        return surname::swapped;
    if (NameVariants::surnames().areVariants(nameA, nameB))
        return surname::variant;
    const auto& wordsA = m_surname->words[a];
    const auto& wordsB = m_surname->words[b];
    if (wordsA.size() > 1 || wordsB.size() > 1) {
        if (unspaced(nameA) == unspaced(nameB))
            return surname::variant;
        if (shareWord(wordsA, wordsB))
            return surname::half;
    }
    if (m_former != nullptr && (m_former->text(left) == nameB || m_former->text(right) == nameA))
        return surname::former;
    const double likeness = jaroWinkler(nameA, nameB);
    if (slipApart(nameA, nameB, likeness))
        return surname::close;
    return likeness >= 0.85 || mangled(nameA, nameB) ? surname::alike : surname::different;
}

unsigned Comparer::placeLevel(std::uint32_t left, std::uint32_t right) const {
    const auto pair = [&](const Column* column) {
        const std::uint32_t a = column == nullptr ? 0 : column->of[left];
        const std::uint32_t b = column == nullptr ? 0 : column->of[right];
        return std::pair(a != 0 && b != 0, a == b);
    };
    const auto [bothUprn, sameUprn] = pair(m_uprn);
    const auto [bothPostcode, samePostcode] = pair(m_postcode);
    const auto [bothAddress, equalAddress] = pair(m_address);
    const auto [bothTown, sameTown] = pair(m_town);
    if (!bothUprn && !bothPostcode && !bothAddress && !bothTown)
        return 0;
    if (bothUprn && sameUprn)
        return place::home;
    const Agreement address = !bothAddress ? Agreement::unsure
                              : equalAddress
                                  ? Agreement::same
                                  : addressAgreement(m_address->words[m_address->of[left]],
                                                     m_address->words[m_address->of[right]]);
    if (address == Agreement::same && !bothUprn)
        return bothPostcode && samePostcode ? place::home : place::address;
    if (bothPostcode && samePostcode)
        return address == Agreement::different || bothUprn ? place::otherHouse : place::postcode;
    if (bothPostcode && nearPostcodes(m_postcode->text(left), m_postcode->text(right)))
        return place::near;
    const bool town =
        bothTown && (sameTown || jaroWinkler(m_town->text(left), m_town->text(right)) >= 0.9);
    const bool district =
        bothPostcode && oneDistrict(m_postcode->text(left), m_postcode->text(right));
    return town || district ? place::area : place::elsewhere;
}

}  // namespace linkage
