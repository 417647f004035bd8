// SPDX-License-Identifier: GPL-3.0-or-later
// mapping try, save, sign-off, list, show.
#include "app/commands/list.h"
#include "app/commands/sign_in.h"
#include "base/delimited_writer.h"
#include "base/file.h"
#include "casework/mappings.h"

namespace app {

namespace {

void addRow(std::string& out, const std::vector<std::string>& cells) {
    base::appendDelimited(out, cells, base::Formulas::neutral);
}

std::string trialTable(const casework::MappingTrial& trial) {
    std::string out;
    addRow(out, {"rows", "column", "severity", "code", "what_to_do"});
    for (const casework::IssueCount& count : trial.counts)
        addRow(out,
               {std::to_string(count.rows),
                count.column,
                std::string(records::severityName(count.severity)),
                count.code,
                count.detail});
    return out;
}

std::string inWords(const casework::MappingTrial& trial) {
    return "rows in " + grouped(trial.rowsIn) + " = accepted " + grouped(trial.rowsAccepted) +
           " + rejected " + grouped(trial.rowsRejected) + ", " + grouped(trial.warnings) +
           " warnings";
}

base::Result<casework::MappingTrial> trialOf(const Arguments& arguments,
                                             casework::Session& session,
                                             const std::string& toml,
                                             const std::string& file,
                                             Console& console) {
    auto trial = casework::tryMapping(session,
                                      arguments.text("--agreement"),
                                      toml,
                                      arguments.text("--mapping"),
                                      file,
                                      console,
                                      arguments.optional("--term"));
    console.endProgress();
    return trial;
}

Exit tryIt(const Arguments& arguments, Console& console) {
    const auto toml = base::readFile(arguments.text("--mapping"));
    if (!toml)
        return failed(console, toml.error());
    auto session = signIn(arguments);
    if (!session)
        return failed(console, session.error());
    const auto trial = trialOf(arguments, **session, *toml, arguments.text("FILE"), console);
    if (!trial)
        return failed(console, trial.error());
    console.say("Trial, nothing kept: " + inWords(*trial) + ".");
    console.out() << trialTable(*trial);
    return Exit::done;
}

Exit save(const Arguments& arguments, Console& console) {
    const auto toml = base::readFile(arguments.text("--mapping"));
    if (!toml)
        return failed(console, toml.error());
    auto session = signIn(arguments);
    if (!session)
        return failed(console, session.error());
    std::optional<casework::MappingTrial> trial;
    if (const auto file = arguments.optional("--tried-on")) {
        auto tried = trialOf(arguments, **session, *toml, *file, console);
        if (!tried)
            return failed(console, tried.error());
        console.say("Trial, nothing kept: " + inWords(*tried) + ".");
        trial = std::move(*tried);
    }
    const auto saved = casework::saveMapping(
        **session, arguments.text("--agreement"), *toml, arguments.text("--mapping"), trial);
    if (!saved)
        return failed(console, saved.error());
    console.out() << saved->id.value << '\n';
    console.say("Mapping " + std::to_string(saved->id.value) + ", " + saved->name + " version " +
                saved->version + ", waits for another person's sign-off.");
    return Exit::done;
}

base::Result<records::MappingId> mappingOf(const Arguments& arguments) {
    return numberOf(arguments, "MAPPING", 0, INT64_MAX).map([](std::uint64_t number) {
        return records::MappingId{static_cast<std::int64_t>(number)};
    });
}

Exit signOff(const Arguments& arguments, Console& console) {
    const auto mapping = mappingOf(arguments);
    if (!mapping)
        return failed(console, mapping.error());
    auto session = signIn(arguments);
    if (!session)
        return failed(console, session.error());
    if (auto done = casework::signOffMapping(**session, *mapping); !done)
        return failed(console, done.error());
    console.say("Signed off. Deliveries that look so are read by it from now on.");
    return Exit::done;
}

Exit list(const Arguments& arguments, Console& console) {
    auto session = signIn(arguments);
    if (!session)
        return failed(console, session.error());
    const auto lines = casework::listMappings(**session);
    if (!lines)
        return failed(console, lines.error());
    std::string out;
    addRow(out,
           {"mapping",
            "agreement",
            "name",
            "version",
            "state",
            "proposed_by",
            "proposed_at",
            "signed_off_by",
            "signed_off_at",
            "tried_rows",
            "tried_accepted"});
    for (const casework::MappingLine& line : *lines) {
        const records::SavedMapping& mapping = line.mapping;
        const bool tried = mapping.triedRows >= 0;
        addRow(out,
               {std::to_string(mapping.id.value),
                line.agreement,
                mapping.name,
                mapping.version,
                std::string(mappingStateName(mapping.state())),
                line.proposedBy,
                mapping.proposedAt,
                line.signedOffBy,
                mapping.signedOffAt,
                tried ? std::to_string(mapping.triedRows) : "",
                tried ? std::to_string(mapping.triedAccepted) : ""});
    }
    console.out() << out;
    return Exit::done;
}

Exit show(const Arguments& arguments, Console& console) {
    const auto mapping = mappingOf(arguments);
    if (!mapping)
        return failed(console, mapping.error());
    auto session = signIn(arguments);
    if (!session)
        return failed(console, session.error());
    const auto line = casework::openMapping(**session, *mapping);
    if (!line)
        return failed(console, line.error());
    console.out() << line->mapping.toml;
    return Exit::done;
}

Command saving() {
    return {
        "mapping save",
        "put a mapping forward for sign-off",
        "Prints its number. It reads no delivery until another person signs it off.",
        onVault({required("--agreement", "ID", "the agreement's reference"),
                 required("--mapping", "DRAFT.toml", "the mapping"),
                 option("--tried-on", "FILE", "try it on this file first, and keep the counts"),
                 option("--term", "YYYY-SEASON", "of that file, when its name does not say it")}),
        save};
}

}  // namespace

std::vector<Command> keptMappingCommands() {
    std::vector<Command> commands;
    commands.push_back(
        {"mapping try",
         "read a file through a mapping and keep nothing",
         "",
         onVault({positional("FILE", "the partner's file"),
                  required("--agreement", "ID", "the agreement's reference"),
                  required("--mapping", "DRAFT.toml", "the mapping"),
                  option("--term", "YYYY-SEASON", "of the file, when its name does not say it")}),
         tryIt});
    commands.push_back(saving());
    commands.push_back({"mapping sign-off",
                        "let a mapping read deliveries",
                        "By a supervisor or governance officer who did not put it forward.",
                        onVault({positional("MAPPING", "its number")}),
                        signOff});
    commands.push_back(
        {"mapping list", "the mappings kept under agreements", "", onVault({}), list});
    commands.push_back({"mapping show",
                        "a mapping as TOML",
                        "",
                        onVault({positional("MAPPING", "its number")}),
                        show});
    return commands;
}

}  // namespace app
