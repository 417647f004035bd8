// SPDX-License-Identifier: GPL-3.0-or-later
// How much work it takes to try one password (Argon2id, RFC 9106): passes over memory, and how much
// memory in bytes. Stored with each slot, so it may be raised later without breaking old slots.
#pragma once

#include <cstddef>
#include <cstdint>

namespace store {

struct KeyCost {
    std::uint64_t passes = 0;
    std::size_t memory = 0;

    [[nodiscard]] static KeyCost standard();  // about half a second on an office machine
    [[nodiscard]] static KeyCost quick();     // for tests and training vaults of invented people

    friend bool operator==(const KeyCost&, const KeyCost&) = default;
};

}  // namespace store
