// SPDX-License-Identifier: GPL-3.0-or-later
// A real vault in a temporary folder, with a user of every role (named as design.md names those of
// the training vault: "caseworker", "data-officer", ...), cheap passwords, and a Gate to ask.
#pragma once

#include "store/vault.h"

#include <QTemporaryDir>
#include <QtTest>

#include <memory>
#include <string>
#include <string_view>

namespace support {

class TemporaryVault {
public:
    TemporaryVault() : m_path(m_folder.filePath(QStringLiteral("test.vault")).toStdString()) {
        auto made =
            store::Vault::create(m_path,
                                 {"administrator", "A. Dministrator", access::Role::administrator},
                                 password(),
                                 store::KeyCost::quick());
        check(made);
        m_vault = std::move(*made);
        access::Gate gate(*m_vault, *m_vault);
        const auto grant = gate.authorise(
            m_vault->user(), access::Action::manageUsers, access::Subject::vault(), "test");
        check(grant);
        for (const access::Role role : access::allRoles) {
            if (role == access::Role::administrator)
                continue;
            const std::string name(access::roleCode(role));
            check(m_vault->addUser(*grant,
                                   {name, std::string(access::roleName(role)), role},
                                   password(),
                                   store::KeyCost::quick()));
        }
    }

    [[nodiscard]] static base::Secret password() { return base::Secret("correct horse"); }

    // As the administrator.
    [[nodiscard]] store::Vault& vault() { return *m_vault; }

    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }

    // A connection as the user of this role.
    [[nodiscard]] std::unique_ptr<store::Vault> as(access::Role role) const {
        auto opened = store::Vault::unlock(m_path, access::roleCode(role), password());
        check(opened);
        return std::move(*opened);
    }

private:
    template <class T>
    static void check(const base::Result<T>& result) {
        if (!result)
            qFatal("%s", base::describe(result.error()).c_str());
    }

    QTemporaryDir m_folder;
    std::filesystem::path m_path;
    std::unique_ptr<store::Vault> m_vault;
};

// A grant for the vault's own user, or the test stops.
inline access::Grant granted(store::Vault& vault,
                             access::Action action,
                             const access::Subject& subject = access::Subject::vault()) {
    access::Gate gate(vault, vault);
    auto grant = gate.authorise(vault.user(), action, subject, "test");
    if (!grant)
        qFatal("%s", base::describe(grant.error()).c_str());
    return *grant;
}

}  // namespace support
