// SPDX-License-Identifier: GPL-3.0-or-later
// The places of one building of families, each once: addresses by UPRN or text, and the agencies'
// household numbers. Every record's address is learnt before any is asked for, because a UPRN that
// partners use for several flats names the building, not a home, and is then not trusted.
#pragma once

#include "families/evidence.h"
#include "records/address.h"
#include "records/agency.h"
#include "records/identity.h"

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace families {

class Places {
public:
    void learn(const records::Identity& identity);

    // Nothing when the record gives no usable address.
    [[nodiscard]] std::optional<std::uint32_t> address(const records::Identity& identity);
    [[nodiscard]] std::uint32_t reference(records::Agency agency,
                                          std::string_view series,
                                          std::string_view number);
    void setKind(std::uint32_t place, records::AddressKind kind);

    [[nodiscard]] const std::vector<Place>& all() const { return m_places; }

    // Address texts that partners send with one UPRN only, beside that UPRN's place; of those that
    // were asked for.
    [[nodiscard]] std::vector<std::pair<std::uint32_t, std::uint32_t>> textsOfUprns() const;

private:
    [[nodiscard]] const records::HomeKey& textKey(const records::Identity& identity);
    [[nodiscard]] std::uint32_t place(std::string key, records::AddressKind kind);

    std::vector<Place> m_places;
    std::unordered_map<std::string, std::uint32_t> m_numbers;
    std::unordered_map<std::string, records::HomeKey> m_textKeys;  // by address and postcode
    std::unordered_map<std::string, std::set<std::string>> m_unitsOfUprn;
    std::unordered_map<std::string, std::set<std::string>> m_uprnsOfText;
    // One partner names the hostel, another only its street: the hostel counts.
    std::unordered_map<std::string, records::AddressKind> m_kindOfUprn;
};

// A person's or a household's number within its agency and series, as one key.
[[nodiscard]] std::string localKey(records::Agency agency,
                                   std::string_view series,
                                   std::string_view number);

}  // namespace families
