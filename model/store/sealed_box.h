// SPDX-License-Identifier: GPL-3.0-or-later
// Key work of the keyring over libsodium: Argon2id, X25519 key pairs, sealed boxes, hexadecimal.
#pragma once

#include "base/result.h"
#include "base/secret.h"
#include "store/key_cost.h"

#include <optional>
#include <string>
#include <string_view>

namespace store {

inline constexpr std::size_t keyBytes = 32;
inline constexpr std::size_t saltBytes = 16;

struct KeyPair {
    std::string publicKey;
    base::Secret secret;
};

[[nodiscard]] KeyPair newKeyPair();
// The public half of a secret.
[[nodiscard]] std::string publicKeyOf(const base::Secret& secret);
[[nodiscard]] base::Result<base::Secret> keyFromPassword(const base::Secret& password,
                                                         std::string_view salt,
                                                         KeyCost cost);
// Anyone can seal to a public key; only its secret opens (crypto_box_seal).
[[nodiscard]] std::string sealTo(std::string_view publicKey, const base::Secret& secret);
// nullopt when the key is not the right one or the bytes changed.
[[nodiscard]] std::optional<base::Secret> openSealed(const base::Secret& secretKey,
                                                     std::string_view sealed);
// nullopt unless an even number of hexadecimal digits.
[[nodiscard]] std::optional<std::string> bytesFromHex(std::string_view digits);
[[nodiscard]] std::string hexOf(std::string_view bytes);
// Overwrites, in a way no optimiser drops.
void wipe(std::string& bytes);

}  // namespace store
