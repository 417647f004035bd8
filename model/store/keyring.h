// SPDX-License-Identifier: GPL-3.0-or-later
// keyring.json: who can open the vault, and with what. Each user's slot holds an X25519 key pair,
// the private half sealed under a key that Argon2id makes of the password; the vault's keys are
// sealed to the public half (libsodium sealed boxes). The agencies' keys are sealed to the vault's
// own public key, so the database key alone opens no payload. The file holds no secret in clear and
// no name but those that people sign in with; it is written whole, and carries a keyed check over
// all of it.
//
// Removing a slot does not change the keys: someone who kept an old copy of the keyring, the vault
// and their password can still open that copy.
#pragma once

#include "base/json.h"
#include "base/result.h"
#include "base/secret.h"
#include "records/agency.h"
#include "records/ids.h"
#include "store/key_cost.h"

#include <array>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace store {

// Every key of an unlocked vault. Wiped when it goes.
struct VaultKeys {
    base::Secret database;     // 32 bytes: opens vault.db and audit.db, and nothing sealed in them
    base::Secret vaultSecret;  // X25519: opens the keys below
    std::array<base::Secret, records::allAgencies.size()> agencies;  // payloads, by agency
    base::Secret findings;                                           // what assessments say
    base::Secret study;  // pseudonyms for the national study

    [[nodiscard]] const base::Secret& of(records::Agency agency) const {
        return agencies[static_cast<std::size_t>(agency)];
    }
};

struct KeySlot {
    records::UserId user;
    std::string name;
    std::string salt;
    KeyCost cost;
    std::string publicKey;
    std::string sealedPrivateKey;  // under the password's key
    std::string sealedVaultKeys;   // database key and vault secret, to publicKey
};

class Keyring {
public:
    // A new vault: fresh keys, no slots.
    [[nodiscard]] static Keyring fresh(VaultKeys& keys);
    // Fails with notFound (says what the file is and that backups hold it) or damaged.
    [[nodiscard]] static base::Result<Keyring> read(const std::filesystem::path& path);
    [[nodiscard]] base::Result<void> write(const std::filesystem::path& path,
                                           const VaultKeys& keys) const;

    // Fails with wrongKey for a wrong password and, in the same words and time, for an unknown
    // name.
    [[nodiscard]] base::Result<VaultKeys> unlock(std::string_view name,
                                                 const base::Secret& password) const;
    // In place of any slot of the same name or number.
    [[nodiscard]] base::Result<void> add(records::UserId user,
                                         std::string_view name,
                                         const base::Secret& password,
                                         KeyCost cost,
                                         const VaultKeys& keys);
    void remove(records::UserId user);
    // Fails with wrongKey when `before` is not the password.
    [[nodiscard]] base::Result<void> changePassword(records::UserId user,
                                                    const base::Secret& before,
                                                    const base::Secret& after,
                                                    KeyCost cost);
    [[nodiscard]] const KeySlot* slot(std::string_view name) const;

    [[nodiscard]] const std::vector<KeySlot>& slots() const { return m_slots; }

    [[nodiscard]] const std::string& vaultId() const { return m_vaultId; }

private:
    [[nodiscard]] base::Json::Object content() const;  // all but the check
    [[nodiscard]] base::Result<VaultKeys> openKeys(const KeySlot& slot,
                                                   const base::Secret& passwordKey) const;

    std::string m_vaultId;
    std::string m_publicKey;
    std::vector<std::string> m_sealedKeys;  // agencies in order, then findings, then study
    std::vector<KeySlot> m_slots;
    std::string m_check;  // as read
};

}  // namespace store
