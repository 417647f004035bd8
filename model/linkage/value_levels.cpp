// SPDX-License-Identifier: GPL-3.0-or-later
#include "linkage/value_levels.h"

#include "linkage/jaro_winkler.h"
#include "linkage/levels.h"

#include <algorithm>
#include <array>

namespace linkage {

namespace {

using Words = std::span<const std::uint32_t>;

bool sameWord(const WordPool& pool, std::uint32_t left, std::uint32_t right) {
    if (left == right)
        return true;
    const std::string_view a = pool.texts.text(left);
    const std::string_view b = pool.texts.text(right);
    constexpr double alike = 0.9;
    return a.size() > 3 && b.size() > 3 &&
           mostAlike(pool.letters[left], pool.letters[right], a, b) >= alike &&
           jaroWinkler(a, b) >= alike;
}

// The share of the first list's words found in the second.
double foundIn(const WordPool& pool, Words few, Words many) {
    if (few.empty())
        return 0;
    const auto found = std::count_if(few.begin(), few.end(), [&](std::uint32_t word) {
        return std::any_of(many.begin(), many.end(), [&](std::uint32_t other) {
            return sameWord(pool, word, other);
        });
    });
    return static_cast<double>(found) / static_cast<double>(few.size());
}

// The share of the shorter list found in the longer; of equal lists the smaller one of both ways.
double overlap(const WordPool& pool, Words left, Words right) {
    if (left.size() == right.size())
        return std::min(foundIn(pool, left, right), foundIn(pool, right, left));
    return left.size() < right.size() ? foundIn(pool, left, right) : foundIn(pool, right, left);
}

unsigned alikeLevel(std::string_view left, std::string_view right, double close, double alike) {
    if (left == right)
        return plain::same;
    if (left.size() > 3 && oneSlip(left, right))
        return plain::close;
    const double likeness = jaroWinkler(left, right);
    return likeness >= close ? plain::close : likeness >= alike ? plain::alike : plain::different;
}

}  // namespace

unsigned birthLevel(std::string_view left, std::string_view right) {
    if (left == right)
        return left.ends_with("00") ? (left.ends_with("0000") ? birth::year : birth::monthAndYear)
                                    : birth::same;
    const std::string_view a = left;
    const std::string_view b = right;
    const auto year = [](std::string_view date) { return date.substr(0, 4); };
    const auto month = [](std::string_view date) { return date.substr(4, 2); };
    const auto day = [](std::string_view date) { return date.substr(6, 2); };
    const bool whole = day(a) != "00" && day(b) != "00" && month(a) != "00" && month(b) != "00";
    const bool sameYear = year(a) == year(b);
    const bool sameMonth = month(a) == month(b);
    if (!whole) {
        if (!sameYear)
            return birth::different;
        const bool monthMissing = month(a) == "00" || month(b) == "00";
        return monthMissing ? birth::year : sameMonth ? birth::monthAndYear : birth::year;
    }
    if (sameYear && day(a) == month(b) && month(a) == day(b))
        return birth::swapped;
    if (oneSlip(a, b))
        return birth::oneDigit;
    if (static_cast<int>(sameYear) + static_cast<int>(sameMonth) +
            static_cast<int>(day(a) == day(b)) ==
        2)
        return birth::monthAndYear;
    return sameYear ? birth::year : birth::different;
}

unsigned middleLevel(std::string_view left, std::string_view right) {
    if (left == right)
        return middle::same;
    if (left[0] == right[0] &&
        (left.size() == 1 || right.size() == 1 || left[1] == ' ' || right[1] == ' '))
        return middle::initial;
    const std::string_view few = left.size() < right.size() ? left : right;
    const std::string_view many = left.size() < right.size() ? right : left;
    const std::size_t rest = many.size() - few.size();
    const bool isFirstWord = rest > 0 && many.starts_with(few) && many[few.size()] == ' ';
    const bool isLastWord = rest > 0 && many.ends_with(few) && many[rest - 1] == ' ';
    return isFirstWord || isLastWord || jaroWinkler(left, right) >= 0.88 ? middle::alike
                                                                         : middle::different;
}

unsigned phoneLevel(std::string_view left, std::string_view right) {
    if (left == right)
        return plain::same;
    return oneSlip(left, right) ? plain::close : plain::different;
}

unsigned emailLevel(std::string_view left, std::string_view right) {
    const std::string_view user = left.substr(0, left.find('@'));
    if (left != right && user.size() > 4 && user == right.substr(0, right.find('@')))
        return plain::close;
    return alikeLevel(left, right, 0.97, 0.88);
}

unsigned identifierLevel(std::string_view left, std::string_view right) {
    if (left == right)
        return plain::same;
    if (oneSlip(left, right))
        return plain::close;
    return left.size() > 5 && jaroWinkler(left, right) >= 0.92 ? plain::alike : plain::different;
}

unsigned textLevel(std::string_view left, std::string_view right) {
    return alikeLevel(left, right, 0.94, 0.85);
}

double sharedLetters(std::string_view left, std::string_view right) {
    std::array<int, 256> counts{};
    for (const char c : left)
        ++counts[static_cast<unsigned char>(c)];
    int both = 0;
    for (const char c : right)
        both += counts[static_cast<unsigned char>(c)]-- > 0 ? 1 : 0;
    const std::size_t longer = std::max(left.size(), right.size());
    return longer == 0 ? 1 : static_cast<double>(both) / static_cast<double>(longer);
}

bool mistyped(std::string_view left, std::string_view right) {
    if (left.size() != right.size() || left.size() < 7 || !oneSlip(left, right))
        return false;
    const auto apart = std::mismatch(left.begin(), left.end(), right.begin());
    const auto at = static_cast<std::size_t>(apart.first - left.begin());
    const bool swap = at + 1 < left.size() && left[at] == right[at + 1];
    return swap || at + 2 < left.size();
}

Agreement addressAgreement(const Column& column, std::uint32_t left, std::uint32_t right) {
    const Words allLeft = column.wordsOf(left);
    const Words allRight = column.wordsOf(right);
    const Words numbersLeft = allLeft.first(column.numbers[left]);
    const Words numbersRight = allRight.first(column.numbers[right]);
    const Words wordsLeft = allLeft.subspan(numbersLeft.size());
    const Words wordsRight = allRight.subspan(numbersRight.size());
    const double shared = overlap(*column.pool, wordsLeft, wordsRight);
    if (shared < 0.34)
        return Agreement::different;
    const bool sameNumbers = std::equal(
        numbersLeft.begin(), numbersLeft.end(), numbersRight.begin(), numbersRight.end());
    if (!numbersLeft.empty() && !numbersRight.empty() && !sameNumbers) {
        const bool within =
            std::includes(
                numbersLeft.begin(), numbersLeft.end(), numbersRight.begin(), numbersRight.end()) ||
            std::includes(
                numbersRight.begin(), numbersRight.end(), numbersLeft.begin(), numbersLeft.end());
        return within ? Agreement::unsure : Agreement::different;
    }
    if (numbersLeft.empty() != numbersRight.empty())
        return Agreement::unsure;
    const bool enough = !numbersLeft.empty() || std::min(wordsLeft.size(), wordsRight.size()) >= 2;
    return enough && shared >= 0.6 ? Agreement::same : Agreement::unsure;
}

bool nearPostcodes(std::string_view left, std::string_view right) {
    if (left.size() > 3 && oneSlip(left, right))
        return true;
    const std::size_t space = left.find(' ');
    return space != std::string::npos && space + 1 < left.size() &&
           right.compare(0, space + 2, left, 0, space + 2) == 0;
}

bool oneDistrict(std::string_view left, std::string_view right) {
    const std::size_t space = left.find(' ');
    return space != std::string::npos && right.compare(0, space + 1, left, 0, space + 1) == 0;
}

}  // namespace linkage
