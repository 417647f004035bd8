// SPDX-License-Identifier: GPL-3.0-or-later
// plan check, try, show: a plan's text, and what it would change.
#include "app/commands/list.h"
#include "app/commands/plan_file.h"
#include "app/commands/sign_in.h"
#include "casework/assessing.h"
#include "casework/plan_trial.h"
#include "records/family.h"

namespace app {

namespace {

Exit inWords(const Arguments& arguments, Console& console, bool print) {
    const std::string file = arguments.text("FILE");
    const auto text = planText(file);
    if (!text)
        return failed(console, text.error());
    const auto markdown = casework::planInWords(*text, file);
    if (!markdown)
        return failed(console, markdown.error());
    if (print)
        console.out() << *markdown;
    else
        console.out() << file << ": no fault found\n";
    return Exit::done;
}

void print(std::ostream& out, const casework::PlanTrial& trial) {
    out << trial.planNow << " now: " << grouped(trial.proposedNow) << " of "
        << grouped(trial.families) << " families proposed\n"
        << trial.planThen << ": " << grouped(trial.proposedThen) << " would be\n";
    for (std::size_t i = 0; i < trial.metNow.size(); ++i)
        out << "criterion " << i + 1 << " met: " << trial.metNow[i] << " now, " << trial.metThen[i]
            << " then\n";
    for (const records::FamilyId family : trial.enter)
        out << records::familyReference(family) << " would enter\n";
    for (const records::FamilyId family : trial.leave)
        out << records::familyReference(family) << " would leave\n";
}

Exit tryPlan(const Arguments& arguments, Console& console) {
    const std::string file = arguments.text("FILE");
    const auto text = planText(file);
    if (!text)
        return failed(console, text.error());
    const auto asAt = dayOf(arguments, "--as-at");
    if (!asAt)
        return failed(console, asAt.error());
    auto session = signIn(arguments);
    if (!session)
        return failed(console, session.error());
    const auto trial =
        casework::tryPlan(**session, *text, file, asAt->value_or(base::today()), console);
    console.endProgress();
    if (!trial)
        return failed(console, trial.error());
    print(console.out(), *trial);
    return Exit::done;
}

Exit check(const Arguments& arguments, Console& console) {
    return inWords(arguments, console, false);
}

Exit show(const Arguments& arguments, Console& console) {
    return inWords(arguments, console, true);
}

}  // namespace

std::vector<Command> planCommands() {
    std::vector<Command> commands;
    commands.push_back({"plan check",
                        "find every fault of a plan, with line and column",
                        "",
                        {positional("FILE", "the plan, TOML, or the name of a shipped one")},
                        check});
    commands.push_back(
        {"plan try",
         "which families would enter or leave under another plan; changes nothing",
         "",
         onVault({positional("FILE", "the plan, TOML, or the name of a shipped one"),
                  option("--as-at", "YYYY-MM-DD", "the day to assess for; else today")}),
         tryPlan});
    commands.push_back({"plan show",
                        "a plan in words, as Markdown",
                        "",
                        {positional("FILE", "the plan, TOML, or the name of a shipped one")},
                        show});
    return commands;
}

}  // namespace app
