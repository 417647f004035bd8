// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/session.h"

#include "access/policy.h"
#include "base/text.h"
#include "casework/passwords.h"
#include "store/user_table.h"
#include "store/vault.h"

namespace casework {

namespace {

constexpr std::size_t shortestPassword = 8;

}  // namespace

base::Result<void> checkNewPassword(const base::Secret& password) {
    if (password.size() < shortestPassword)
        return base::fail(base::Code::refused,
                          "password",
                          "must have at least " + std::to_string(shortestPassword) +
                              " characters; three unrelated words make a good one");
    return {};
}

store::KeyCost keyCost(PasswordCost cost) {
    return cost == PasswordCost::quick ? store::KeyCost::quick() : store::KeyCost::standard();
}

store::NewUser newUser(const NewUser& user) {
    return {user.name, user.displayName.empty() ? user.name : user.displayName, user.role};
}

Session::Session(std::filesystem::path path, std::unique_ptr<store::Vault> vault)
    : m_path(std::move(path)),
      m_vault(std::move(vault)),
      m_gate(std::make_unique<access::Gate>(*m_vault, *m_vault)) {}

Session::~Session() = default;

base::Result<std::unique_ptr<Session>> Session::create(const std::filesystem::path& vault,
                                                       const NewUser& first,
                                                       const base::Secret& password,
                                                       PasswordCost cost) {
    if (cost == PasswordCost::usual)
        if (auto strong = checkNewPassword(password); !strong)
            return base::fail(strong.error());
    auto made = store::Vault::create(vault, newUser(first), password, keyCost(cost));
    if (!made)
        return base::fail(made.error());
    return std::unique_ptr<Session>(new Session(vault, std::move(*made)));
}

base::Result<std::unique_ptr<Session>> Session::unlock(const std::filesystem::path& vault,
                                                       std::string_view userName,
                                                       const base::Secret& password) {
    auto opened = store::Vault::unlock(vault, userName, password);
    if (!opened)
        return base::fail(opened.error());
    return std::unique_ptr<Session>(new Session(vault, std::move(*opened)));
}

base::Result<std::unique_ptr<Session>> Session::another() const {
    auto opened = m_vault->another();
    if (!opened)
        return base::fail(opened.error());
    return std::unique_ptr<Session>(new Session(m_path, std::move(*opened)));
}

const access::User& Session::user() const {
    return m_vault->user();
}

bool Session::roleMay(access::Action action) const {
    return access::permission(user().role, action).allowed;
}

base::Result<access::Grant> Session::authorise(access::Action action,
                                               const access::Subject& subject,
                                               std::string_view purpose) {
    if (base::trimmed(purpose).empty())
        return base::fail(base::Code::refused,
                          access::subjectText(subject),
                          "say what it is opened for; the purpose is kept in the audit log");
    if (auto still = stillUser(); !still)
        return base::fail(still.error());
    return m_gate->authorise(user(), action, subject, purpose);
}

base::Result<void> Session::stillUser() {
    const auto row = store::UserTable(*m_vault).find(user().id);
    if (!row)
        return base::fail(row.error());
    if (*row && (*row)->removedAt.empty())
        return {};
    m_listing.reset();
    const auto noted = m_vault->note("authorise",
                                     access::Subject::of(user().id),
                                     access::AuditOutcome::denied,
                                     "not a user any more");
    static_cast<void>(noted);  // refused whether or not it can be noted
    return base::fail(base::Code::refused, "user", "you are no longer a user of this vault");
}

base::Result<access::Grant> Session::listing() {
    if (auto still = stillUser(); !still)
        return base::fail(still.error());
    if (!m_listing) {
        auto grant = authorise(access::Action::listFamilies, access::Subject::vault(), "work list");
        if (!grant)
            return grant;
        m_listing = *grant;
    }
    return *m_listing;
}

}  // namespace casework
