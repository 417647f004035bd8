// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/term_reading.h"

#include "base/text.h"

#include <array>
#include <vector>

namespace intake {

namespace {

// In the order they begin within a calendar year.
constexpr std::array<std::string_view, 3> seasons{"spring", "summer", "autumn"};

struct Term {
    int year = 0;
    int season = 0;
};

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

bool isLetter(char c) {
    return c >= 'a' && c <= 'z';
}

struct Word {
    std::string_view text;
    bool number = false;
};

// Runs of letters and runs of digits; the rest separates.
std::vector<Word> words(std::string_view text) {
    std::vector<Word> out;
    for (std::size_t at = 0; at < text.size();) {
        const bool number = isDigit(text[at]);
        if (!number && !isLetter(text[at])) {
            ++at;
            continue;
        }
        const std::size_t begin = at;
        while (at < text.size() && (number ? isDigit(text[at]) : isLetter(text[at])))
            ++at;
        out.push_back({text.substr(begin, at - begin), number});
    }
    return out;
}

std::optional<int> seasonOf(std::string_view word) {
    for (std::size_t i = 0; i < seasons.size(); ++i)
        if (word.size() >= 3 && seasons[i].starts_with(word))
            return static_cast<int>(i);
    return std::nullopt;
}

int numberOf(std::string_view digits) {
    int value = 0;
    for (const char c : digits)
        value = value * 10 + (c - '0');
    return value;
}

// A calendar year, or the year in a pair (2025/26) in which the season falls.
std::optional<int> yearOf(const std::vector<std::string_view>& numbers, int season) {
    if (numbers.empty() || numbers.size() > 2)
        return std::nullopt;
    const std::string_view first = numbers.front();
    if (first.size() != 4 && first.size() != 2)
        return std::nullopt;
    const int year = first.size() == 4 ? numberOf(first) : 2000 + numberOf(first);
    if (year < 1990 || year > 2100)
        return std::nullopt;
    if (numbers.size() == 1)
        return year;
    const std::string_view second = numbers.back();
    if ((second.size() != 2 && second.size() != 4) || numberOf(second) % 100 != (year + 1) % 100)
        return std::nullopt;
    return season == 2 ? year : year + 1;
}

std::string codeOf(Term term) {
    return std::to_string(term.year) + "-" +
           std::string(seasons[static_cast<std::size_t>(term.season)]);
}

std::string before(Term term, int count) {
    const int index = term.year * 3 + term.season - count;
    return codeOf({index / 3, index % 3});
}

std::optional<Term> parse(std::string_view text) {
    std::optional<int> season;
    std::vector<std::string_view> numbers;
    const std::string lower = base::lowerAscii(text);
    for (const Word& word : words(lower)) {
        if (word.number) {
            numbers.push_back(word.text);
        } else if (const auto found = seasonOf(word.text)) {
            if (season)
                return std::nullopt;
            season = found;
        } else if (word.text != "term") {
            return std::nullopt;
        }
    }
    if (!season)
        return std::nullopt;
    const auto year = yearOf(numbers, *season);
    return year ? std::optional(Term{*year, *season}) : std::nullopt;
}

// The Gregorian Easter Sunday (anonymous algorithm, Nature, 20 April 1876).
base::Date easter(int year) {
    const int a = year % 19;
    const int b = year / 100;
    const int c = year % 100;
    const int d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    const int e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
    const int f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;
    return *base::makeDate(year, f / 31, f % 31 + 1);
}

}  // namespace

std::optional<std::string> readTerm(std::string_view text) {
    const auto term = parse(text);
    return term ? std::optional(codeOf(*term)) : std::nullopt;
}

std::optional<std::string> termFromFileName(std::string_view fileName, int arrears) {
    const std::string lower = base::lowerAscii(fileName);
    const std::vector<Word> all = words(lower);
    for (std::size_t i = 0; i + 1 < all.size(); ++i) {
        const bool yearFirst = all[i].number && !all[i + 1].number;
        const bool yearLast = !all[i].number && all[i + 1].number;
        if (!yearFirst && !yearLast)
            continue;
        const Word& year = yearFirst ? all[i] : all[i + 1];
        const Word& word = yearFirst ? all[i + 1] : all[i];
        const auto season = seasonOf(word.text);
        if (!season || year.text.size() != 4)
            continue;
        return before({numberOf(year.text), *season}, arrears);
    }
    return std::nullopt;
}

std::string termOf(base::Date day) {
    const int year = day.year();
    if (day.month() >= 8)
        return codeOf({year, 2});
    return codeOf({year, day <= easter(year) ? 0 : 1});
}

std::optional<base::Date> lastDayOf(std::string_view term) {
    const auto parsed = parse(term);
    if (!parsed)
        return std::nullopt;
    if (parsed->season == 0)
        return easter(parsed->year);
    return parsed->season == 1 ? base::makeDate(parsed->year, 7, 31)
                               : base::makeDate(parsed->year, 12, 31);
}

std::string termBefore(std::string_view term, int count) {
    const auto parsed = parse(term);
    return parsed ? before(*parsed, count) : std::string(term);
}

}  // namespace intake
