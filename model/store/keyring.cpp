// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/keyring.h"

#include "base/crypto.h"
#include "base/file.h"
#include "store/sealed_box.h"

#include <algorithm>

namespace store {

namespace {

constexpr std::int64_t format = 1;
// The costs are read before the password proves the file: what a changed one may ask for is
// bounded.
constexpr std::uint64_t mostPasses = 16;
constexpr std::size_t mostMemory = std::size_t{1} << 30U;
constexpr std::uint64_t largestFile = 8U << 20U;
constexpr std::size_t agencyCount = records::allAgencies.size();

std::string slotContext(std::string_view vaultId, const KeySlot& slot) {
    return "slot|" + std::string(vaultId) + "|" + std::to_string(slot.user.value);
}

base::Error damaged(const std::filesystem::path& path) {
    return {base::Code::damaged,
            path.string(),
            "the key file is damaged or was changed outside the program; put back the one from the "
            "newest backup"};
}

base::Error wrongPassword() {
    return {base::Code::wrongKey, "unlock", "the name or the password is wrong"};
}

// The sealed keys in the order they are kept.
std::vector<base::Secret*> sealedParts(VaultKeys& keys) {
    std::vector<base::Secret*> parts;
    for (base::Secret& key : keys.agencies)
        parts.push_back(&key);
    parts.push_back(&keys.findings);
    parts.push_back(&keys.study);
    return parts;
}

std::string partName(std::size_t part) {
    if (part < agencyCount)
        return std::string(records::agencyCode(records::allAgencies[part]));
    return part == agencyCount ? "findings" : "study";
}

// Reads hexadecimal texts, remembering whether one was missing or wrong.
struct HexReader {
    bool good = true;

