// SPDX-License-Identifier: GPL-3.0-or-later
#include "families/places.h"

#include "base/text.h"
#include "records/address_parts.h"
#include "records/identifier.h"

#include <algorithm>

namespace families {

using records::AddressKind;
using records::HomeKey;
using records::Identity;

namespace {

std::string uprnKey(const Identity& identity) {
    const auto checked = records::checkUprn(identity.uprn);
    return checked.state == records::IdentifierState::valid ? "uprn:" + checked.canonical
                                                            : std::string();
}

// "flat 2" of "addr:flat 2 14 etnam street|HR6 8AQ"; "" when the key names no unit.
std::string unitIn(std::string_view key) {
    if (!key.starts_with("addr:flat ") && !key.starts_with("addr:room "))
        return {};
    key.remove_prefix(5);
    return std::string(key.substr(0, key.find(' ', key.find(' ') + 1)));
}

}  // namespace

std::string localKey(records::Agency agency, std::string_view series, std::string_view number) {
    std::string key(records::agencyCode(agency));
    key.append("/").append(series).append("/").append(number);
    return key;
}

const HomeKey& Places::textKey(const Identity& identity) {
    std::string text = identity.address + '\n' + identity.postcode;
    const auto [at, isNew] = m_textKeys.try_emplace(std::move(text));
    if (isNew) {
        Identity only;
        only.address = identity.address;
        only.postcode = identity.postcode;
        at->second = records::homeKey(only);
    }
    return at->second;
}

void Places::learn(const Identity& identity) {
    const std::string uprn = uprnKey(identity);
    if (uprn.empty())
        return;
    const HomeKey& text = textKey(identity);
    if (text.kind == AddressKind::institution || text.kind == AddressKind::noFixedAbode)
        m_kindOfUprn[uprn] = std::max(m_kindOfUprn[uprn], text.kind);
    if (text.key.empty() || text.kind != AddressKind::home)
        return;
    m_uprnsOfText[text.key].insert(uprn);
    if (std::string unit = unitIn(text.key); !unit.empty())
        m_unitsOfUprn[uprn].insert(std::move(unit));
}

std::uint32_t Places::place(std::string key, AddressKind kind) {
    const auto next = static_cast<std::uint32_t>(m_places.size());
    const auto [at, isNew] = m_numbers.try_emplace(std::move(key), next);
    if (isNew)
        m_places.push_back({at->first, kind, false, {}});
    return at->second;
}

std::optional<std::uint32_t> Places::address(const Identity& identity) {
    const std::string uprn = uprnKey(identity);
    const HomeKey& text = textKey(identity);
    const auto units = m_unitsOfUprn.find(uprn);
    const bool building = units != m_unitsOfUprn.end() && units->second.size() > 1;
    if (!uprn.empty() && !building) {
        const auto kind = m_kindOfUprn.find(uprn);
        return place(uprn, kind == m_kindOfUprn.end() ? AddressKind::home : kind->second);
    }
    if (text.key.empty())
        return uprn.empty() ? std::nullopt : std::optional(place(uprn, AddressKind::wholeBlock));
    return place(text.key, text.kind);
}

std::uint32_t Places::reference(records::Agency agency,
                                std::string_view series,
                                std::string_view number) {
    const std::uint32_t made = place("ref:" + localKey(agency, series, number), AddressKind::home);
    m_places[made].isRef = true;
    m_places[made].series = localKey(agency, series, {});
    return made;
}

void Places::setKind(std::uint32_t place, AddressKind kind) {
    m_places[place].kind = kind;
}

std::vector<std::pair<std::uint32_t, std::uint32_t>> Places::textsOfUprns() const {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
    for (const auto& [text, uprns] : m_uprnsOfText) {
        const auto textPlace = m_numbers.find(text);
        const auto uprnPlace = m_numbers.find(*uprns.begin());
        if (uprns.size() == 1 && textPlace != m_numbers.end() && uprnPlace != m_numbers.end())
            pairs.emplace_back(textPlace->second, uprnPlace->second);
    }
    return pairs;
}

}  // namespace families
