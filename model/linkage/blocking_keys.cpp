// SPDX-License-Identifier: GPL-3.0-or-later
#include "linkage/blocking_keys.h"

#include "linkage/hash.h"

#include <algorithm>

namespace linkage {

namespace {

template <class Derive>
std::vector<std::uint64_t> byValue(const Column* column, Derive derive) {
    std::vector<std::uint64_t> keys;
    if (column == nullptr)
        return keys;
    keys.reserve(column->texts.size());
    for (std::uint32_t value = 0; value < column->texts.size(); ++value) {
        const auto text = derive(column->text(value));
        keys.push_back(text.empty() ? 0 : hashOf(text));
    }
    return keys;
}

std::string_view outcodeOf(std::string_view postcode) {
    return postcode.substr(0, std::min(postcode.find(' '), postcode.size()));
}

// None of a date without a day.
std::string_view monthAndDayOf(std::string_view date) {
    return date.ends_with("00") ? std::string_view()
                                : date.substr(std::min<std::size_t>(4, date.size()));
}

std::string_view emailStartOf(std::string_view email) {
    return email.size() < 6 ? std::string_view() : email.substr(0, 5);
}

Keys one(std::uint64_t key) {
    Keys keys;
    if (key != 0)
        keys.add(key);
    return keys;
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

BlockingKeys::BlockingKeys(const Table& table)
    : m_table(table),
      m_forename(table.find(FieldKind::forename)),
      m_surname(table.find(FieldKind::surname)),
      m_birth(table.find(FieldKind::birthDate)),
      m_postcode(table.find(FieldKind::postcode)),
      m_address(table.find(FieldKind::address)),
      m_uprn(table.find(FieldKind::uprn)),
      m_town(table.find(FieldKind::town)),
      m_email(table.find(FieldKind::email)),
      m_forenameStart(byValue(m_forename, [](std::string_view text) { return text.substr(0, 3); })),
      m_forenameSound(byValue(m_forename, soundex)),
      m_surnameSound(byValue(m_surname, soundex)),
      m_surnames{surnamesOf(m_surname), surnamesOf(table.find(FieldKind::formerSurname))},
      m_birthYear(byValue(m_birth, [](std::string_view text) { return text.substr(0, 4); })),
      m_monthAndDay(byValue(m_birth, monthAndDayOf)),
      m_outcode(byValue(m_postcode, outcodeOf)),
      m_emailStart(byValue(m_email, emailStartOf)) {}

BlockingKeys::Surnames BlockingKeys::surnamesOf(const Column* column) {
    Surnames surnames;
    surnames.column = column;
    surnames.start = byValue(column, [](std::string_view text) { return text.substr(0, 3); });
    if (column == nullptr)
        return surnames;
    for (std::uint32_t value = 0; value < column->texts.size(); ++value) {
        surnames.first.push_back(static_cast<std::uint32_t>(surnames.keys.size()));
        if (value == 0)
            continue;
        surnames.keys.push_back(column->hashes[value]);
        const auto words = column->wordsOf(value);
        for (const std::uint32_t word : words)
            if (const auto text = column->pool->texts.text(word);
                words.size() == 2 && text.size() > 2)
                surnames.keys.push_back(hashOf(text));
    }
    surnames.first.push_back(static_cast<std::uint32_t>(surnames.keys.size()));
    return surnames;
}

Keys BlockingKeys::surnames(std::uint32_t profile, bool startsOnly) const {
    Keys keys;
    const auto add = [&keys](std::uint64_t key) {
        if (std::find(keys.begin(), keys.end(), key) == keys.end())
            keys.add(key);
    };
    for (const Surnames& surname : m_surnames) {
        const std::uint32_t value = m_table.value(surname.column, profile);
        if (value == 0)
            continue;
        if (startsOnly)
            add(surname.start[value]);
        else
            for (std::uint32_t i = surname.first[value]; i < surname.first[value + 1]; ++i)
                add(surname.keys[i]);
    }
    return keys;
}

Keys BlockingKeys::of(Part part, const Column* column, std::uint32_t profile) const {
    const auto whole = [&](const Column* from) {
        return from == nullptr ? 0 : from->hashes[m_table.value(*from, profile)];
    };
    const auto derived = [&](const Column* from, const ByValue& keys) {
        return from == nullptr ? Keys() : one(keys[m_table.value(*from, profile)]);
    };
    switch (part) {
        case Part::forename:
            return one(whole(m_forename));
        case Part::forenameStart:
            return derived(m_forename, m_forenameStart);
        case Part::forenameSound:
            return derived(m_forename, m_forenameSound);
        case Part::surname:
            return surnames(profile, false);
        case Part::surnameStart:
            return surnames(profile, true);
        case Part::surnameSound:
            return derived(m_surname, m_surnameSound);
        case Part::names: {
            const std::uint64_t a = whole(m_forename);
            const std::uint64_t b = whole(m_surname);
            return a == 0 || b == 0 ? Keys() : one(mixed(a) + mixed(b));
        }
        case Part::birthDate:
            return one(whole(m_birth));
        case Part::birthYear:
            return derived(m_birth, m_birthYear);
        case Part::monthAndDay:
            return derived(m_birth, m_monthAndDay);
        case Part::postcode:
            return one(whole(m_postcode));
        case Part::outcode:
            return derived(m_postcode, m_outcode);
        case Part::home: {
            Keys keys = one(whole(m_uprn));
            if (const std::uint64_t address = whole(m_address); address != 0)
                keys.add(address);
            return keys;
        }
        case Part::town:
            return one(whole(m_town));
        case Part::value:
            return one(whole(column));
        case Part::emailStart:
            return derived(m_email, m_emailStart);
    }
    return {};
}

Keys BlockingKeys::of(const BlockingRule& rule, std::uint32_t profile) const {
    Keys keys;
    keys.add(1);
    for (const Part part : rule.parts) {
        const Keys more = of(part, rule.column, profile);
        Keys longer;
        for (const std::uint64_t key : more)
            for (const std::uint64_t before : keys)
                longer.add(joined(before, key));
        keys = longer;
    }
    Keys shortened;
    for (const std::uint64_t key : keys)
        shortened.add(key >> 32U);
    return shortened;
}

}  // namespace linkage
