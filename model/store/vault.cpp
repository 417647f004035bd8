// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/vault.h"

#include "base/file.h"
#include "store/query.h"

#include <cerrno>
#include <cstdlib>

namespace store {

namespace {

namespace fs = std::filesystem;

constexpr const char* databaseFile = "vault.db";
constexpr const char* auditFile = "audit.db";
constexpr const char* keyringFile = "keyring.json";

// Absolute, so that another() finds it wherever the program has gone, and without a final slash.
fs::path settled(const fs::path& folder) {
    std::error_code ignored;
    fs::path path = fs::absolute(folder, ignored).lexically_normal();
    return path.has_filename() ? path : path.parent_path();
}

// A folder of our own beside the vault's place; taken away again unless kept.
class Workplace {
public:
    explicit Workplace(const fs::path& beside) : m_name(beside.string() + ".XXXXXX") {
        if (::mkdtemp(m_name.data()) == nullptr)
            m_error = errno;
    }

    Workplace(const Workplace&) = delete;
    Workplace& operator=(const Workplace&) = delete;

    ~Workplace() {
        std::error_code ignored;
        if (m_error == 0 && !m_kept)
            fs::remove_all(m_name, ignored);
    }

    [[nodiscard]] int error() const { return m_error; }

    [[nodiscard]] fs::path path() const { return m_name; }

