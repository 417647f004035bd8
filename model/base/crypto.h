// SPDX-License-Identifier: GPL-3.0-or-later
// The few cryptographic operations the product needs, over libsodium: SHA-256 for fingerprints and
// the audit chain, keyed BLAKE2b for study pseudonyms, XChaCha20-Poly1305 for payloads, random
// bytes. Password hashing and key wrapping belong to the vault's keyring (store). Any thread.
#pragma once

#include "base/result.h"
#include "base/secret.h"

#include <array>
#include <span>
#include <string>
#include <string_view>

namespace base {

// Once per process, before anything else here; further calls are free.
void startCrypto();

using Digest = std::array<unsigned char, 32>;

// SHA-256 over pieces as they come.
class Sha256 {
public:
    Sha256();
    void add(std::string_view bytes);
    [[nodiscard]] Digest finish();

private:
    alignas(64) std::array<unsigned char, 128> m_state{};
};

[[nodiscard]] Digest sha256(std::string_view bytes);
// Keyed BLAKE2b-256: can't be computed or checked without the key (16 to 64 bytes).
[[nodiscard]] Digest keyedHash(const Secret& key, std::string_view bytes);

[[nodiscard]] std::string hex(std::span<const unsigned char> bytes);
[[nodiscard]] std::string sha256Hex(std::string_view bytes);
[[nodiscard]] std::string randomBytes(std::size_t count);

// Authenticated encryption with a 32-byte key. The result is a fresh 24-byte nonce and the cipher
// text; `context` is bound to it and must be given again to open it.
[[nodiscard]] std::string seal(const Secret& key, std::string_view plain, std::string_view context);
// Fails with Code::wrongKey when the key, the context or the bytes are not what was sealed.
[[nodiscard]] Result<std::string> open(const Secret& key,
                                       std::string_view sealed,
                                       std::string_view context);

}  // namespace base
