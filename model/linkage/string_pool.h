// SPDX-License-Identifier: GPL-3.0-or-later
// Each text once, by number in the order of first sight; 0 is "". One block of bytes and one flat
// table with linear probing, since a million rows ask twelve million times. A text() lives until
// the next id().
#pragma once

#include "linkage/hash.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace linkage {

class StringPool {
public:
    StringPool();

    // The number of a text, new or known.
    [[nodiscard]] std::uint32_t id(std::string_view text) {
        return text.empty() ? 0 : id(text, hashOf(text));
    }

    [[nodiscard]] std::uint32_t id(std::string_view text, std::uint64_t hash);

    // The number of a text that is there; 0 when it isn't.
    [[nodiscard]] std::uint32_t find(std::string_view text) const {
        return text.empty() ? 0 : static_cast<std::uint32_t>(m_slots[slotOf(text, hashOf(text))]);
    }

    [[nodiscard]] std::string_view text(std::uint32_t id) const {
        const std::uint64_t* const ends = m_ends.data() + id;
        return {m_bytes.data() + ends[0], static_cast<std::size_t>(ends[1] - ends[0])};
    }

    // Texts, "" among them.
    [[nodiscard]] std::uint32_t size() const {
        return static_cast<std::uint32_t>(m_ends.size() - 1);
    }

private:
    [[nodiscard]] std::size_t slotOf(std::string_view text, std::uint64_t hash) const;
    void grow();

    std::string m_bytes;
    std::vector<std::uint64_t> m_ends;   // text i is from m_ends[i] to m_ends[i + 1]
    std::vector<std::uint64_t> m_slots;  // upper half of the hash, then the number; 0 = free
};

}  // namespace linkage
