// SPDX-License-Identifier: GPL-3.0-or-later
// The only file that knows CLI11.
#include "app/command.h"

#include <CLI/CLI.hpp>

#include <memory>

namespace app {

namespace {

// What CLI11 fills in for one command.
struct Bound {
    const Command* command = nullptr;
    CLI::App* cli = nullptr;
    std::map<std::string, std::vector<std::string>> values;
    std::map<std::string, bool> flags;
};

void bind(const Argument& argument, Bound& bound) {
    if (argument.kind == Argument::Kind::flag) {
        bound.cli->add_flag(argument.name, bound.flags[argument.name], argument.help);
        return;
    }
    CLI::Option* option =
        bound.cli->add_option(argument.name, bound.values[argument.name], argument.help);
    option->required(argument.required);
    option->type_name(argument.value);
    if (!argument.many)
        option->expected(1)->allow_extra_args(false);
}

// "plan check" hangs under "plan", which exists only to hold it.
CLI::App* place(CLI::App& root, const Command& command) {
    const std::size_t space = command.name.find(' ');
    if (space == std::string::npos)
        return root.add_subcommand(command.name, command.summary);
    const std::string group = command.name.substr(0, space);
    const auto named = [&group](CLI::App* app) { return app->get_name() == group; };
    const std::vector<CLI::App*> there = root.get_subcommands(named);
    CLI::App* holder = nullptr;
    if (there.empty()) {
        holder = root.add_subcommand(group, "see families-first " + group + " --help");
        holder->require_subcommand(1);
    } else {
        holder = there.front();
    }
    return holder->add_subcommand(command.name.substr(space + 1), command.summary);
}

Arguments given(const Bound& bound) {
    std::map<std::string, std::vector<std::string>> all;
    for (const auto& [name, values] : bound.values)
        if (!values.empty())
            all[name] = values;
    for (const auto& [name, on] : bound.flags)
        if (on)
            all[name] = {};
    return Arguments(std::move(all));
}

}  // namespace

bool isCommandLine(int argc, const char* const* argv) {
    if (argc < 2)
        return false;
    const std::string first = argv[1];
    if (first.starts_with("-"))
        return true;
    for (const Command& command : allCommands())
        if (command.name == first || command.name.starts_with(first + " "))
            return true;
    return false;
}

Exit runCommandLine(int argc, const char* const* argv, Console& console) {
    CLI::App root(
        "Links partner records into families and shows which meet the Outcomes Plan.\n"
        "Without a sub-command, or with a vault alone, the window opens.",
        "families-first");
    root.set_version_flag("--version", "families-first " FF_VERSION);
    root.require_subcommand(1);
    std::vector<std::unique_ptr<Bound>> all;
    for (const Command& command : allCommands()) {
        auto bound = std::make_unique<Bound>();
        bound->command = &command;
        bound->cli = place(root, command);
        bound->cli->footer(command.details);
        for (const Argument& argument : command.arguments)
            bind(argument, *bound);
        all.push_back(std::move(bound));
    }
    try {
        root.parse(argc, argv);
    } catch (const CLI::Success& asked) {
        return static_cast<Exit>(root.exit(asked, console.out(), console.out()));
    } catch (const CLI::ParseError& wrong) {
        console.say(std::string("families-first: ") + wrong.what() +
                    "\nRun 'families-first --help' or 'families-first SUB-COMMAND --help'.");
        return Exit::usage;
    }
    for (const auto& bound : all)
        if (bound->cli->parsed())
            return bound->command->run(given(*bound), console);
    return Exit::usage;
}

}  // namespace app
