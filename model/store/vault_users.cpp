// SPDX-License-Identifier: GPL-3.0-or-later
// Users of the vault: the row in vault.db and the slot in keyring.json, kept in step. The
// database's write lock is held while the keyring changes, so two programs never change it at once.
// The event comes before the change: none stands unlogged.
// A slot without its row (killed between the two) opens nothing and is replaced by the next of its
// name.
#include "store/query.h"
#include "store/vault.h"

#include <algorithm>

namespace store {

namespace {

constexpr std::size_t longestName = 64;

bool nameCharacter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
           c == '-' || c == '_';
}

base::Result<void> notLastAdministrator(Database& database, records::UserId user) {
    const auto others =
        oneNumber(database,
                  "SELECT count(*) FROM users WHERE role = ? AND removed_at = '' AND id <> ?",
                  access::roleCode(access::Role::administrator),
                  user);
    if (!others)
        return base::fail(others.error());
    if (*others == 0)
        return base::fail(base::Code::refused,
                          "users",
                          "the last administrator can't be removed; add another first");
    return {};
}

}  // namespace

base::Result<void> Vault::checkNewUser(const NewUser& user, const base::Secret& password) {
    if (user.name.empty() || user.name.size() > longestName ||
        !std::ranges::all_of(user.name, nameCharacter))
        return base::fail(
            base::Code::malformed, "user name", "is 1 to 64 letters, digits, '.', '-' or '_'");
    if (password.empty())
        return base::fail(base::Code::malformed, "password", "can't be empty");
    return {};
}

base::Result<records::UserId> Vault::insertUser(const NewUser& user,
                                                const base::Secret& password,
                                                KeyCost cost,
                                                Keyring& ring) {
    auto transaction = begin();
    if (!transaction)
        return base::fail(transaction.error());
    const auto taken = oneNumber(
        *m_database, "SELECT count(*) FROM users WHERE name = ? AND removed_at = ''", user.name);
    if (!taken)
        return base::fail(taken.error());
    if (*taken > 0)
        return base::fail(base::Code::exists, "users", "there is a user of that name already");
    const auto id = m_database->nextIds("user", 1);
    if (!id)
        return base::fail(id.error());
    if (auto done = run(*m_database,
                        "INSERT INTO users (id, name, display_name, role, added_at, removed_at) "
                        "VALUES (?, ?, ?, ?, ?, '')",
                        *id,
                        user.name,
                        user.displayName.empty() ? user.name : user.displayName,
                        access::roleCode(user.role),
                        base::nowUtc());
        !done)
        return base::fail(done.error());
    if (auto done = ring.add(records::UserId{*id}, user.name, password, cost, *m_keys); !done)
        return base::fail(done.error());
    if (auto done = ring.write(m_folder / "keyring.json", *m_keys); !done)
        return base::fail(done.error());
    if (auto done = transaction->commit(); !done)
        return base::fail(done.error());
    return records::UserId{*id};
}

base::Result<records::UserId> Vault::addUser(const access::Grant& grant,
                                             const NewUser& user,
                                             const base::Secret& password,
                                             KeyCost cost) {
    if (auto may = grant.covers(access::Action::manageUsers); !may)
        return base::fail(may.error());
    if (auto good = checkNewUser(user, password); !good)
        return base::fail(good.error());
    auto transaction = begin();
    if (!transaction)
        return base::fail(transaction.error());
    auto ring = Keyring::read(m_folder / "keyring.json");
    if (!ring)
        return base::fail(ring.error());
    const auto id = insertUser(user, password, cost, *ring);
    if (!id)
        return base::fail(id.error());
    if (auto noted = note("add-user",
                          access::Subject::of(*id),
                          access::AuditOutcome::done,
                          access::roleCode(user.role));
        !noted)
        return base::fail(noted.error());
    if (auto done = transaction->commit(); !done)
        return base::fail(done.error());
    return *id;
}

base::Result<void> Vault::removeUser(const access::Grant& grant, records::UserId user) {
    if (auto may = grant.covers(access::Action::manageUsers, access::Subject::of(user)); !may)
        return base::fail(may.error());
    auto transaction = begin();
    if (!transaction)
        return base::fail(transaction.error());
    const auto there =
        oneNumber(*m_database, "SELECT count(*) FROM users WHERE id = ? AND removed_at = ''", user);
    if (!there)
        return base::fail(there.error());
    if (*there == 0)
        return base::fail(base::Code::notFound, "users", "there is no such user");
    if (auto may = notLastAdministrator(*m_database, user); !may)
        return base::fail(may.error());
    if (auto done =
            run(*m_database, "UPDATE users SET removed_at = ? WHERE id = ?", base::nowUtc(), user);
        !done)
        return done;
    auto ring = Keyring::read(m_folder / "keyring.json");
    if (!ring)
        return base::fail(ring.error());
    if (const auto noted =
            note("remove-user", access::Subject::of(user), access::AuditOutcome::done, "");
        !noted)
        return base::fail(noted.error());
    ring->remove(user);
    if (auto done = ring->write(m_folder / "keyring.json", *m_keys); !done)
        return done;
    return transaction->commit();
}

base::Result<void> Vault::changePassword(const base::Secret& before, const base::Secret& after) {
    if (after.empty())
        return base::fail(base::Code::malformed, "password", "can't be empty");
    auto transaction = begin();
    if (!transaction)
        return base::fail(transaction.error());
    auto ring = Keyring::read(m_folder / "keyring.json");
    if (!ring)
        return base::fail(ring.error());
    const KeySlot* const slot = ring->slot(m_user.name);
    const KeyCost cost = slot == nullptr ? KeyCost::standard() : slot->cost;
    if (auto done = ring->changePassword(m_user.id, before, after, cost); !done)
        return done;
    if (const auto noted =
            note("change-password", access::Subject::of(m_user.id), access::AuditOutcome::done, "");
        !noted)
        return base::fail(noted.error());
    return ring->write(m_folder / "keyring.json", *m_keys);
}

}  // namespace store
