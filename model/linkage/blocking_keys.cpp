// SPDX-License-Identifier: GPL-3.0-or-later
#include "linkage/blocking_keys.h"

#include "linkage/hash.h"

#include <algorithm>

namespace linkage {

namespace {

using Keys = std::vector<std::uint64_t>;

const std::string& textOf(const Table& table, FieldKind kind, std::uint32_t profile) {
    static const std::string none;
    const Column* column = table.find(kind);
    return column == nullptr ? none : column->text(profile);
}

std::uint64_t valueOf(const Table& table, FieldKind kind, std::uint32_t profile) {
    const Column* column = table.find(kind);
    return column == nullptr ? 0 : column->hashes[column->of[profile]];
}

Keys one(std::uint64_t key) {
    return key == 0 ? Keys() : Keys{key};
}

Keys ofText(const std::string& text) {
    return text.empty() ? Keys() : Keys{hashOf(text)};
}

Keys surnames(const Table& table, std::uint32_t profile, bool startsOnly) {
    Keys keys;
    for (const FieldKind kind : {FieldKind::surname, FieldKind::formerSurname}) {
        const Column* column = table.find(kind);
        if (column == nullptr || column->of[profile] == 0)
            continue;
        const std::string& text = column->text(profile);
        keys.push_back(hashOf(startsOnly ? text.substr(0, 3) : text));
        const auto& words = column->words[column->of[profile]];
        if (words.size() == 2 && !startsOnly)
            for (const std::string& word : words)
                if (word.size() > 2)
                    keys.push_back(hashOf(word));
    }
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    return keys;
}

Keys dateKeys(const Table& table, Part part, std::uint32_t profile) {
    const std::string& date = textOf(table, FieldKind::birthDate, profile);
    if (date.empty())
        return {};
    if (part == Part::birthYear)
        return ofText(date.substr(0, 4));
    if (date.ends_with("00"))
        return part == Part::birthDate ? ofText(date) : Keys();
    return part == Part::monthAndDay ? ofText(date.substr(4)) : ofText(date);
}

Keys homeKeys(const Table& table, std::uint32_t profile) {
    Keys keys = one(valueOf(table, FieldKind::uprn, profile));
    if (const std::uint64_t address = valueOf(table, FieldKind::address, profile); address != 0)
        keys.push_back(address);
    return keys;
}

std::string outcodeOf(const std::string& postcode) {
    const std::size_t space = postcode.find(' ');
    return space == std::string::npos ? postcode : postcode.substr(0, space);
}

}  // namespace

std::string soundex(std::string_view name) {
    constexpr std::string_view codes = "01230120022455012623010202";
    std::string out;
    char last = '0';
    for (const char c : name) {
        if (c < 'a' || c > 'z') {
            if (out.empty())
                return {};
            break;
        }
        const char code = codes[static_cast<std::size_t>(c - 'a')];
        if (out.empty())
            out += c;
        else if (code != '0' && code != last)
            out += code;
        if (c != 'h' && c != 'w')
            last = code;
    }
    out.resize(std::min<std::size_t>(out.size(), 4));
    return out;
}

std::vector<std::uint64_t> partKeys(const Table& table,
                                    Part part,
                                    const Column* column,
                                    std::uint32_t profile) {
    const std::string& forename = textOf(table, FieldKind::forename, profile);
    switch (part) {
        case Part::forename:
            return ofText(forename);
        case Part::forenameStart:
            return ofText(forename.substr(0, 3));
        case Part::forenameSound:
            return ofText(soundex(forename));
        case Part::surname:
            return surnames(table, profile, false);
        case Part::surnameStart:
            return surnames(table, profile, true);
        case Part::surnameSound:
            return ofText(soundex(textOf(table, FieldKind::surname, profile)));
        case Part::names: {
            const std::uint64_t a = valueOf(table, FieldKind::forename, profile);
            const std::uint64_t b = valueOf(table, FieldKind::surname, profile);
            return a == 0 || b == 0 ? Keys() : Keys{mixed(a) + mixed(b)};
        }
        case Part::birthDate:
        case Part::birthYear:
        case Part::monthAndDay:
            return dateKeys(table, part, profile);
        case Part::postcode:
            return one(valueOf(table, FieldKind::postcode, profile));
        case Part::outcode:
            return ofText(outcodeOf(textOf(table, FieldKind::postcode, profile)));
        case Part::home:
            return homeKeys(table, profile);
        case Part::town:
            return one(valueOf(table, FieldKind::town, profile));
        case Part::value:
            return one(column->hashes[column->of[profile]]);
        case Part::emailStart: {
            const std::string& email = textOf(table, FieldKind::email, profile);
            return email.size() < 6 ? Keys() : ofText(email.substr(0, 5));
        }
    }
    return {};
}

}  // namespace linkage
