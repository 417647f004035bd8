// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/crypto.h"

#include <sodium.h>

#include <cassert>
#include <cstdlib>
#include <new>

namespace base {

namespace {

const unsigned char* raw(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

unsigned char* raw(std::string& text) {
    return reinterpret_cast<unsigned char*>(text.data());
}

constexpr std::size_t nonceSize = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t tagSize = crypto_aead_xchacha20poly1305_ietf_ABYTES;

}  // namespace

void startCrypto() {
    static const bool started = sodium_init() >= 0;
    if (!started)
        std::abort();  // no source of randomness: nothing this program does would be safe
}

Sha256::Sha256() {
    static_assert(sizeof(crypto_hash_sha256_state) <= sizeof(m_state));
    startCrypto();
    crypto_hash_sha256_init(new (m_state.data()) crypto_hash_sha256_state);
}

void Sha256::add(std::string_view bytes) {
    auto* state = reinterpret_cast<crypto_hash_sha256_state*>(m_state.data());
    crypto_hash_sha256_update(state, raw(bytes), bytes.size());
}

Digest Sha256::finish() {
    Digest digest{};
    auto* state = reinterpret_cast<crypto_hash_sha256_state*>(m_state.data());
    crypto_hash_sha256_final(state, digest.data());
    return digest;
}

Digest sha256(std::string_view bytes) {
    Sha256 hash;
    hash.add(bytes);
    return hash.finish();
}

Digest keyedHash(const Secret& key, std::string_view bytes) {
    startCrypto();
    assert(key.size() >= crypto_generichash_KEYBYTES_MIN &&
           key.size() <= crypto_generichash_KEYBYTES_MAX);
    Digest digest{};
    crypto_generichash(
        digest.data(), digest.size(), raw(bytes), bytes.size(), key.bytes().data(), key.size());
    return digest;
}

std::string hex(std::span<const unsigned char> bytes) {
    std::string out(bytes.size() * 2 + 1, '\0');
    sodium_bin2hex(out.data(), out.size(), bytes.data(), bytes.size());
    out.pop_back();
    return out;
}

std::string sha256Hex(std::string_view bytes) {
    return hex(sha256(bytes));
}

std::string randomBytes(std::size_t count) {
    startCrypto();
    std::string out(count, '\0');
    randombytes_buf(out.data(), count);
    return out;
}

std::string seal(const Secret& key, std::string_view plain, std::string_view context) {
    startCrypto();
    assert(key.size() == crypto_aead_xchacha20poly1305_ietf_KEYBYTES);
    std::string out(nonceSize + plain.size() + tagSize, '\0');
    randombytes_buf(out.data(), nonceSize);
    unsigned long long length = 0;
    crypto_aead_xchacha20poly1305_ietf_encrypt(raw(out) + nonceSize,
                                               &length,
                                               raw(plain),
                                               plain.size(),
                                               raw(context),
                                               context.size(),
                                               nullptr,
                                               raw(out),
                                               key.bytes().data());
    return out;
}

Result<std::string> open(const Secret& key, std::string_view sealed, std::string_view context) {
    startCrypto();
    if (sealed.size() < nonceSize + tagSize ||
        key.size() != crypto_aead_xchacha20poly1305_ietf_KEYBYTES)
        return fail(Code::wrongKey, "sealed bytes", "too short, or the key has the wrong size");
    std::string plain(sealed.size() - nonceSize - tagSize, '\0');
    unsigned long long length = 0;
    const int failed = crypto_aead_xchacha20poly1305_ietf_decrypt(raw(plain),
                                                                  &length,
                                                                  nullptr,
                                                                  raw(sealed) + nonceSize,
                                                                  sealed.size() - nonceSize,
                                                                  raw(context),
                                                                  context.size(),
                                                                  raw(sealed),
                                                                  key.bytes().data());
    if (failed != 0)
        return fail(Code::wrongKey, "sealed bytes", "the key does not open them, or they changed");
    return plain;
}

}  // namespace base
