// SPDX-License-Identifier: GPL-3.0-or-later
// The records a run finds linked already: their groups by number, and a quick look whether one of
// very many hashes is among some.
#pragma once

#include "store/link_standing_table.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace casework {

class KnownRecords {
public:
    explicit KnownRecords(store::LinkGroups groups);

    [[nodiscard]] const store::LinkGroups& all() const { return m_groups; }

    [[nodiscard]] std::optional<std::size_t> placeOf(records::RecordId record) const;
    // Empty for one that is not linked.
    [[nodiscard]] records::RecordId groupOf(records::RecordId record) const;

private:
    store::LinkGroups m_groups;
    std::vector<std::uint32_t> m_order;  // by number, when they aren't already
};

class HashSet {
public:
    explicit HashSet(std::vector<std::uint32_t> hashes);

    [[nodiscard]] bool contains(std::uint32_t hash) const {
        return (m_bits[word(hash)] & bit(hash)) != 0 && isAmong(hash);
    }

private:
    [[nodiscard]] std::size_t word(std::uint32_t hash) const {
        return (hash >> 6U) & (m_bits.size() - 1);
    }

    [[nodiscard]] static std::uint64_t bit(std::uint32_t hash) {
        return std::uint64_t{1} << (hash & 63U);
    }

    [[nodiscard]] bool isAmong(std::uint32_t hash) const;

    std::vector<std::uint32_t> m_hashes;  // sorted
    std::vector<std::uint64_t> m_bits;    // says no for nearly all that are not among them
};

}  // namespace casework
