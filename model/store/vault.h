// SPDX-License-Identifier: GPL-3.0-or-later
// The encrypted store, unlocked for one user: a folder NAME.vault/ with vault.db (everything),
// audit.db (the audit log, on its own so that an event is durable whatever becomes of the work it
// speaks of, and so that looking never waits for a long import) and keyring.json. Destroying a
// Vault locks it: connections close and keys are wiped. One thread at a time; take another() for
// work off the window's thread. Table classes (source_record_table.h and its like) read and write
// through it.
#pragma once

#include "access/gate.h"
#include "store/audit_log.h"
#include "store/database.h"
#include "store/keyring.h"

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace store {

struct NewUser {
    std::string name;  // what they sign in with: 1 to 64 letters, digits, '.', '-' or '_'
    std::string displayName;
    access::Role role = access::Role::reportReader;
};

class Vault final : public access::AuditTrail, public access::Relationships {
public:
    // Made beside its place and moved there when whole. Fails with exists, malformed (name, empty
    // password), unreadable or full; then nothing is left behind.
    [[nodiscard]] static base::Result<std::unique_ptr<Vault>> create(
        const std::filesystem::path& folder,
        const NewUser& firstUser,
        const base::Secret& password,
        KeyCost cost = KeyCost::standard());
    // Fails with wrongKey (password or name), notFound (no such vault, or a file of it missing:
    // says which), damaged, unreadable, refused (locked by another program) or unsupported (newer).
    [[nodiscard]] static base::Result<std::unique_ptr<Vault>> unlock(
        const std::filesystem::path& folder,
        std::string_view userName,
        const base::Secret& password);
    // A second connection for the same user with the same keys; no audit event of its own.
    [[nodiscard]] base::Result<std::unique_ptr<Vault>> another() const;

    [[nodiscard]] const access::User& user() const { return m_user; }

    [[nodiscard]] const std::filesystem::path& folder() const { return m_folder; }

    // Key of the study's pseudonyms; without it they can't be computed or checked.
    [[nodiscard]] const base::Secret& studyKey() const { return m_keys->study; }

    // Users. Grants are for Action::manageUsers. The last administrator can't be removed. A removed
    // user's name is kept for the log and may be used again only for a new user with a new number.
    [[nodiscard]] base::Result<records::UserId> addUser(const access::Grant& grant,
                                                        const NewUser& user,
                                                        const base::Secret& password,
                                                        KeyCost cost = KeyCost::standard());
    [[nodiscard]] base::Result<void> removeUser(const access::Grant& grant, records::UserId user);
    // One's own.
    [[nodiscard]] base::Result<void> changePassword(const base::Secret& before,
                                                    const base::Secret& after);

    // Everything written until commit() is in whole or not at all; joins one already open.
    [[nodiscard]] base::Result<Transaction> begin() { return Transaction::begin(*m_database); }

    // access::AuditTrail. Durable when it returns, inside a transaction or not.
    [[nodiscard]] base::Result<records::EventId> append(access::AuditEvent event) override;
    // An event of this user's that no Gate asked about ("import", done, with counts as detail).
    [[nodiscard]] base::Result<records::EventId> note(std::string_view action,
                                                      const access::Subject& subject,
                                                      access::AuditOutcome outcome,
                                                      std::string_view detail);
    // Notes in the vault itself, in the transaction that is open, how far the log has come: an
    // older log put back later is then noticed.
    [[nodiscard]] base::Result<void> anchorAudit();
    [[nodiscard]] base::Result<AuditVerdict> verifyAudit();

    // access::Relationships. A person's or record's families count as the subject's own. What can't
    // be told apart (the whole vault) is nobody's to work with and everybody's own proposal.
    [[nodiscard]] base::Result<bool> worksWith(records::UserId user,
                                               const access::Subject& subject) const override;
    [[nodiscard]] base::Result<bool> proposed(records::UserId user,
                                              const access::Subject& subject) const override;

    // For the table classes.
    [[nodiscard]] Database& database() const { return *m_database; }

    [[nodiscard]] AuditLog& auditLog() const { return *m_audit; }

    [[nodiscard]] const VaultKeys& keys() const { return *m_keys; }

private:
    Vault(std::filesystem::path folder, std::shared_ptr<const VaultKeys> keys);

    [[nodiscard]] static base::Result<void> checkNewUser(const NewUser& user,
                                                         const base::Secret& password);
    [[nodiscard]] base::Result<void> open(Opening opening);
    // The row and the slot; writes the keyring.
    [[nodiscard]] base::Result<records::UserId> insertUser(const NewUser& user,
                                                           const base::Secret& password,
                                                           KeyCost cost,
                                                           Keyring& ring);
    // Fails with wrongKey when they are no user, or not any more.
    [[nodiscard]] base::Result<void> loadUser(records::UserId user);
    void noteRemovedUser(const KeySlot& slot);

    std::filesystem::path m_folder;
    std::shared_ptr<const VaultKeys> m_keys;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<AuditLog> m_audit;
    access::User m_user;
};

}  // namespace store