    [[nodiscard]] base::Result<void> moveTo(const fs::path& place) {
        std::error_code error;
        fs::rename(m_name, place, error);
        if (error)
            return base::fail(base::fileError(place, error.value()));
        m_kept = true;
        return {};
    }

private:
    std::string m_name;
    int m_error = 0;
    bool m_kept = false;
};

base::Result<void> isThere(const fs::path& file) {
    std::error_code ignored;
    if (fs::exists(file, ignored))
        return {};
    return base::fail(base::Code::notFound,
                      file.string(),
                      "this file of the vault is missing; put it back from a backup");
}

access::AuditEvent eventBy(const access::User& user, std::string_view action) {
    access::AuditEvent event;
    event.user = user.id;
    event.role = access::roleCode(user.role);
    event.action = action;
    event.outcome = access::AuditOutcome::done;
    return event;
}

}  // namespace

Vault::Vault(fs::path folder, std::shared_ptr<const VaultKeys> keys)
    : m_folder(std::move(folder)), m_keys(std::move(keys)) {}

base::Result<void> Vault::open(Opening opening) {
    auto database = Database::open(m_folder / databaseFile, m_keys->database, opening);
    if (!database)
        return base::fail(database.error());
    m_database = std::move(*database);
    if (auto done = m_database->applySchema("vault"); !done)
        return done;
    auto audit = Database::open(m_folder / auditFile, m_keys->database, opening);
    if (!audit)
        return base::fail(audit.error());
    if (auto done = (*audit)->applySchema("audit"); !done)
        return done;
    m_audit = std::make_unique<AuditLog>(std::move(*audit));
    return {};
}

base::Result<void> Vault::loadUser(records::UserId user) {
    auto row = firstRow(
        *m_database,
        "SELECT id, name, display_name, role FROM users WHERE id = ? AND removed_at = ''",
        [](Statement& found) {
            return access::User{
                found.id<records::UserId>(0),
                found.text(1),
                found.text(2),
                access::roleFromCode(found.view(3)).value_or(access::Role::reportReader)};
        },
        user);
    if (!row)
        return base::fail(row.error());
    if (!*row)
        return base::fail(base::Code::wrongKey, "unlock", "the name or the password is wrong");
    m_user = std::move(**row);
    return {};
}

base::Result<std::unique_ptr<Vault>> Vault::create(const fs::path& folder,
                                                   const NewUser& firstUser,
                                                   const base::Secret& password,
                                                   KeyCost cost) {
    const fs::path place = settled(folder);
    if (auto good = checkNewUser(firstUser, password); !good)
        return base::fail(good.error());
    std::error_code ignored;
    if (fs::exists(fs::symlink_status(place, ignored)))
        return base::fail(
            base::Code::exists, place.string(), "is there already; choose another name");
    Workplace workplace(place);
    if (workplace.error() != 0)
        return base::fail(base::fileError(place.parent_path(), workplace.error()));

    auto fresh = std::make_shared<VaultKeys>();
    Keyring ring = Keyring::fresh(*fresh);
    std::unique_ptr<Vault> vault(new Vault(workplace.path(), fresh));
    if (auto done = vault->open(Opening::create); !done)
        return base::fail(done.error());
    const auto first = vault->insertUser(firstUser, password, cost, ring);
    if (!first)
        return base::fail(first.error());
    vault.reset();
    if (auto done = workplace.moveTo(place); !done)
        return base::fail(done.error());

    vault.reset(new Vault(place, std::move(fresh)));
    if (auto done = vault->open(Opening::existing); !done)
        return base::fail(done.error());
    if (auto done = vault->loadUser(*first); !done)
        return base::fail(done.error());
    if (auto done = vault->append(eventBy(vault->user(), "create-vault")); !done)
        return base::fail(done.error());
    return vault;
}

base::Result<std::unique_ptr<Vault>> Vault::unlock(const fs::path& folder,
                                                   std::string_view userName,
                                                   const base::Secret& password) {
    const fs::path place = settled(folder);
    std::error_code ignored;
    if (!fs::is_directory(place, ignored))
        return base::fail(base::Code::notFound, place.string(), "there is no vault here");
    for (const char* file : {databaseFile, auditFile})
        if (auto there = isThere(place / file); !there)
            return base::fail(there.error());
    const auto ring = Keyring::read(place / keyringFile);
    if (!ring)
        return base::fail(ring.error());
    auto keys = ring->unlock(userName, password);
    if (!keys)
        return base::fail(keys.error());
    std::unique_ptr<Vault> vault(
        new Vault(place, std::make_shared<const VaultKeys>(std::move(*keys))));
    if (auto done = vault->open(Opening::existing); !done)
        return base::fail(done.error());
    // By the slot's number: the slot of someone removed, kept in an old copy of the keyring, must
    // not open the vault as whoever has their name now.
    if (auto done = vault->loadUser(ring->slot(userName)->user); !done) {
        vault->noteRemovedUser(*ring->slot(userName));
        return base::fail(done.error());
    }
    if (auto done = vault->append(eventBy(vault->user(), "unlock")); !done)
        return base::fail(done.error());
    return vault;
}

base::Result<std::unique_ptr<Vault>> Vault::another() const {
    std::unique_ptr<Vault> vault(new Vault(m_folder, m_keys));
    if (auto done = vault->open(Opening::existing); !done)
        return base::fail(done.error());
    // Someone removed meanwhile gets no further connection.
    if (auto done = vault->loadUser(m_user.id); !done)
        return base::fail(done.error());
    return vault;
}

void Vault::noteRemovedUser(const KeySlot& slot) {
    access::AuditEvent event;
    event.user = slot.user;
    event.action = "failed-unlock";
    event.subject = access::Subject::of(slot.user);
    event.outcome = access::AuditOutcome::denied;
    event.detail = "not a user any more";
    // Refused whether or not it can be noted.
    const auto noted = append(std::move(event));
    static_cast<void>(noted);
}

base::Result<records::EventId> Vault::append(access::AuditEvent event) {
    return m_audit->append(std::move(event));
}

base::Result<records::EventId> Vault::note(std::string_view action,
                                           const access::Subject& subject,
                                           access::AuditOutcome outcome,
                                           std::string_view detail) {
    access::AuditEvent event = eventBy(m_user, action);
    event.subject = subject;
    event.outcome = outcome;
    event.detail = detail;
    return append(std::move(event));
}

base::Result<void> Vault::anchorAudit() {
    const auto head = m_audit->head();
    if (!head)
        return base::fail(head.error());
    return run(*m_database,
               "UPDATE audit_anchor SET event = ?, hash = ? WHERE id = 1",
               head->events,
               head->hash);
}

base::Result<AuditVerdict> Vault::verifyAudit() {
    const auto anchor = firstRow(
        *m_database, "SELECT event, hash FROM audit_anchor WHERE id = 1", [](Statement& row) {
            return AuditHead{row.integer(0), row.text(1)};
        });
    if (!anchor)
        return base::fail(anchor.error());
    return m_audit->verify(anchor->value_or(AuditHead()));
}

}  // namespace store
