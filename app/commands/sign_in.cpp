// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/sign_in.h"

#include "base/file.h"
#include "base/text.h"
#include "records/family.h"

#include <charconv>
#include <iostream>
#include <iterator>

namespace app {

std::vector<Argument> onVault(std::vector<Argument> own) {
    std::vector<Argument> all{positional("VAULT", "the vault's folder, NAME.vault")};
    for (Argument& argument : own)
        all.push_back(std::move(argument));
    all.push_back(required("--user", "NAME", "who signs in"));
    all.push_back(
        required("--password-file", "FILE", "file whose first line is the password; - is stdin"));
    return all;
}

base::Result<base::Secret> readPassword(const std::string& file) {
    constexpr std::size_t longest = 4096;
    if (file == "-") {
        std::string line;
        std::getline(std::cin, line);
        if (!line.empty() && line.back() == '\r')
            line.pop_back();
        base::Secret secret{std::string_view(line)};
        base::wipe(line);
        if (secret.empty())
            return base::fail(base::Code::malformed, "stdin", "no password came in on stdin");
        return secret;
    }
    base::Result<std::string> bytes = base::readFile(file, longest);
    if (!bytes)
        return base::fail(bytes.error());
    std::string_view line(*bytes);
    line = line.substr(0, line.find_first_of("\r\n"));
    base::Secret secret(line);
    base::wipe(*bytes);
    if (secret.empty())
        return base::fail(base::Code::malformed, file, "its first line, the password, is empty");
    return secret;
}

base::Result<std::unique_ptr<casework::Session>> signIn(const Arguments& arguments) {
    auto password = readPassword(arguments.text("--password-file"));
    if (!password)
        return base::fail(password.error());
    return casework::Session::unlock(arguments.text("VAULT"), arguments.text("--user"), *password);
}

Exit failed(Console& console, const base::Error& error) {
    console.error(error);
    return Exit::failed;
}

base::Result<std::optional<base::Date>> dayOf(const Arguments& arguments, const std::string& name) {
    const auto text = arguments.optional(name);
    if (!text)
        return std::optional<base::Date>();
    const auto day = base::parseIsoDate(*text);
    if (!day)
        return base::fail(base::Code::malformed, name, "must be a day as YYYY-MM-DD");
    return day;
}

base::Result<std::uint64_t> numberOf(const Arguments& arguments,
                                     const std::string& name,
                                     std::uint64_t otherwise,
                                     std::uint64_t most) {
    const auto text = arguments.optional(name);
    if (!text)
        return otherwise;
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), number);
    if (error != std::errc() || end != text->data() + text->size() || number > most)
        return base::fail(base::Code::malformed,
                          name,
                          "must be a whole number of at most " + std::to_string(most));
    return number;
}

base::Result<records::FamilyId> familyOf(const Arguments& arguments, const std::string& name) {
    const auto family = records::familyFromReference(arguments.text(name));
    if (!family)
        return base::fail(base::Code::malformed, name, "must be a reference such as FF-2031");
    return *family;
}

std::string grouped(std::int64_t count) {
    return base::grouped(static_cast<std::size_t>(count));
}

}  // namespace app
