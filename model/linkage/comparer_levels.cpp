// SPDX-License-Identifier: GPL-3.0-or-later
// The levels that look at more than one column: names, which may be swapped, and the place.
#include "linkage/comparer.h"
#include "linkage/jaro_winkler.h"
#include "linkage/value_levels.h"

#include <algorithm>
#include <string>

namespace linkage {

namespace {

// "sarah jane" and "sarah", "smith jones" and "jones": words of one pool.
bool shareWord(const WordPool& pool,
               std::span<const std::uint32_t> left,
               std::span<const std::uint32_t> right) {
    return std::any_of(left.begin(), left.end(), [&](std::uint32_t word) {
        return std::find(right.begin(), right.end(), word) != right.end() &&
               pool.texts.text(word).size() > 2;
    });
}

bool isInitialOf(std::string_view left, std::string_view right) {
    return (left.size() == 1 || right.size() == 1) && left[0] == right[0];
}

bool sameUnspaced(std::string_view left, std::string_view right) {
    const auto letters = [](std::string_view text) {
        std::string out(text);
        std::erase(out, ' ');
        return out;
    };
    return letters(left) == letters(right);
}

bool mangled(const LetterCount& countLeft,
             const LetterCount& countRight,
             std::string_view left,
             std::string_view right) {
    constexpr double kept = 0.8;
    if (std::min(left.size(), right.size()) <= 3)
        return false;
    const auto longer = static_cast<double>(std::max(left.size(), right.size()));
    return mostInCommon(countLeft, countRight) >= kept * longer - 1e-9 &&
           sharedLetters(left, right) >= kept;
}

bool slipApart(std::string_view left, std::string_view right, double likeness) {
    return likeness >= 0.93 || (std::min(left.size(), right.size()) > 3 && oneSlip(left, right));
}

// How two unequal names that are not forms of one another look; `alike` from so much on.
enum class Looks { close, alike, different };

Looks looksOf(const Column& column, std::uint32_t a, std::uint32_t b, double alike) {
    const std::string_view left = column.text(a);
    const std::string_view right = column.text(b);
    const LetterCount& countLeft = column.letters[a];
    const LetterCount& countRight = column.letters[b];
    const std::size_t longer = std::max(left.size(), right.size());
    // A slip leaves all letters but one in place, so both bounds settle most pairs.
    const bool maybeSlip = mostInCommon(countLeft, countRight) + 1 >= longer;
    const bool maybeAlike = mostAlike(countLeft, countRight, left, right) >= alike;
    const double likeness = maybeAlike ? jaroWinkler(left, right) : 0;
    if ((maybeSlip || maybeAlike || !countLeft.ascii || !countRight.ascii) &&
        slipApart(left, right, likeness))
        return Looks::close;
    return likeness >= alike || mangled(countLeft, countRight, left, right) ? Looks::alike
                                                                            : Looks::different;
}

}  // namespace

bool Comparer::swappedNames(std::uint32_t left, std::uint32_t right) const {
    if (m_forename == nullptr || m_surname == nullptr)
        return false;
    const std::uint32_t forenameLeft = m_table.value(*m_forename, left);
    const std::uint32_t surnameLeft = m_table.value(*m_surname, left);
    const std::uint32_t forenameRight = m_table.value(*m_forename, right);
    const std::uint32_t surnameRight = m_table.value(*m_surname, right);
    if (forenameLeft == 0 || surnameLeft == 0 || forenameRight == 0 || surnameRight == 0)
        return false;
    const bool oneWay = m_asSurname[forenameLeft] == surnameRight;
    const bool otherWay = m_asSurname[forenameRight] == surnameLeft;
    if (!oneWay && !otherWay)
        return false;
    if (oneWay && otherWay)
        return true;
    // One of the two may be misspelt as well.
    constexpr double misspelt = 0.85;
    return oneWay ? jaroWinkler(m_surname->text(surnameLeft), m_forename->text(forenameRight)) >=
                        misspelt
                  : jaroWinkler(m_forename->text(forenameLeft), m_surname->text(surnameRight)) >=
                        misspelt;
}

bool Comparer::isMiddleName(std::uint32_t left, std::uint32_t right) const {
    if (m_middle == nullptr)
        return false;
    const auto within = [&](std::uint32_t a, std::uint32_t b) {
        return shareWord(*m_forename->pool,
                         m_forename->wordsOf(m_table.value(*m_forename, a)),
                         m_middle->wordsOf(m_table.value(*m_middle, b)));
    };
    return within(left, right) || within(right, left);
}

unsigned Comparer::forenameLevel(std::uint32_t left, std::uint32_t right) const {
    const std::uint32_t a = m_table.value(*m_forename, left);
    const std::uint32_t b = m_table.value(*m_forename, right);
    if (a == b)
        return forename::same;
    if (swappedNames(left, right))
        return forename::swapped;
    const std::string_view nameA = m_forename->text(a);
    const std::string_view nameB = m_forename->text(b);
    if (isInitialOf(nameA, nameB))
        return forename::initial;
    const auto wordsA = m_forename->wordsOf(a);
    const auto wordsB = m_forename->wordsOf(b);
    if (areForms(m_forenameForms, wordsA[0], wordsB[0]) ||
        ((wordsA.size() > 1 || wordsB.size() > 1) &&
         (shareWord(*m_forename->pool, wordsA, wordsB) || sameUnspaced(nameA, nameB))))
        return forename::variant;
    if (isMiddleName(left, right))
        return forename::middle;
    const Looks looks = looksOf(*m_forename, a, b, 0.82);
    if (looks == Looks::different)
        return forename::different;
    if (m_known[a] && m_known[b])
        return forename::twoNames;
    return looks == Looks::close ? forename::close : forename::alike;
}

bool Comparer::clearlyDifferentForenames(std::uint32_t left, std::uint32_t right) const {
    const std::uint32_t a = m_table.value(m_forename, left);
    const std::uint32_t b = m_table.value(m_forename, right);
    if (a == 0 || b == 0 || a == b)
        return false;
    const unsigned level = forenameLevel(left, right);
    if (level != forename::different && level != forename::twoNames)
        return false;
    return (m_known[a] && m_known[b]) ||
           sharedLetters(m_forename->text(a), m_forename->text(b)) < 0.6;
}

unsigned Comparer::surnameLevel(std::uint32_t left, std::uint32_t right) const {
    const std::uint32_t a = m_table.value(*m_surname, left);
    const std::uint32_t b = m_table.value(*m_surname, right);
    if (a == b)
        return surname::same;
    if (swappedNames(left, right))
        return surname::swapped;
    const auto wordsA = m_surname->wordsOf(a);
    const auto wordsB = m_surname->wordsOf(b);
    if (wordsA.size() > 1 || wordsB.size() > 1) {
        if (sameUnspaced(m_surname->text(a), m_surname->text(b)))
            return surname::variant;
        if (shareWord(*m_surname->pool, wordsA, wordsB))
            return surname::half;
    } else if (areForms(m_surnameForms, wordsA[0], wordsB[0])) {
        return surname::variant;
    }
    if (m_former != nullptr && (m_formerAsSurname[m_table.value(*m_former, left)] == b ||
                                m_formerAsSurname[m_table.value(*m_former, right)] == a))
        return surname::former;
    switch (looksOf(*m_surname, a, b, 0.85)) {
        case Looks::close:
            return surname::close;
        case Looks::alike:
            return surname::alike;
        case Looks::different:
            break;
    }
    return surname::different;
}

unsigned Comparer::placeLevel(std::uint32_t left, std::uint32_t right) const {
    struct Sent {
        std::uint32_t left;
        std::uint32_t right;
        bool both;
        bool same;
    };

    const auto pair = [&](const Column* column) {
        const std::uint32_t a = m_table.value(column, left);
        const std::uint32_t b = m_table.value(column, right);
        return Sent{a, b, a != 0 && b != 0, a == b};
    };
    const Sent uprn = pair(m_uprn);
    const Sent postcode = pair(m_postcode);
    const Sent home = pair(m_address);
    const Sent town = pair(m_town);
    if (!uprn.both && !postcode.both && !home.both && !town.both)
        return 0;
    if (uprn.both && uprn.same)
        return place::home;
    const Agreement address = !home.both  ? Agreement::unsure
                              : home.same ? Agreement::same
                                          : addressAgreement(*m_address, home.left, home.right);
    if (address == Agreement::same && !uprn.both)
        return postcode.both && postcode.same ? place::home : place::address;
    if (postcode.both && postcode.same)
        return address == Agreement::different || uprn.both ? place::otherHouse : place::postcode;
    if (postcode.both) {
        const std::string_view a = m_postcode->text(postcode.left);
        const std::string_view b = m_postcode->text(postcode.right);
        if (nearPostcodes(a, b))
            return place::near;
        if (oneDistrict(a, b))
            return place::area;
    }
    const bool oneTown = town.both && (town.same || jaroWinkler(m_town->text(town.left),
                                                                m_town->text(town.right)) >= 0.9);
    return oneTown ? place::area : place::elsewhere;
}

}  // namespace linkage
