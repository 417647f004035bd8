// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/seen_rows.h"

namespace intake {

namespace {

constexpr std::size_t first = 1024;

}  // namespace

std::optional<std::int64_t> SeenRows::see(std::uint64_t hash, std::int64_t row) {
    if (2 * m_count >= m_slots.size() && !full())
        grow();
    Slot& slot = slotOf(hash);
    if (slot.row >= 0)
        return slot.row;
    if (!full()) {
        slot = {hash, row};
        ++m_count;
    }
    return std::nullopt;
}

SeenRows::Slot& SeenRows::slotOf(std::uint64_t hash) {
    std::size_t at = hash & (m_slots.size() - 1);
    while (m_slots[at].row >= 0 && m_slots[at].hash != hash)
        at = (at + 1) & (m_slots.size() - 1);
    return m_slots[at];
}

void SeenRows::grow() {
    std::vector<Slot> before(m_slots.empty() ? first : 2 * m_slots.size());
    before.swap(m_slots);
    for (const Slot& slot : before)
        if (slot.row >= 0)
            slotOf(slot.hash) = slot;
}

}  // namespace intake
