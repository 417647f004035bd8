// SPDX-License-Identifier: GPL-3.0-or-later
#include "linkage/normalise.h"

#include "base/text.h"

#include <algorithm>
#include <array>
#include <vector>

namespace linkage {

namespace {

constexpr std::array<std::string_view, 9> titles{
    "mr", "mrs", "ms", "miss", "dr", "master", "rev", "mx", "sir"};
constexpr std::array<std::string_view, 13> nobody{"unknown",
                                                  "unk",
                                                  "nk",
                                                  "na",
                                                  "none",
                                                  "null",
                                                  "nil",
                                                  "baby",
                                                  "not known",
                                                  "n k",
                                                  "n a",
                                                  "infant",
                                                  "unborn"};

struct Short {
    std::string_view brief;
    std::string_view full;
};

constexpr std::array<Short, 16> roads{{{"rd", "road"},
                                       {"st", "street"},
                                       {"str", "street"},
                                       {"ave", "avenue"},
                                       {"av", "avenue"},
                                       {"cl", "close"},
                                       {"dr", "drive"},
                                       {"ln", "lane"},
                                       {"ct", "court"},
                                       {"cres", "crescent"},
                                       {"pl", "place"},
                                       {"gdns", "gardens"},
                                       {"sq", "square"},
                                       {"tce", "terrace"},
                                       {"apt", "flat"},
                                       {"apartment", "flat"}}};

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

bool isWordByte(char c) {
    return isDigit(c) || (c >= 'a' && c <= 'z') || (static_cast<unsigned char>(c) & 0x80U) != 0;
}

std::vector<std::string> wordsOf(std::string_view folded, bool apostropheJoins) {
    std::vector<std::string> words(1);
    for (const char c : folded) {
        if (isWordByte(c))
            words.back() += c;
        else if (!(apostropheJoins && (c == '\'' || c == '.')) && !words.back().empty())
            words.emplace_back();
    }
    if (words.back().empty())
        words.pop_back();
    return words;
}

std::string digitsOf(std::string_view raw) {
    std::string digits;
    std::copy_if(raw.begin(), raw.end(), std::back_inserter(digits), isDigit);
    return digits;
}

std::string padded(std::string_view number, std::size_t width) {
    std::string digits = digitsOf(number);
    if (digits.size() < width)
        digits.insert(0, width - digits.size(), '0');
    return digits.size() == width ? digits : std::string(width, '0');
}

std::string unlessPlaceholder(std::string date) {
    const std::string year = date.substr(0, 4);
    const bool firstDay = date.ends_with("0101");
    if (year < "1900" || date == "99999999" || year == "9999" ||
        (firstDay && (year == "1900" || year == "1901")))
        return year == "0000" && date != "00000000" ? date : std::string();
    return date;
}

// "07" of jul and july; "" of anything else.
std::string monthNumber(const std::string& word) {
    constexpr std::string_view names = "janfebmaraprmayjunjulaugsepoctnovdec";
    if (word.size() < 3 || isDigit(word[0]))
        return {};
    const std::size_t at = names.find(std::string_view(word).substr(0, 3));
    if (at == std::string_view::npos || at % 3 != 0)
        return {};
    return padded(std::to_string(at / 3 + 1), 2);
}

}  // namespace

std::string normalName(std::string_view raw) {
    std::vector<std::string> words = wordsOf(base::folded(raw), true);
    while (words.size() > 1 && std::find(titles.begin(), titles.end(), words[0]) != titles.end())
        words.erase(words.begin());
    const std::string name = base::join(words, " ");
    return std::find(nobody.begin(), nobody.end(), name) == nobody.end() ? name : std::string();
}

SplitName splitFullName(std::string_view raw) {
    SplitName name;
    const std::size_t comma = raw.find(',');
    const std::string given =
        normalName(comma == std::string_view::npos ? raw : raw.substr(comma + 1));
    std::vector<std::string> words = wordsOf(given, true);
    if (comma != std::string_view::npos)
        name.surname = normalName(raw.substr(0, comma));
    else if (words.size() > 1) {
        name.surname = words.back();
        words.pop_back();
    }
    if (!words.empty()) {
        name.forename = words.front();
        words.erase(words.begin());
    }
    name.middleNames = base::join(words, " ");
    return name;
}

std::string normalDate(std::string_view raw) {
    const std::string text = base::lowerAscii(base::trimmed(raw));
    if (text.empty())
        return {};
    // Digits and letters in turn, up to a time of day.
    std::vector<std::string> parts(1);
    for (const char c : text.substr(0, text.find_first_of("t:", 8))) {
        const bool letter = c >= 'a' && c <= 'z';
        if (!isDigit(c) && !letter)
            parts.emplace_back();
        else
            parts.back() += c;
    }
    if (parts.size() > 3)
        parts.resize(3);
    for (std::string& part : parts)
        if (const std::string month = monthNumber(part); !month.empty())
            part = month;
    if (parts.size() == 1 && parts[0].size() == 8)
        return unlessPlaceholder(parts[0]);
    if (parts[0].size() == 4) {
        parts.resize(3);
        return dateFromParts(parts[0], parts[1], parts[2]);
    }
    if (parts.size() == 3 && parts[2].size() == 4)
        return dateFromParts(parts[2], parts[1], parts[0]);
    return {};
}

std::string dateFromParts(std::string_view year, std::string_view month, std::string_view day) {
    const std::string date = padded(year, 4) + padded(month, 2) + padded(day, 2);
    return date == "00000000" ? std::string() : unlessPlaceholder(date);
}

std::string normalAddress(std::string_view raw) {
    std::vector<std::string> words = wordsOf(base::folded(raw), true);
    for (std::size_t i = 0; i < words.size(); ++i) {
        const auto* road = std::find_if(roads.begin(), roads.end(), [&](const Short& known) {
            return known.brief == words[i];
        });
        if (road != roads.end() && i > 0)
            words[i] = std::string(road->full);
    }
    const std::string address = base::join(words, " ");
    constexpr std::array<std::string_view, 6> nowhere{
        "no fixed abode", "nfa", "not known", "unknown", "no fixed address", "homeless"};
    return std::find(nowhere.begin(), nowhere.end(), address) == nowhere.end() ? address
                                                                               : std::string();
}

std::string normalPhone(std::string_view raw) {
    std::string digits = digitsOf(raw);
    if (digits.starts_with("0044"))
        digits.erase(0, 4);
    else if (digits.starts_with("44") && digits.size() > 10)
        digits.erase(0, 2);
    digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size()));
    return digits.size() < 6 ? std::string() : digits;
}

std::string normalEmail(std::string_view raw) {
    const std::string email = base::lowerAscii(base::trimmed(raw));
    return email.find('@') == std::string::npos && email.size() < 6 ? std::string() : email;
}

std::string normalCode(std::string_view raw) {
    const std::string code = base::upperAscii(base::foldedKey(raw));
    return code.find_first_not_of('0') == std::string::npos ? std::string() : code;
}

std::string normalSex(std::string_view raw) {
    const auto sex = records::sexFromText(raw);
    if (!sex || *sex == records::Sex::unknown)
        return {};
    return std::string(records::sexCode(*sex));
}

}  // namespace linkage