    std::string operator()(const base::Json& value, std::size_t leastBytes) {
        std::optional<std::string> bytes = bytesFromHex(value.text());
        good = good && bytes && bytes->size() >= leastBytes;
        return bytes.value_or(std::string());
    }
};

KeySlot readSlot(const base::Json& json, HexReader& hex) {
    KeySlot slot;
    slot.user.value = json["user"].integer();
    slot.name = json["name"].text();
    slot.cost.passes = static_cast<std::uint64_t>(json["argon2id_passes"].integer());
    slot.cost.memory = static_cast<std::size_t>(json["argon2id_bytes"].integer());
    slot.salt = hex(json["salt"], saltBytes);
    slot.publicKey = hex(json["public_key"], keyBytes);
    slot.sealedPrivateKey = hex(json["private_key"], keyBytes);
    slot.sealedVaultKeys = hex(json["vault_keys"], 2 * keyBytes);
    hex.good = hex.good && slot.user && !slot.name.empty() && slot.cost.passes > 0 &&
               slot.cost.passes <= mostPasses && slot.cost.memory > 0 &&
               slot.cost.memory <= mostMemory && slot.publicKey.size() == keyBytes;
    return slot;
}

base::Json writeSlot(const KeySlot& slot) {
    return base::Json::Object{
        {"user", slot.user.value},
        {"name", slot.name},
        {"argon2id_passes", static_cast<std::int64_t>(slot.cost.passes)},
        {"argon2id_bytes", slot.cost.memory},
        {"salt", hexOf(slot.salt)},
        {"public_key", hexOf(slot.publicKey)},
        {"private_key", hexOf(slot.sealedPrivateKey)},
        {"vault_keys", hexOf(slot.sealedVaultKeys)},
    };
}

base::Secret joined(const base::Secret& first, const base::Secret& second) {
    base::Secret both(first.size() + second.size());
    std::ranges::copy(first.bytes(), both.writable().begin());
    std::ranges::copy(second.bytes(),
                      both.writable().begin() + static_cast<std::ptrdiff_t>(first.size()));
    return both;
}

}  // namespace

Keyring Keyring::fresh(VaultKeys& keys) {
    Keyring ring;
    ring.m_vaultId = hexOf(base::randomBytes(16));
    KeyPair pair = newKeyPair();
    ring.m_publicKey = std::move(pair.publicKey);
    keys.vaultSecret = std::move(pair.secret);
    keys.database = base::Secret::random(keyBytes);
    for (base::Secret* part : sealedParts(keys)) {
        *part = base::Secret::random(keyBytes);
        ring.m_sealedKeys.push_back(sealTo(ring.m_publicKey, *part));
    }
    return ring;
}

base::Result<Keyring> Keyring::read(const std::filesystem::path& path) {
    const auto bytes = base::readFile(path, largestFile);
    if (!bytes && bytes.error().code == base::Code::notFound)
        return base::fail(
            base::Code::notFound,
            path.string(),
            "the key file is missing; nothing opens the vault without it. Put it back "
            "from a backup");
    if (!bytes)
        return base::fail(bytes.error());
    const auto json = base::parseJson(*bytes, path.string());
    if (!json)
        return base::fail(damaged(path));
    if ((*json)["format"].integer() > format)
        return base::fail(base::Code::unsupported,
                          path.string(),
                          "was written by a newer version of the program; use that one");
    Keyring ring;
    HexReader hex;
    ring.m_vaultId = (*json)["vault"].text();
    ring.m_publicKey = hex((*json)["public_key"], keyBytes);
    ring.m_check = hex((*json)["check"], keyBytes);
    for (std::size_t part = 0; part < agencyCount + 2; ++part)
        ring.m_sealedKeys.push_back(hex((*json)["keys"][partName(part)], keyBytes));
    for (const base::Json& slot : (*json)["slots"].items())
        ring.m_slots.push_back(readSlot(slot, hex));
    if (!hex.good || (*json)["format"].integer() != format || ring.m_vaultId.empty() ||
        ring.m_publicKey.size() != keyBytes || ring.m_slots.empty())
        return base::fail(damaged(path));
    return ring;
}

base::Json::Object Keyring::content() const {
    base::Json::Object keys;
    for (std::size_t part = 0; part < m_sealedKeys.size(); ++part)
        keys.emplace_back(partName(part), hexOf(m_sealedKeys[part]));
    base::Json::Array slots;
    for (const KeySlot& slot : m_slots)
        slots.push_back(writeSlot(slot));
    return {{"format", format},
            {"vault", m_vaultId},
            {"public_key", hexOf(m_publicKey)},
            {"keys", std::move(keys)},
            {"slots", std::move(slots)}};
}

base::Result<void> Keyring::write(const std::filesystem::path& path, const VaultKeys& keys) const {
    base::Json::Object all = content();
    const base::Digest check = base::keyedHash(keys.database, base::Json(all).write(false));
    all.emplace_back("check", base::hex(check));
    return base::writeFileWhole(path, base::Json(std::move(all)).write(true) + "\n", true);
}

base::Result<VaultKeys> Keyring::unlock(std::string_view name, const base::Secret& password) const {
    const KeySlot* const known = slot(name);
    // An unknown name costs what a known one does, so the time tells nothing.
    const KeySlot& tried = known == nullptr ? m_slots.front() : *known;
    const auto passwordKey = keyFromPassword(password, tried.salt, tried.cost);
    if (!passwordKey)
        return base::fail(passwordKey.error());
    return known == nullptr ? base::fail(wrongPassword()) : openKeys(*known, *passwordKey);
}

base::Result<VaultKeys> Keyring::openKeys(const KeySlot& slot,
                                          const base::Secret& passwordKey) const {
    auto opened = base::open(passwordKey, slot.sealedPrivateKey, slotContext(m_vaultId, slot));
    if (!opened)
        return base::fail(wrongPassword());
    const base::Secret privateKey{std::string_view(*opened)};
    wipe(*opened);
    const base::Error broken = damaged("keyring.json");
    if (privateKey.size() != keyBytes)
        return base::fail(broken);
    const auto both = openSealed(privateKey, slot.sealedVaultKeys);
    if (!both || both->size() != 2 * keyBytes)
        return base::fail(broken);
    VaultKeys keys;
    keys.database = base::Secret(both->bytes().first(keyBytes));
    keys.vaultSecret = base::Secret(both->bytes().last(keyBytes));
    const base::Digest check = base::keyedHash(keys.database, base::Json(content()).write(false));
    if (!std::ranges::equal(check, m_check, [](unsigned char left, char right) {
            return left == static_cast<unsigned char>(right);
        }))
        return base::fail(broken);
    std::size_t next = 0;
    for (base::Secret* part : sealedParts(keys)) {
        auto key = openSealed(keys.vaultSecret, m_sealedKeys[next++]);
        if (!key || key->size() != keyBytes)
            return base::fail(broken);
        *part = std::move(*key);
    }
    return keys;
}

base::Result<void> Keyring::add(records::UserId user,
                                std::string_view name,
                                const base::Secret& password,
                                KeyCost cost,
                                const VaultKeys& keys) {
    KeySlot slot{user, std::string(name), base::randomBytes(saltBytes), cost, {}, {}, {}};
    const auto passwordKey = keyFromPassword(password, slot.salt, cost);
    if (!passwordKey)
        return base::fail(passwordKey.error());
    KeyPair pair = newKeyPair();
    slot.sealedPrivateKey =
        base::seal(*passwordKey, pair.secret.text(), slotContext(m_vaultId, slot));
    slot.sealedVaultKeys = sealTo(pair.publicKey, joined(keys.database, keys.vaultSecret));
    slot.publicKey = std::move(pair.publicKey);
    std::erase_if(m_slots,
                  [&](const KeySlot& other) { return other.user == user || other.name == name; });
    m_slots.push_back(std::move(slot));
    return {};
}

void Keyring::remove(records::UserId user) {
    std::erase_if(m_slots, [user](const KeySlot& slot) { return slot.user == user; });
}

base::Result<void> Keyring::changePassword(records::UserId user,
                                           const base::Secret& before,
                                           const base::Secret& after,
                                           KeyCost cost) {
    const auto slot = std::ranges::find(m_slots, user, &KeySlot::user);
    if (slot == m_slots.end())
        return base::fail(wrongPassword());
    const auto oldKey = keyFromPassword(before, slot->salt, slot->cost);
    if (!oldKey)
        return base::fail(oldKey.error());
    auto opened = base::open(*oldKey, slot->sealedPrivateKey, slotContext(m_vaultId, *slot));
    if (!opened)
        return base::fail(wrongPassword());
    const base::Secret privateKey{std::string_view(*opened)};
    wipe(*opened);
    std::string salt = base::randomBytes(saltBytes);
    const auto newKey = keyFromPassword(after, salt, cost);
    if (!newKey)
        return base::fail(newKey.error());
    slot->sealedPrivateKey = base::seal(*newKey, privateKey.text(), slotContext(m_vaultId, *slot));
    slot->salt = std::move(salt);
    slot->cost = cost;
    return {};
}

const KeySlot* Keyring::slot(std::string_view name) const {
    const auto found = std::ranges::find(m_slots, name, &KeySlot::name);
    return found == m_slots.end() ? nullptr : &*found;
}

}  // namespace store
