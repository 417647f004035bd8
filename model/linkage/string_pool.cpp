// SPDX-License-Identifier: GPL-3.0-or-later
#include "linkage/string_pool.h"

namespace linkage {

namespace {

constexpr std::size_t firstSlots = 64;
constexpr std::uint64_t tagBits = 0xFFFFFFFF00000000U;

}  // namespace

StringPool::StringPool() : m_ends{0, 0}, m_slots(firstSlots, 0) {}

// The text's slot, or the free one where it would go.
std::size_t StringPool::slotOf(std::string_view text, std::uint64_t hash) const {
    const std::size_t mask = m_slots.size() - 1;
    const std::uint64_t tag = hash & tagBits;
    std::size_t at = hash & mask;
    for (; m_slots[at] != 0; at = (at + 1) & mask)
        if ((m_slots[at] & tagBits) == tag &&
            this->text(static_cast<std::uint32_t>(m_slots[at])) == text)
            break;
    return at;
}

std::uint32_t StringPool::id(std::string_view text, std::uint64_t hash) {
    if (text.empty())
        return 0;
    const std::size_t at = slotOf(text, hash);
    if (m_slots[at] != 0)
        return static_cast<std::uint32_t>(m_slots[at]);
    const std::uint32_t fresh = size();
    m_bytes.append(text);
    m_ends.push_back(m_bytes.size());
    m_slots[at] = (hash & tagBits) | fresh;
    if (m_ends.size() * 2 > m_slots.size())
        grow();
    return fresh;
}

void StringPool::grow() {
    std::vector<std::uint64_t> slots(m_slots.size() * 4, 0);
    const std::size_t mask = slots.size() - 1;
    for (std::uint32_t known = 1; known < size(); ++known) {
        const std::uint64_t hash = hashOf(text(known));
        std::size_t at = hash & mask;
        while (slots[at] != 0)
            at = (at + 1) & mask;
        slots[at] = (hash & tagBits) | known;
    }
    m_slots = std::move(slots);
}

}  // namespace linkage
