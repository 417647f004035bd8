// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command.h"

namespace app {

std::string Arguments::text(const std::string& name) const {
    return optional(name).value_or("");
}

std::optional<std::string> Arguments::optional(const std::string& name) const {
    const auto found = m_given.find(name);
    if (found == m_given.end() || found->second.empty())
        return std::nullopt;
    return found->second.front();
}

std::vector<std::string> Arguments::all(const std::string& name) const {
    const auto found = m_given.find(name);
    return found == m_given.end() ? std::vector<std::string>() : found->second;
}

Argument positional(std::string name, std::string help, bool many) {
    return {Argument::Kind::positional, std::move(name), "", std::move(help), true, many};
}

Argument option(std::string name, std::string value, std::string help) {
    return {
        Argument::Kind::option, std::move(name), std::move(value), std::move(help), false, false};
}

Argument required(std::string name, std::string value, std::string help) {
    Argument made = option(std::move(name), std::move(value), std::move(help));
    made.required = true;
    return made;
}

Argument flag(std::string name, std::string help) {
    return {Argument::Kind::flag, std::move(name), "", std::move(help), false, false};
}

}  // namespace app
