// SPDX-License-Identifier: GPL-3.0-or-later
// A sub-command as a value: its name, what it takes, and the function that does it. commands.cpp
// lists them all; parser.cpp alone knows the library that reads argv.
#pragma once

#include "app/console.h"

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace app {

struct Argument {
    enum class Kind { positional, option, flag };

    Kind kind = Kind::option;
    std::string name;   // "VAULT", "--people"
    std::string value;  // what it takes, for the help: "N", "FILE"
    std::string help;
    bool required = false;
    bool many = false;
};

// What was given on the command line, by argument name.
class Arguments {
public:
    explicit Arguments(std::map<std::string, std::vector<std::string>> given)
        : m_given(std::move(given)) {}

    [[nodiscard]] bool has(const std::string& name) const { return m_given.contains(name); }

    [[nodiscard]] std::string text(const std::string& name) const;  // "" when absent
    [[nodiscard]] std::optional<std::string> optional(const std::string& name) const;
    [[nodiscard]] std::vector<std::string> all(const std::string& name) const;

private:
    std::map<std::string, std::vector<std::string>> m_given;
};

// The process's exit codes.
enum class Exit : int { done = 0, failed = 1, usage = 2 };

struct Command {
    std::string name;     // "import", "plan check"
    std::string summary;  // one line
    std::string details;  // an example or two
    std::vector<Argument> arguments;
    Exit (*run)(const Arguments& arguments, Console& console);
};

[[nodiscard]] const std::vector<Command>& allCommands();

// Reads argv by the list and runs what it names. --help and --version are answered here.
[[nodiscard]] Exit runCommandLine(int argc, const char* const* argv, Console& console);
// True when the first word is a sub-command or an option, not a vault for the window.
[[nodiscard]] bool isCommandLine(int argc, const char* const* argv);

// Shorthands for the lists in commands/.
[[nodiscard]] Argument positional(std::string name, std::string help, bool many = false);
[[nodiscard]] Argument option(std::string name, std::string value, std::string help);
[[nodiscard]] Argument required(std::string name, std::string value, std::string help);
[[nodiscard]] Argument flag(std::string name, std::string help);

}  // namespace app
