// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/secret.h"

#include "base/crypto.h"

#include <sodium.h>

#include <cstring>
#include <new>
#include <utility>

namespace base {

Secret::Secret(std::size_t size) : m_size(size) {
    startCrypto();
    if (size == 0)
        return;
    m_bytes = static_cast<unsigned char*>(sodium_malloc(size));
    if (m_bytes == nullptr)
        throw std::bad_alloc();  // as any container would
    std::memset(m_bytes, 0, size);
}

Secret::Secret(std::string_view text)
    : Secret(std::span(reinterpret_cast<const unsigned char*>(text.data()), text.size())) {}

Secret::Secret(std::span<const unsigned char> bytes) : Secret(bytes.size()) {
    if (!bytes.empty())
        std::memcpy(m_bytes, bytes.data(), bytes.size());
}

Secret::Secret(Secret&& other) noexcept
    : m_bytes(std::exchange(other.m_bytes, nullptr)), m_size(std::exchange(other.m_size, 0)) {}

Secret& Secret::operator=(Secret&& other) noexcept {
    std::swap(m_bytes, other.m_bytes);
    std::swap(m_size, other.m_size);
    return *this;
}

Secret::~Secret() {
    sodium_free(m_bytes);
}

Secret Secret::random(std::size_t size) {
    Secret secret(size);
    if (size > 0)
        randombytes_buf(secret.m_bytes, size);
    return secret;
}

Secret Secret::copy() const {
    return Secret(bytes());
}

void wipe(std::string& text) {
    sodium_memzero(text.data(), text.size());
    text.clear();
}

std::string_view Secret::text() const {
    return {reinterpret_cast<const char*>(m_bytes), m_size};
}

}  // namespace base
