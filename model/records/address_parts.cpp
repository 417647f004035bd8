// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/address_parts.h"

#include "base/text.h"

#include <algorithm>
#include <array>
#include <utility>

namespace records {

namespace {

using Words = std::vector<std::string>;

constexpr std::array<std::pair<std::string_view, std::string_view>, 46> abbreviations{{
    {"rd", "road"},       {"ave", "avenue"},      {"av", "avenue"},    {"ln", "lane"},
    {"la", "lane"},       {"cl", "close"},        {"clo", "close"},    {"dr", "drive"},
    {"cres", "crescent"}, {"cresc", "crescent"},  {"cr", "crescent"},  {"ct", "court"},
    {"crt", "court"},     {"pl", "place"},        {"tce", "terrace"},  {"ter", "terrace"},
    {"terr", "terrace"},  {"gdns", "gardens"},    {"gdn", "gardens"},  {"garden", "gardens"},
    {"gr", "grove"},      {"gro", "grove"},       {"sq", "square"},    {"pk", "park"},
    {"str", "street"},    {"hse", "house"},       {"ho", "house"},     {"apt", "flat"},
    {"appt", "flat"},     {"apartment", "flat"},  {"flt", "flat"},     {"rm", "room"},
    {"bldg", "building"}, {"bldgs", "buildings"}, {"cott", "cottage"}, {"cotts", "cottages"},
    {"hts", "heights"},   {"mt", "mount"},        {"nth", "north"},    {"sth", "south"},
    {"gnd", "ground"},    {"grd", "ground"},      {"fm", "farm"},      {"pde", "parade"},
    {"hosp", "hospital"}, {"bsmt", "basement"},
}};

constexpr std::array<std::string_view, 42> streetWords{
    "street",   "road",    "lane",  "avenue",  "close",  "drive",   "crescent", "court", "place",
    "terrace",  "gardens", "grove", "way",     "walk",   "square",  "hill",     "row",   "mews",
    "park",     "green",   "view",  "rise",    "parade", "yard",    "wharf",    "mead",  "croft",
    "orchard",  "mount",   "path",  "passage", "meadow", "meadows", "fields",   "vale",  "villas",
    "cottages", "common",  "end",   "bank",    "quay",   "circus"};

// Not "house" or "lodge": in the country most of those are one home.
constexpr std::array<std::string_view, 9> blockWords{"flats",
                                                     "apartments",
                                                     "court",
                                                     "tower",
                                                     "heights",
                                                     "mansions",
                                                     "maisonettes",
                                                     "block",
                                                     "buildings"};

constexpr std::array<std::string_view, 31> institutions{"hostel",
                                                        "refuge",
                                                        "care home",
                                                        "nursing home",
                                                        "residential home",
                                                        "rest home",
                                                        "childrens home",
                                                        "womens aid",
                                                        "prison",
                                                        "hmp",
                                                        "hmpyoi",
                                                        "hmyoi",
                                                        "yoi",
                                                        "young offender institution",
                                                        "secure unit",
                                                        "approved premises",
                                                        "hospital",
                                                        "hospice",
                                                        "hotel",
                                                        "motel",
                                                        "travelodge",
                                                        "premier inn",
                                                        "guest house",
                                                        "guesthouse",
                                                        "bed and breakfast",
                                                        "b and b",
                                                        "foyer",
                                                        "night shelter",
                                                        "supported housing",
                                                        "barracks",
                                                        "halls of residence"};

constexpr std::array<std::string_view, 8> noAbodePhrases{"no fixed abode",
                                                         "no fixed address",
                                                         "of no fixed",
                                                         "nfa",
                                                         "homeless",
                                                         "sofa surfing",
                                                         "rough sleeping",
                                                         "rough sleeper"};

constexpr std::array<std::string_view, 10> nothingWords{"unknown",
                                                        "not known",
                                                        "withheld",
                                                        "address withheld",
                                                        "address unknown",
                                                        "address not known",
                                                        "confidential",
                                                        "none",
                                                        "not given",
                                                        "n a"};

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

bool isAlnum(char c) {
    return isDigit(c) || (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}

bool startsWithDigit(std::string_view word) {
    return !word.empty() && isDigit(word.front());
}

template <std::size_t N>
bool isOneOf(const std::array<std::string_view, N>& list, std::string_view word) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

// Words of one part: apostrophes and stops vanish, "&" is "and", "14-16" stays one word.
Words wordsOf(std::string_view part) {
    Words words;
    std::string word;
    const auto finish = [&] {
        if (!word.empty())
            words.push_back(std::exchange(word, {}));
    };
    for (std::size_t i = 0; i < part.size(); ++i) {
        const char c = part[i];
        const bool range = c == '-' && !word.empty() && isDigit(word.back()) &&
                           i + 1 < part.size() && isDigit(part[i + 1]);
        if (isAlnum(c) || range) {
            word += c;
        } else if (c == '&') {
            finish();
            words.emplace_back("and");
        } else if (c != '\'' && c != '.') {
            finish();
        }
    }
    finish();
    return words;
}

// "st" is a saint before a name that a street word follows ("St Johns Road"), else a street.
std::string openedSt(const Words& words, std::size_t at) {
    if (at + 1 == words.size())
        return "street";
    const bool first = at == 0 || startsWithDigit(words[at - 1]);
    const bool streetFollows = std::any_of(
        words.begin() + static_cast<std::ptrdiff_t>(at) + 1,
        words.end(),
        [](const std::string& word) { return isStreetWord(word) || word == "st" || word == "rd"; });
    return first || streetFollows ? "saint" : "street";
}

Words opened(const Words& words) {
    Words out;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string& word = words[i];
        const bool beforeNumber = i + 1 < words.size() && startsWithDigit(words[i + 1]);
        const bool afterNumber = i > 0 && startsWithDigit(words[i - 1]) && i + 1 < words.size();
        if (word == "the" || (word == "no" && beforeNumber))
            continue;
        if (word == "st") {
            out.push_back(openedSt(words, i));
        } else if (afterNumber && word.size() == 1 && word[0] >= 'a' && word[0] <= 'h' &&
                   !out.empty() && isDigit(out.back().back())) {
            out.back() += word;  // "14 A" is "14a"
        } else {
            const auto* found = std::find_if(abbreviations.begin(),
                                             abbreviations.end(),
                                             [&](const auto& pair) { return pair.first == word; });
            out.emplace_back(found == abbreviations.end() ? std::string_view(word) : found->second);
        }
    }
    return out;
}

bool isUnitWord(std::string_view word) {
    return word == "flat" || word == "room" || word == "studio" || word == "maisonette" ||
           word == "unit" || word == "bedsit";
}

bool isUnitNumber(std::string_view word) {
    return startsWithDigit(word) || word.size() == 1;
}

// Takes "flat 2", "room c", "ground floor flat", "basement flat", "flat" out of a part; "" when it
// names no unit.
std::string takeUnit(Words& words) {
    const auto at = std::find_if(words.begin(), words.end(), isUnitWord);
    if (at == words.end())
        return {};
    auto first = at;
    auto last = at + 1;
    std::string unit = *at == "room" ? "room" : "flat";
    if (last != words.end() && isUnitNumber(*last)) {
        unit += ' ' + *last;
        ++last;
    } else if (first != words.begin()) {
        const bool floor = *(first - 1) == "floor" && first - words.begin() >= 2;
        const bool named = *(first - 1) == "basement" || *(first - 1) == "upper" ||
                           *(first - 1) == "lower" || *(first - 1) == "attic";
        if (floor || named) {
            first -= floor ? 2 : 1;
            unit += ' ' + *first;
        }
    }
    words.erase(first, last);
    return unit;
}

bool isNumberAlone(const Words& words) {
    return words.size() == 1 && startsWithDigit(words.front());
}

// Where a phrase's words stand in a part, or npos.
std::size_t findPhrase(const Words& words, std::string_view phrase) {
    const auto wanted = base::split(phrase, ' ');
    const auto at = std::search(words.begin(), words.end(), wanted.begin(), wanted.end());
    return at == words.end() ? std::string::npos : static_cast<std::size_t>(at - words.begin());
}

bool namesInstitutionIn(const Words& words) {
    for (const std::string_view phrase : institutions) {
        const std::size_t at = findPhrase(words, phrase);
        if (at == std::string::npos)
            continue;
        const std::size_t length = base::split(phrase, ' ').size();
        const bool streetName = at + length < words.size() && isStreetWord(words[at + length]);
        const bool once = at > 0 && (words[at - 1] == "old" || words[at - 1] == "former");
        if (!streetName && !once)
            return true;
    }
    return false;
}

}  // namespace

AddressParts addressParts(std::string_view address) {
    std::string line = base::folded(address);
    std::replace_if(
        line.begin(), line.end(), [](char c) { return c == ';' || c == '|'; }, ',');
    AddressParts out;
    Words carried;  // a number that stood alone belongs to the next part: "14, Etnam Street"
    for (const std::string_view part : base::split(line, ',')) {
        Words words = opened(wordsOf(part));
        if (!carried.empty())
            words.insert(words.begin(), carried.begin(), carried.end());
        carried.clear();
        const std::string unit = takeUnit(words);
        if (!unit.empty() && out.unit.empty())
            out.unit = unit;
        if (isNumberAlone(words))
            carried = std::move(words);
        else if (!words.empty())
            out.parts.push_back(std::move(words));
    }
    if (!carried.empty())
        out.parts.push_back(std::move(carried));
    return out;
}

bool isStreetWord(std::string_view word) {
    return isOneOf(streetWords, word);
}

bool isBlockWord(std::string_view word) {
    return isOneOf(blockWords, word);
}

bool namesInstitution(const AddressParts& address) {
    return std::any_of(address.parts.begin(), address.parts.end(), namesInstitutionIn);
}

bool saysNoFixedAbode(const AddressParts& address) {
    return std::any_of(address.parts.begin(), address.parts.end(), [](const Words& words) {
        return std::any_of(
            noAbodePhrases.begin(), noAbodePhrases.end(), [&](std::string_view phrase) {
                return findPhrase(words, phrase) != std::string::npos;
            });
    });
}

bool saysNothing(const AddressParts& address) {
    return address.parts.size() == 1 &&
           isOneOf(nothingWords, base::join(address.parts.front(), " "));
}

}  // namespace records
