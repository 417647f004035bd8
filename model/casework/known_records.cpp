// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/known_records.h"

#include <algorithm>
#include <bit>
#include <numeric>

namespace casework {

using records::RecordId;

KnownRecords::KnownRecords(store::LinkGroups groups) : m_groups(std::move(groups)) {
    if (std::ranges::is_sorted(m_groups.records))
        return;
    m_order.resize(m_groups.records.size());
    std::iota(m_order.begin(), m_order.end(), 0U);
    std::ranges::sort(m_order, {}, [this](std::uint32_t place) { return m_groups.records[place]; });
}

std::optional<std::size_t> KnownRecords::placeOf(RecordId record) const {
    if (m_order.empty()) {
        const auto found = std::ranges::lower_bound(m_groups.records, record);
        if (found == m_groups.records.end() || *found != record)
            return std::nullopt;
        return static_cast<std::size_t>(found - m_groups.records.begin());
    }
    const auto found = std::ranges::lower_bound(
        m_order, record, {}, [this](std::uint32_t place) { return m_groups.records[place]; });
    if (found == m_order.end() || m_groups.records[*found] != record)
        return std::nullopt;
    return *found;
}

RecordId KnownRecords::groupOf(RecordId record) const {
    const auto place = placeOf(record);
    return place ? m_groups.group[*place] : RecordId();
}

HashSet::HashSet(std::vector<std::uint32_t> hashes) : m_hashes(std::move(hashes)) {
    constexpr std::size_t bitsEach = 16;
    constexpr std::size_t wordBits = 64;
    std::ranges::sort(m_hashes);
    const auto twice = std::ranges::unique(m_hashes);
    m_hashes.erase(twice.begin(), twice.end());
    m_bits.resize(std::bit_ceil(m_hashes.size() * bitsEach + wordBits) / wordBits);
    for (const std::uint32_t hash : m_hashes)
        m_bits[word(hash)] |= bit(hash);
}

bool HashSet::isAmong(std::uint32_t hash) const {
    return std::ranges::binary_search(m_hashes, hash);
}

}  // namespace casework
