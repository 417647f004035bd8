// SPDX-License-Identifier: GPL-3.0-or-later
// One person at work in one unlocked vault: the way in for the window and the command line. Holds
// the connection, the keys and the gate; destroying it locks the vault. Use it from one thread at a
// time; work off the window's thread takes another() of its own.
#pragma once

#include "access/gate.h"
#include "base/result.h"
#include "base/secret.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace store {
class Vault;
}

namespace casework {

struct NewUser {
    std::string name;         // to sign in with; letters, digits, dot, hyphen
    std::string displayName;  // "" takes the name
    access::Role role = access::Role::reportReader;
};

// How hard passwords are made to guess. `usual` costs about half a second a sign-in; `quick` is for
// tests and training vaults.
enum class PasswordCost { usual, quick };

class Session {
public:
    // Makes NAME.vault/ with its first user. Fails with exists, unreadable, full, or refused for a
    // password of fewer than eight characters.
    [[nodiscard]] static base::Result<std::unique_ptr<Session>> create(
        const std::filesystem::path& vault,
        const NewUser& first,
        const base::Secret& password,
        PasswordCost cost = PasswordCost::usual);

    // Fails with wrongKey (unknown user and wrong password alike), notFound, damaged.
    [[nodiscard]] static base::Result<std::unique_ptr<Session>> unlock(
        const std::filesystem::path& vault,
        std::string_view userName,
        const base::Secret& password);

    // The same person on a connection of its own.
    [[nodiscard]] base::Result<std::unique_ptr<Session>> another() const;

    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;
    ~Session();

    [[nodiscard]] const access::User& user() const;

    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }

    // What the role may ever do: for leaving out what it may not. Nothing is granted by it.
    [[nodiscard]] bool roleMay(access::Action action) const;

    // Asks the gate; every call is in the audit log. Refused to who was removed since they signed
    // in.
    [[nodiscard]] base::Result<access::Grant> authorise(access::Action action,
                                                        const access::Subject& subject,
                                                        std::string_view purpose);
    // The grant to list families, asked for once a session: paging through a list is one look.
    [[nodiscard]] base::Result<access::Grant> listing();

    [[nodiscard]] store::Vault& vault() { return *m_vault; }

private:
    Session(std::filesystem::path path, std::unique_ptr<store::Vault> vault);

    [[nodiscard]] base::Result<void> stillUser();

    std::filesystem::path m_path;
    std::unique_ptr<store::Vault> m_vault;
    std::unique_ptr<access::Gate> m_gate;
    std::optional<access::Grant> m_listing;
};

}  // namespace casework
