// SPDX-License-Identifier: GPL-3.0-or-later
// assess, recompute, plan check, plan try, plan show.
#include "app/commands/list.h"
#include "app/commands/sign_in.h"
#include "base/file.h"
#include "base/json.h"
#include "base/resources.h"
#include "base/text.h"
#include "casework/assessing.h"
#include "casework/plan_trial.h"
#include "records/family.h"

#include <filesystem>

namespace app {

namespace {

base::Json json(const casework::AssessReport& report) {
    base::Json::Array met;
    base::Json::Array unknown;
    for (std::size_t i = 0; i < report.met.size(); ++i) {
        met.emplace_back(report.met[i]);
        unknown.emplace_back(report.unknown[i]);
    }
    return base::Json::Object{{"plan", report.plan},
                              {"fingerprint", report.fingerprint},
                              {"as_at", base::isoDate(report.asAt)},
                              {"families", report.families},
                              {"flagged", report.flagged},
                              {"proposed", report.proposed},
                              {"met", std::move(met)},
                              {"unknown", std::move(unknown)}};
}

std::string words(const casework::AssessReport& report) {
    std::string text = report.plan + ", as at " + base::plainDate(report.asAt) + ", fingerprint " +
                       report.fingerprint.substr(0, 12) + "\n" + grouped(report.families) +
                       " families assessed, " + grouped(report.flagged) + " flagged, " +
                       grouped(report.proposed) + " newly proposed.\n";
    for (std::size_t i = 0; i < report.met.size(); ++i)
        text += "  criterion " + std::to_string(i + 1) + ": met by " + grouped(report.met[i]) +
                ", unknown for " + grouped(report.unknown[i]) + "\n";
    return text;
}

Exit assess(const Arguments& arguments, Console& console) {
    const auto asAt = dayOf(arguments, "--as-at");
    if (!asAt)
        return failed(console, asAt.error());
    casework::AssessRequest request;
    request.asAt = asAt->value_or(base::today());
    if (const auto plan = arguments.optional("--plan")) {
        const auto text = base::readFile(*plan);
        if (!text)
            return failed(console, text.error());
        request.planText = *text;
        request.planName = *plan;
    }
    auto session = signIn(arguments);
    if (!session)
        return failed(console, session.error());
    const auto report = casework::assessFamilies(**session, request, console);
    console.endProgress();
    if (!report)
        return failed(console, report.error());
    if (arguments.has("--json"))
        console.out() << json(*report).write(true) << '\n';
    else
        console.out() << words(*report);
    return Exit::done;
}

// A file, or the name of a plan that comes with the program.
base::Result<std::string> planText(const std::string& name) {
    if (!std::filesystem::exists(name))
        if (const auto shipped = base::resource("plans/" + name + ".toml"))
            return std::string(*shipped);
    return base::readFile(name);
}

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

Exit again(const Arguments& arguments, Console& console) {
    const auto family = familyOf(arguments);
    if (!family)
        return failed(console, family.error());
    auto session = signIn(arguments);
    if (!session)
        return failed(console, session.error());
    const auto assessment = casework::assessAgain(**session, *family);
    if (!assessment)
        return failed(console, assessment.error());
    console.out() << records::familyReference(*family) << " as at "
                  << base::isoDate(assessment->asAt) << ", plan "
                  << assessment->planFingerprint.substr(0, 12) << ": "
                  << (assessment->flagged ? "flagged" : "not flagged, " + assessment->whyNotFlagged)
                  << '\n';
    for (const records::CriterionResult& result : assessment->criteria)
        console.out() << "  criterion " << result.number << ": "
                      << records::outcomeCode(result.outcome) << '\n';
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

std::vector<Command> assessingCommands() {
    std::vector<Command> commands;
    commands.push_back(
        {"assess",
         "apply the plan to every family",
         "",
         onVault({option("--plan", "FILE", "a plan; else the council's plan in force"),
                  option("--as-at", "YYYY-MM-DD", "the day to assess for; else today"),
                  flag("--json", "report for machines")}),
         assess});
    commands.push_back({"recompute",
                        "compute a family's newest assessment again, as it stood",
                        "The same plan text and as-at date, with the links and deliveries of now.",
                        onVault({positional("FAMILY", "its reference")}),
                        again});
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
