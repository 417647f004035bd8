// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/whole_name.h"

#include "base/text.h"

#include <algorithm>
#include <array>
#include <vector>

namespace intake {

namespace {

using Words = std::vector<std::string>;

constexpr std::array<std::string_view, 16> titles{"mr",
                                                  "mrs",
                                                  "ms",
                                                  "miss",
                                                  "mx",
                                                  "dr",
                                                  "rev",
                                                  "revd",
                                                  "sir",
                                                  "lady",
                                                  "lord",
                                                  "dame",
                                                  "prof",
                                                  "professor",
                                                  "master",
                                                  "mstr"};
constexpr std::array<std::string_view, 15> particles{
    "van", "von", "de", "den", "der", "di", "da", "dos", "du", "la", "le", "del", "el", "al", "st"};

template <class List>
bool isIn(const List& list, std::string_view word) {
    std::string key = base::lowerAscii(word);
    if (key.ends_with('.'))
        key.pop_back();
    return std::find(list.begin(), list.end(), key) != list.end();
}

Words wordsIn(std::string_view text) {
    Words words;
    for (const std::string_view word : base::split(text, ' '))
        if (const std::string_view bare = base::trimmed(word); !bare.empty())
            words.emplace_back(bare);
    // A title stands first, or after the surname's comma; one that is the whole name is a name.
    while (words.size() > 1 && isIn(titles, words.front()))
        words.erase(words.begin());
    return words;
}

bool namesSeveral(std::string_view text) {
    if (text.find_first_of("&/+;") != std::string_view::npos)
        return true;
    for (const std::string_view word : base::split(text, ' '))
        if (base::lowerAscii(word) == "and")
            return true;
    return false;
}

std::string joined(Words::const_iterator from, Words::const_iterator to) {
    return base::join({from, to}, " ");
}

bool inCapitals(const std::string& word) {
    return word.size() > 1 && base::upperAscii(word) == word && base::lowerAscii(word) != word;
}

void fillGiven(const Words& given, NameParts& parts) {
    if (given.empty())
        return;
    parts.forename = given.front();
    parts.middleNames = joined(given.begin() + 1, given.end());
}

NameParts inOrder(const Words& words) {
    NameParts parts;
    if (words.empty())
        return parts;
    // "SMITH John": the only word in capitals, and it stands first.
    if (words.size() > 1 && inCapitals(words.front()) &&
        std::none_of(words.begin() + 1, words.end(), inCapitals)) {
        parts.surname = words.front();
        fillGiven({words.begin() + 1, words.end()}, parts);
        return parts;
    }
    auto surname = words.end() - 1;
    while (surname > words.begin() + 1 && isIn(particles, *(surname - 1)))
        --surname;
    parts.surname = joined(surname, words.end());
    fillGiven({words.begin(), surname}, parts);
    return parts;
}

}  // namespace

std::optional<NameParts> nameParts(std::string_view text) {
    if (namesSeveral(text))
        return std::nullopt;
    const std::size_t comma = text.find(',');
    if (comma == std::string_view::npos)
        return inOrder(wordsIn(text));
    const Words family = wordsIn(text.substr(0, comma));
    NameParts parts;
    parts.surname = joined(family.begin(), family.end());
    fillGiven(wordsIn(text.substr(comma + 1)), parts);
    return parts;
}

}  // namespace intake
