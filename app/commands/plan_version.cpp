// SPDX-License-Identifier: GPL-3.0-or-later
// plan propose, adopt, decline, withdraw, list, read: a new version of the plan from one person to
// another.
#include "app/commands/list.h"
#include "app/commands/plan_file.h"
#include "app/commands/sign_in.h"
#include "base/delimited_writer.h"
#include "casework/plan_versions.h"

#include <array>
#include <cstdint>
#include <cstdio>

namespace app {

namespace {

std::string figure(double value) {
    std::array<char, 32> buffer{};
    std::snprintf(buffer.data(), buffer.size(), "%.6g", value);
    return buffer.data();
}

base::Result<records::PlanVersionId> versionOf(const Arguments& arguments) {
    return numberOf(arguments, "VERSION", 0, INT64_MAX).map([](std::uint64_t number) {
        return records::PlanVersionId{static_cast<std::int64_t>(number)};
    });
}

std::string inWords(const records::PlanTrialCounts& tried) {
    return grouped(tried.proposedNow) + " of " + grouped(tried.families) +
           " families are proposed now, " + grouped(tried.proposedThen) +
           " would be: " + grouped(tried.enter) + " enter, " + grouped(tried.leave) + " leave";
}

Exit propose(const Arguments& arguments, Console& console) {
    casework::PlanProposal proposal;
    proposal.fileName = arguments.text("FILE");
    auto text = planText(proposal.fileName);
    if (!text)
        return failed(console, text.error());
    proposal.text = std::move(*text);
    const auto from = dayOf(arguments, "--from");
    if (!from)
        return failed(console, from.error());
    proposal.from = from->value_or(base::today());
    proposal.why = arguments.text("--why");
    auto session = signIn(arguments);
    if (!session)
        return failed(console, session.error());
    if (arguments.has("--try")) {
        auto trial =
            casework::tryPlan(**session, proposal.text, proposal.fileName, base::today(), console);
        console.endProgress();
        if (!trial)
            return failed(console, trial.error());
        proposal.trial = std::move(*trial);
    }
    const auto version = casework::proposePlan(**session, proposal);
    if (!version)
        return failed(console, version.error());
    if (version->tried)
        console.say("Trial: " + inWords(*version->tried) + ".");
    console.out() << version->id.value << '\n';
    console.say(version->name + ", version " + version->version + ", from " +
                base::plainDate(version->from) + ", waits for another person to adopt it.");
    return Exit::done;
}

Exit adopt(const Arguments& arguments, Console& console) {
    const auto version = versionOf(arguments);
    if (!version)
        return failed(console, version.error());
    auto session = signIn(arguments);
    if (!session)
        return failed(console, session.error());
    const auto from = casework::adoptPlan(**session, *version, arguments.text("--words"));
    if (!from)
        return failed(console, from.error());
    console.say("Adopted. Families are assessed by it from " + base::plainDate(*from) +
                " on; findings of the plan before stay until then.");
    return Exit::done;
}

using Ending = base::Result<void> (*)(casework::Session&, records::PlanVersionId, std::string_view);

Exit end(const Arguments& arguments, Console& console, Ending ending, const char* said) {
    const auto version = versionOf(arguments);
    if (!version)
        return failed(console, version.error());
    auto session = signIn(arguments);
    if (!session)
        return failed(console, session.error());
    if (auto done = ending(**session, *version, arguments.text("--words")); !done)
        return failed(console, done.error());
    console.say(said);
    return Exit::done;
}

Exit decline(const Arguments& arguments, Console& console) {
    return end(
        arguments, console, casework::declinePlan, "Declined. The plan in force stays as it is.");
}

Exit withdraw(const Arguments& arguments, Console& console) {
    return end(arguments, console, casework::withdrawPlan, "Taken back. It stays to be read.");
}

Exit list(const Arguments& arguments, Console& console) {
    auto session = signIn(arguments);
    if (!session)
        return failed(console, session.error());
    const auto lines = casework::listPlanVersions(**session);
    if (!lines)
        return failed(console, lines.error());
    std::string out;
    const auto row = [&out](const std::vector<std::string>& cells) {
        base::appendDelimited(out, cells, base::Formulas::neutral);
    };
    row({"number",
         "name",
         "version",
         "from",
         "state",
         "proposed_by",
         "proposed_at",
         "why",
         "decided_by",
         "decided_at",
         "words",
         "fingerprint"});
    for (const casework::PlanVersionLine& line : *lines) {
        const records::PlanVersion& version = line.version;
        row({std::to_string(version.id.value),
             version.name,
             version.version,
             base::isoDate(version.from),
             std::string(planPlaceName(line.place)),
             line.proposedBy,
             version.proposedAt,
             version.why,
             line.decidedBy,
             version.decidedAt,
             version.words,
             version.fingerprint.substr(0, 12)});
    }
    console.out() << out;
    return Exit::done;
}

void print(std::ostream& out, const casework::PlanVersionView& view) {
    out << "Against " << view.against << ", in force today:\n";
    for (const records::PlanNumberChange& change : view.difference.numbers)
        out << "  " << (change.indicator.empty() ? "plan" : change.indicator + " " + change.wording)
            << ": " << change.words << " " << figure(change.before) << " now, "
            << figure(change.after) << " then\n";
    for (const std::string& line : view.difference.otherwise)
        out << "  " << line << "\n";
    if (view.difference.none())
        out << "  says the same\n";
    out << '\n' << view.words;
}

Exit read(const Arguments& arguments, Console& console) {
    const auto version = versionOf(arguments);
    if (!version)
        return failed(console, version.error());
    auto session = signIn(arguments);
    if (!session)
        return failed(console, session.error());
    const auto view = casework::openPlanVersion(**session, *version);
    if (!view)
        return failed(console, view.error());
    if (arguments.has("--toml"))
        console.out() << view->text;
    else
        print(console.out(), *view);
    return Exit::done;
}

Argument number() {
    return positional("VERSION", "its number, as plan list gives it");
}

}  // namespace

std::vector<Command> planVersionCommands() {
    std::vector<Command> commands;
    commands.push_back(
        {"plan propose",
         "put a new version of the plan forward",
         "Prints its number. It counts once another person has adopted it.\n"
         "  families-first plan propose county.vault plan.toml --from 2027-04-01 \\\n"
         "      --why \"School absence as the council agreed.\" --user dan --password-file -",
         onVault({positional("FILE", "the plan, TOML, or the name of a shipped one"),
                  required("--from", "DAY", "the day it is to count from"),
                  required("--why", "WORDS", "why, in a sentence"),
                  flag("--try", "try it first, and keep the counts; for who may assess")}),
         propose});
    commands.push_back({"plan adopt",
                        "put a version in force from its day on",
                        "By a supervisor or governance officer who did not put it forward. The "
                        "versions before it are kept.",
                        onVault({number(), required("--words", "WORDS", "why, in a sentence")}),
                        adopt});
    commands.push_back({"plan decline",
                        "decide that a version is not adopted",
                        "By a supervisor or governance officer who did not put it forward.",
                        onVault({number(), required("--words", "WORDS", "why, in a sentence")}),
                        decline});
    commands.push_back({"plan withdraw",
                        "take back a version that one put forward oneself",
                        "",
                        onVault({number(), option("--words", "WORDS", "why")}),
                        withdraw});
    commands.push_back({"plan list", "every version of the plan, as CSV", "", onVault({}), list});
    commands.push_back({"plan read",
                        "a version: what it says otherwise than the plan in force, and its words",
                        "0 is the plan that came with the program.",
                        onVault({number(), flag("--toml", "its text as it is kept")}),
                        read});
    return commands;
}

}  // namespace app
