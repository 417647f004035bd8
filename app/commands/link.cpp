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

std::string words(const casework::LinkReport& report) {
    std::string text = grouped(report.records) + " source records are " + grouped(report.people) +
                       " people; " + grouped(report.doubtfulPairs) +
                       " doubtful pairs wait for a person.\n" + grouped(report.families) +
                       " families with " + grouped(report.memberships) + " memberships; " +
                       grouped(report.doubtfulTies) + " doubtful ties wait for a person.\n";
    for (const std::string& warning : report.warnings)
        text += "Note: " + warning + "\n";
    return text;
}

base::Json json(const casework::LinkReport& report) {
    base::Json::Object phases;
    for (const auto& [name, seconds] : report.phases)
        phases.emplace_back(name, seconds);
    base::Json::Array warnings(report.warnings.begin(), report.warnings.end());
    return base::Json::Object{{"records", report.records},
                              {"people", report.people},
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

Exit linkRecords(const Arguments& arguments, Console& console) {
    auto session = signIn(arguments);
    if (!session)
        return failed(console, session.error());
    const auto report = casework::linkRecords(**session, console);
    console.endProgress();
    if (!report)
        return failed(console, report.error());
    if (const auto file = arguments.optional("--out"))
        if (const auto written = writeClusters(**session, *file); !written)
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
    commands.push_back({"link",
                        "link source records into people, and people into families",
                        "Answers given by a person are kept and always win.",
                        onVault({option("--out", "FILE", "write file,id,person for every row"),
                                 flag("--json", "report for machines")}),
                        linkRecords});
    return commands;
}

}  // namespace app
