// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes that must not outlive their use: passwords and keys. Held in memory that is locked against
// swapping, fenced by guard pages, and wiped when the Secret goes (libsodium). Movable, not
// copyable by accident; a moved-from Secret is empty. If the system refuses to lock memory the
// bytes are still wiped.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace base {

class Secret {
public:
    Secret() = default;
    explicit Secret(std::size_t size);  // zeroed
    explicit Secret(std::string_view text);
    explicit Secret(std::span<const unsigned char> bytes);
    Secret(Secret&& other) noexcept;
    Secret& operator=(Secret&& other) noexcept;
    Secret(const Secret&) = delete;
    Secret& operator=(const Secret&) = delete;
    ~Secret();

    [[nodiscard]] static Secret random(std::size_t size);
    [[nodiscard]] Secret copy() const;

    [[nodiscard]] bool empty() const { return m_size == 0; }

    [[nodiscard]] std::size_t size() const { return m_size; }

    [[nodiscard]] std::span<const unsigned char> bytes() const { return {m_bytes, m_size}; }

    [[nodiscard]] std::span<unsigned char> writable() { return {m_bytes, m_size}; }

    [[nodiscard]] std::string_view text() const;

private:
    unsigned char* m_bytes = nullptr;
    std::size_t m_size = 0;
};

// Overwrites text that held a secret, in a way no compiler leaves out, and empties it.
void wipe(std::string& text);

}  // namespace base
