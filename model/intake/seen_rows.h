// SPDX-License-Identifier: GPL-3.0-or-later
// In which row something was first seen, by its hash. Holds a million at most, so that memory has a
// bound; what comes after them is only looked up.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

namespace intake {

class SeenRows {
public:
    static constexpr std::size_t most = std::size_t{1} << 20U;

    // The row that had it first, when this is not the one.
    [[nodiscard]] std::optional<std::int64_t> see(std::uint64_t hash, std::int64_t row);

    [[nodiscard]] bool full() const { return m_count == most; }

private:
    struct Slot {
        std::uint64_t hash = 0;
        std::int64_t row = -1;  // free
    };

    [[nodiscard]] Slot& slotOf(std::uint64_t hash);
    void grow();

    std::vector<Slot> m_slots;  // a power of two of them, at most half full
    std::size_t m_count = 0;
};

}  // namespace intake
