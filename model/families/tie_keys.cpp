// SPDX-License-Identifier: GPL-3.0-or-later
#include "families/tie_keys.h"

#include "base/text.h"
#include "families/places.h"
#include "records/address.h"
#include "records/identifier.h"
#include "records/types/household.h"

namespace families {

namespace {

// FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv/; 64 bits folded to 32.
std::uint32_t hashOf(std::string_view kind, std::string_view key) {
    std::uint64_t hash = 14695981039346656037U;
    const auto mix = [&hash](std::string_view text) {
        for (const char c : text)
            hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211U;
    };
    mix(kind);
    mix(key);
    return static_cast<std::uint32_t>(hash ^ (hash >> 32U));
}

std::string_view textAt(const records::SourceRecord& record, std::string_view field) {
    const auto at = record.type->indexOf(field);
    if (!at || *at >= record.payload.size())
        return {};
    const std::string* text = records::textIn(record.payload[*at]);
    return text == nullptr ? std::string_view() : base::trimmed(*text);
}

}  // namespace

void TieKeys::appendOf(const records::SourceRecord& record, std::vector<std::uint32_t>& into) {
    const records::Identity& who = record.identity;
    const auto uprn = records::checkUprn(who.uprn);
    if (uprn.state == records::IdentifierState::valid)
        into.push_back(hashOf("uprn ", uprn.canonical));
    const auto [home, isNew] = m_homes.try_emplace(who.address + '\n' + who.postcode, 0U);
    if (isNew) {
        records::Identity only;
        only.address = who.address;
        only.postcode = who.postcode;
        const records::HomeKey key = records::homeKey(only);
        home->second = key.key.empty() ? 0 : hashOf("home ", key.key);
    }
    if (home->second != 0)
        into.push_back(home->second);
    const auto number = [&](std::string_view kind, std::string_view text) {
        if (!text.empty())
            into.push_back(hashOf(kind, localKey(record.agency, who.localIdSeries, text)));
    };
    number("own ", who.localId);
    if (record.type != &records::householdType)
        return;
    number("household ", textAt(record, "household_ref"));
    number("own ", textAt(record, "related_local_id"));
}

}  // namespace families
