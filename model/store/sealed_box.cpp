// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sealed_box.h"

#include "base/crypto.h"

#include <sodium.h>

#include <cassert>

namespace store {

namespace {

const unsigned char* raw(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

unsigned char* raw(std::string& text) {
    return reinterpret_cast<unsigned char*>(text.data());
}

}  // namespace

KeyPair newKeyPair() {
    base::startCrypto();
    KeyPair pair{std::string(crypto_box_PUBLICKEYBYTES, '\0'),
                 base::Secret(crypto_box_SECRETKEYBYTES)};
    crypto_box_keypair(raw(pair.publicKey), pair.secret.writable().data());
    return pair;
}

std::string publicKeyOf(const base::Secret& secret) {
    assert(secret.size() == crypto_box_SECRETKEYBYTES);
    std::string key(crypto_box_PUBLICKEYBYTES, '\0');
    crypto_scalarmult_base(raw(key), secret.bytes().data());
    return key;
}

base::Result<base::Secret> keyFromPassword(const base::Secret& password,
                                           std::string_view salt,
                                           KeyCost cost) {
    static_assert(saltBytes == crypto_pwhash_SALTBYTES);
    base::startCrypto();
    base::Secret key(keyBytes);
    const std::string_view text = password.text();
    if (salt.size() != saltBytes || crypto_pwhash(key.writable().data(),
                                                  key.size(),
                                                  text.data() == nullptr ? "" : text.data(),
                                                  text.size(),
                                                  raw(salt),
                                                  cost.passes,
                                                  cost.memory,
                                                  crypto_pwhash_ALG_ARGON2ID13) != 0)
        return base::fail(base::Code::full,
                          "password check",
                          "needs more memory than the computer can give just now");
    return key;
}

std::string sealTo(std::string_view publicKey, const base::Secret& secret) {
    assert(publicKey.size() == crypto_box_PUBLICKEYBYTES);
    std::string sealed(secret.size() + crypto_box_SEALBYTES, '\0');
    crypto_box_seal(raw(sealed), secret.bytes().data(), secret.size(), raw(publicKey));
    return sealed;
}

std::optional<base::Secret> openSealed(const base::Secret& secretKey, std::string_view sealed) {
    if (sealed.size() <= crypto_box_SEALBYTES || secretKey.size() != crypto_box_SECRETKEYBYTES)
        return std::nullopt;
    base::Secret opened(sealed.size() - crypto_box_SEALBYTES);
    const std::string publicKey = publicKeyOf(secretKey);
    if (crypto_box_seal_open(opened.writable().data(),
                             raw(sealed),
                             sealed.size(),
                             raw(publicKey),
                             secretKey.bytes().data()) != 0)
        return std::nullopt;
    return opened;
}

std::optional<std::string> bytesFromHex(std::string_view digits) {
    std::string bytes(digits.size() / 2, '\0');
    std::size_t length = 0;
    if (digits.size() % 2 != 0 ||
        sodium_hex2bin(
            raw(bytes), bytes.size(), digits.data(), digits.size(), nullptr, &length, nullptr) != 0)
        return std::nullopt;
    bytes.resize(length);
    return bytes;
}

std::string hexOf(std::string_view bytes) {
    return base::hex({raw(bytes), bytes.size()});
}

void wipe(std::string& bytes) {
    sodium_memzero(bytes.data(), bytes.size());
}

}  // namespace store
