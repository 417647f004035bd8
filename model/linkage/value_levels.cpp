// SPDX-License-Identifier: GPL-3.0-or-later
#include "linkage/value_levels.h"

#include "linkage/jaro_winkler.h"
#include "linkage/levels.h"

#include <algorithm>
#include <string_view>

namespace linkage {

namespace {

bool hasDigit(const std::string& word) {
    return std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::vector<std::string> chosen(const std::vector<std::string>& words, bool numbers) {
    std::vector<std::string> out;
    std::copy_if(words.begin(), words.end(), std::back_inserter(out), [&](const std::string& word) {
        return hasDigit(word) == numbers;
    });
    std::sort(out.begin(), out.end());
    return out;
}

bool sameWord(const std::string& left, const std::string& right) {
    return left == right ||
           (left.size() > 3 && right.size() > 3 && jaroWinkler(left, right) >= 0.9);
}

// The share of the shorter list found in the longer.
double overlap(const std::vector<std::string>& left, const std::vector<std::string>& right) {
    // Between lists of one length a fixed choice keeps it symmetric.
    const bool leftIsFew = left.size() == right.size() ? left < right : left.size() < right.size();
    const auto& few = leftIsFew ? left : right;
    const auto& many = leftIsFew ? right : left;
    if (few.empty())
        return 0;
    const auto found = std::count_if(few.begin(), few.end(), [&](const std::string& word) {
        return std::any_of(many.begin(), many.end(), [&](const std::string& other) {
            return sameWord(word, other);
        });
    });
    return static_cast<double>(found) / static_cast<double>(few.size());
}

unsigned alikeLevel(const std::string& left, const std::string& right, double close, double alike) {
    if (left == right)
        return plain::same;
    if (left.size() > 3 && oneSlip(left, right))
        return plain::close;
    const double likeness = jaroWinkler(left, right);
    return likeness >= close ? plain::close : likeness >= alike ? plain::alike : plain::different;
}

}  // namespace

unsigned birthLevel(const std::string& left, const std::string& right) {
    if (left == right)
        return left.ends_with("00") ? (left.ends_with("0000") ? birth::year : birth::monthAndYear)
                                    : birth::same;
    const std::string_view a(left);
    const std::string_view b(right);
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

unsigned middleLevel(const std::string& left, const std::string& right) {
    if (left == right)
        return middle::same;
    if (left[0] == right[0] &&
        (left.size() == 1 || right.size() == 1 || left[1] == ' ' || right[1] == ' '))
        return middle::initial;
    const std::string& few = left.size() < right.size() ? left : right;
    const std::string& many = left.size() < right.size() ? right : left;
    if (jaroWinkler(left, right) >= 0.88 || many.starts_with(few + ' ') ||
        many.ends_with(' ' + few))
        return middle::alike;
    return middle::different;
}

unsigned phoneLevel(const std::string& left, const std::string& right) {
    if (left == right)
        return plain::same;
    return oneSlip(left, right) ? plain::close : plain::different;
}

unsigned emailLevel(const std::string& left, const std::string& right) {
    const std::string user = left.substr(0, left.find('@'));
    if (left != right && user.size() > 4 && user == right.substr(0, right.find('@')))
        return plain::close;
    return alikeLevel(left, right, 0.97, 0.88);
}

unsigned identifierLevel(const std::string& left, const std::string& right) {
    if (left == right)
        return plain::same;
    if (oneSlip(left, right))
        return plain::close;
    return left.size() > 5 && jaroWinkler(left, right) >= 0.92 ? plain::alike : plain::different;
}

unsigned textLevel(const std::string& left, const std::string& right) {
    return alikeLevel(left, right, 0.94, 0.85);
}

double sharedLetters(const std::string& left, const std::string& right) {
    std::string a = left;
    std::string b = right;
    std::sort(a.begin(), a.end());
    std::sort(b.begin(), b.end());
    std::string both;
    std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
    const std::size_t longer = std::max(a.size(), b.size());
    return longer == 0 ? 1 : static_cast<double>(both.size()) / static_cast<double>(longer);
}

bool mistyped(const std::string& left, const std::string& right) {
    if (left.size() != right.size() || left.size() < 7 || !oneSlip(left, right))
        return false;
    const auto apart = std::mismatch(left.begin(), left.end(), right.begin());
    const auto at = static_cast<std::size_t>(apart.first - left.begin());
    const bool swap = at + 1 < left.size() && left[at] == right[at + 1];
    return swap || at + 2 < left.size();
}

Agreement addressAgreement(const std::vector<std::string>& left,
                           const std::vector<std::string>& right) {
    const auto numbersLeft = chosen(left, true);
    const auto numbersRight = chosen(right, true);
    const auto wordsLeft = chosen(left, false);
    const auto wordsRight = chosen(right, false);
    const double shared = overlap(wordsLeft, wordsRight);
    if (shared < 0.34)
        return Agreement::different;
    if (!numbersLeft.empty() && !numbersRight.empty() && numbersLeft != numbersRight) {
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

bool nearPostcodes(const std::string& left, const std::string& right) {
    if (left.size() > 3 && oneSlip(left, right))
        return true;
    const std::size_t space = left.find(' ');
    return space != std::string::npos && space + 1 < left.size() &&
           right.compare(0, space + 2, left, 0, space + 2) == 0;
}

bool oneDistrict(const std::string& left, const std::string& right) {
    const std::size_t space = left.find(' ');
    return space != std::string::npos && right.compare(0, space + 1, left, 0, space + 1) == 0;
}

}  // namespace linkage
