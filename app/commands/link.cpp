// SPDX-License-Identifier: GPL-3.0-or-later
// link: source records into people and families.
#include "app/commands/list.h"
#include "app/commands/sign_in.h"
#include "base/delimited_writer.h"
#include "base/file.h"
#include "base/json.h"
#include "base/text.h"
#include "casework/linking.h"

namespace app {

namespace {

std::string_view scopeWords(casework::LinkScope scope) {
    switch (scope) {
        case casework::LinkScope::changes:
            return "Linked what changed since the last run";
        case casework::LinkScope::whole:
            return "Linked all records by the model in force";
        case casework::LinkScope::estimate:
            return "Linked all records by a model estimated from them";
    }
    return {};
}

std::string_view scopeCode(casework::LinkScope scope) {
    switch (scope) {
        case casework::LinkScope::changes:
            return "changes";
        case casework::LinkScope::whole:
            return "whole";
        case casework::LinkScope::estimate:
            return "estimate";
    }
    return {};
}

std::string changeWords(const casework::LinkReport& report) {
    return "People since the last run: " + grouped(report.peopleAdded) + " new, " +
           grouped(report.peopleGrown) + " with more records, " + grouped(report.peopleJoined) +
           " joined to another, " + grouped(report.peopleParted) + " parted, " +
           grouped(report.peopleGone) + " gone.\n";
}

std::string words(const casework::LinkReport& report) {
    std::string text = std::string(scopeWords(report.scope)) + " (" +
                       grouped(report.recordsLinked) + " records looked at).\n";
    text += grouped(report.records) + " source records are " + grouped(report.people) +
            " people; " + grouped(report.doubtfulPairs) + " doubtful pairs wait for a person.\n" +
            grouped(report.families) + " families with " + grouped(report.memberships) +
            " memberships; " + grouped(report.doubtfulTies) + " doubtful ties wait for a person.\n";
    text += changeWords(report);
    for (const std::string& warning : report.warnings)
        text += "Note: " + warning + "\n";
    return text;
}

base::Json json(const casework::LinkReport& report) {
    base::Json::Object phases;
    for (const auto& [name, seconds] : report.phases)
        phases.emplace_back(name, seconds);
    base::Json::Array warnings(report.warnings.begin(), report.warnings.end());
    return base::Json::Object{{"scope", scopeCode(report.scope)},
                              {"records", report.records},
                              {"records_linked", report.recordsLinked},
                              {"people", report.people},
                              {"people_new", report.peopleAdded},
                              {"people_with_more_records", report.peopleGrown},
                              {"people_joined", report.peopleJoined},
                              {"people_parted", report.peopleParted},
                              {"people_gone", report.peopleGone},
                              {"candidate_pairs", report.candidatePairs},
                              {"doubtful_pairs", report.doubtfulPairs},
                              {"families", report.families},
                              {"memberships", report.memberships},
                              {"doubtful_ties", report.doubtfulTies},
                              {"warnings", std::move(warnings)},
                              {"seconds", std::move(phases)}};
}

base::Result<void> writeClusters(casework::Session& session, const std::string& file) {
    const auto rows = casework::clusters(session);
    if (!rows)
        return base::fail(rows.error());
    std::string out = "file,id,person\n";
    for (const casework::ClusterRow& row : *rows)
        base::appendDelimited(out,
                              {row.file, std::to_string(row.row), std::to_string(row.person.value)},
                              base::Formulas::asTheyAre);
    return base::writeFileWhole(file, out, true);
}

std::string_view changeCode(records::PersonChange::Kind kind) {
    using Kind = records::PersonChange::Kind;
    switch (kind) {
        case Kind::added:
            return "new";
        case Kind::grown:
            return "more records";
        case Kind::joined:
            return "joined";
        case Kind::parted:
            return "parted";
        case Kind::gone:
            return "gone";
    }
    return {};
}

base::Result<void> writeChanges(casework::Session& session, const std::string& file) {
    const auto changes = casework::changedPeople(session);
    if (!changes)
        return base::fail(changes.error());
    std::string out = "person,change,other\n";
    for (const records::PersonChange& change : *changes)
        base::appendDelimited(out,
                              {std::to_string(change.person.value),
                               std::string(changeCode(change.kind)),
                               change.other ? std::to_string(change.other.value) : std::string()},
                              base::Formulas::asTheyAre);
    return base::writeFileWhole(file, out, true);
}

casework::LinkScope scopeOf(const Arguments& arguments) {
    if (arguments.has("--estimate"))
        return casework::LinkScope::estimate;
    return arguments.has("--full") ? casework::LinkScope::whole : casework::LinkScope::changes;
}

Exit linkRecords(const Arguments& arguments, Console& console) {
    auto session = signIn(arguments);
    if (!session)
        return failed(console, session.error());
    const auto report = casework::linkRecords(**session, console, scopeOf(arguments));
    console.endProgress();
    if (!report)
        return failed(console, report.error());
    if (const auto file = arguments.optional("--out"))
        if (const auto written = writeClusters(**session, *file); !written)
            return failed(console, written.error());
    if (const auto file = arguments.optional("--changes"))
        if (const auto written = writeChanges(**session, *file); !written)
            return failed(console, written.error());
    if (arguments.has("--json"))
        console.out() << json(*report).write(true) << '\n';
    else
        console.out() << words(*report);
    return Exit::done;
}

}  // namespace

std::vector<Command> linkingCommands() {
    std::vector<Command> commands;
    commands.push_back(
        {"link",
         "link source records into people, and people into families",
         "Links what changed since the last run; where there is nothing to build on, "
         "all records. Answers given by a person are kept and always win.",
         onVault({flag("--full", "link all records by the model in force"),
                  flag("--estimate", "link all records by a model estimated from them"),
                  option("--out", "FILE", "write file,id,person for every row"),
                  option("--changes", "FILE", "write person,change,other for whom the run changed"),
                  flag("--json", "report for machines")}),
         linkRecords});
    return commands;
}

}  // namespace app
