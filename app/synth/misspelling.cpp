// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/synth/misspelling.h"

#include <array>
#include <string_view>
#include <utility>

namespace synth {

namespace {

bool isLower(char c) {
    return c >= 'a' && c <= 'z';
}

// The key beside this one, or a vowel for a vowel.
char slipped(char c, Random& random) {
    static constexpr std::string_view vowels = "aeiou";
    static constexpr std::array<std::string_view, 3> rows{"qwertyuiop", "asdfghjkl", "zxcvbnm"};
    if (vowels.find(c) != std::string_view::npos)
        return vowels[random.below(vowels.size())];
    for (const std::string_view row : rows) {
        const std::size_t at = row.find(c);
        if (at == std::string_view::npos)
            continue;
        const bool right = at == 0 || (at + 1 < row.size() && random.chance(0.5));
        return row[right ? at + 1 : at - 1];
    }
    return c;
}

}  // namespace

std::string misspelt(const std::string& word, Random& random) {
    std::string out = word;
    if (out.size() < 4)
        return out;
    // Not the first letter, and only among plain letters.
    const std::size_t at = 1 + random.below(out.size() - 2);
    if (!isLower(out[at]) || !isLower(out[at + 1]))
        return out;
    switch (random.below(4)) {
        case 0:
            out[at] = slipped(out[at], random);
            break;
        case 1:
            std::swap(out[at], out[at + 1]);
            break;
        case 2:
            out.erase(at, 1);
            break;
        default:
            out.insert(at, 1, out[at]);
            break;
    }
    return out;
}

std::string misdialled(std::string number, Random& random) {
    if (number.empty())
        return number;
    for (int tries = 0; tries < 20; ++tries) {
        char& c = number[random.below(number.size())];
        if (c < '0' || c > '9')
            continue;
        c = static_cast<char>('0' + (c - '0' + 1 + static_cast<int>(random.below(8))) % 10);
        break;
    }
    return number;
}

records::PartialDate misdated(records::PartialDate date, Random& random) {
    records::PartialDate wrong = date;
    switch (random.below(3)) {
        case 0:
            if (date.day <= 12)
                std::swap(wrong.day, wrong.month);
            break;
        case 1:
            wrong.day = date.day > 10 ? date.day - 10 : date.day + 10;
            break;
        default:
            wrong.year += random.chance(0.5) ? 1 : -1;
            break;
    }
    return wrong.complete() ? wrong : date;
}

std::string abbreviated(std::string street) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 9> shorter{
        {{" Road", " Rd"},
         {" Street", " St"},
         {" Avenue", " Ave"},
         {" Close", " Cl"},
         {" Lane", " Ln"},
         {" Drive", " Dr"},
         {" Crescent", " Cres"},
         {" Gardens", " Gdns"},
         {" Terrace", " Terr"}}};
    for (const auto& [full, shortForm] : shorter)
        if (street.ends_with(full))
            return street.replace(street.size() - full.size(), full.size(), shortForm);
    return street;
}

}  // namespace synth
