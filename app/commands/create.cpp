// SPDX-License-Identifier: GPL-3.0-or-later
// create, user add, user list, user remove, password.
#include "app/commands/list.h"
#include "app/commands/sign_in.h"
#include "casework/users.h"

namespace app {

namespace {

base::Result<access::Role> roleOf(const Arguments& arguments, access::Role otherwise) {
    const auto text = arguments.optional("--role");
    if (!text)
        return otherwise;
    if (const auto role = access::roleFromCode(*text))
        return *role;
    std::string known;
    for (const access::Role role : access::allRoles)
        known += (known.empty() ? "" : ", ") + std::string(access::roleCode(role));
    return base::fail(base::Code::malformed, "--role", "must be one of " + known);
}

Exit create(const Arguments& arguments, Console& console) {
    const auto role = roleOf(arguments, access::Role::administrator);
    if (!role)
        return failed(console, role.error());
    auto password = readPassword(arguments.text("--password-file"));
    if (!password)
        return failed(console, password.error());
    const std::string vault = arguments.text("VAULT");
    const auto session = casework::Session::create(
        vault, {arguments.text("--user"), arguments.text("--display-name"), *role}, *password);
    if (!session)
        return failed(console, session.error());
    console.say("Made " + vault + " with " + arguments.text("--user") + " as " +
                std::string(access::roleCode(*role)) +
                ".\nAdd others with: families-first user add " + vault + " NAME --role ROLE ...");
    return Exit::done;
}

Exit addUser(const Arguments& arguments, Console& console) {
    const auto role = roleOf(arguments, access::Role::reportReader);
    if (!role)
        return failed(console, role.error());
    auto session = signIn(arguments);
    if (!session)
        return failed(console, session.error());
    auto password = readPassword(arguments.text("--new-password-file"));
    if (!password)
        return failed(console, password.error());
    const auto added = casework::addUser(
        **session, {arguments.text("NAME"), arguments.text("--display-name"), *role}, *password);
    if (!added)
        return failed(console, added.error());
    console.say("Added " + arguments.text("NAME") + " as " + std::string(access::roleCode(*role)) +
                ".");
    return Exit::done;
}

Exit listUsers(const Arguments& arguments, Console& console) {
    auto session = signIn(arguments);
    if (!session)
        return failed(console, session.error());
    const auto users = casework::listUsers(**session);
    if (!users)
        return failed(console, users.error());
    console.out() << "name,role,display_name\n";
    for (const access::User& user : *users)
        console.out() << user.name << ',' << access::roleCode(user.role) << ',' << user.displayName
                      << '\n';
    return Exit::done;
}

Exit removeUser(const Arguments& arguments, Console& console) {
    auto session = signIn(arguments);
    if (!session)
        return failed(console, session.error());
    const auto users = casework::listUsers(**session);
    if (!users)
        return failed(console, users.error());
    for (const access::User& user : *users) {
        if (user.name != arguments.text("NAME"))
            continue;
        const auto removed = casework::removeUser(**session, user.id);
        if (!removed)
            return failed(console, removed.error());
        console.say("Removed " + user.name + "; their key no longer opens the vault.");
        return Exit::done;
    }
    return failed(console, {base::Code::notFound, arguments.text("VAULT"), "has no such user"});
}

Exit changePassword(const Arguments& arguments, Console& console) {
    auto session = signIn(arguments);
    if (!session)
        return failed(console, session.error());
    auto before = readPassword(arguments.text("--password-file"));
    auto after = readPassword(arguments.text("--new-password-file"));
    if (!before)
        return failed(console, before.error());
    if (!after)
        return failed(console, after.error());
    const auto changed = casework::changePassword(**session, *before, *after);
    if (!changed)
        return failed(console, changed.error());
    console.say("The password is changed.");
    return Exit::done;
}

Argument newPassword() {
    return required("--new-password-file", "FILE", "file whose first line is the new password");
}

}  // namespace

std::vector<Command> accessCommands() {
    Argument role = option("--role", "ROLE", "the first user's role (administrator)");
    std::vector<Command> commands;
    commands.push_back(
        {"create",
         "make a new vault with its first user",
         "Example: families-first create council.vault --user amy --password-file p.txt",
         onVault({role, option("--display-name", "TEXT", "the name on screen")}),
         create});
    commands.push_back(
        {"user add",
         "add a user and their key slot",
         "",
         onVault({positional("NAME", "to sign in with"),
                  required("--role", "ROLE", "caseworker, supervisor, data-officer, ..."),
                  option("--display-name", "TEXT", "the name on screen"),
                  newPassword()}),
         addUser});
    commands.push_back({"user list", "who may unlock the vault", "", onVault({}), listUsers});
    commands.push_back({"user remove",
                        "remove a user's key slot",
                        "",
                        onVault({positional("NAME", "the user to remove")}),
                        removeUser});
    commands.push_back(
        {"password", "change your own password", "", onVault({newPassword()}), changePassword});
    return commands;
}

}  // namespace app
