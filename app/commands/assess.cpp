// SPDX-License-Identifier: GPL-3.0-or-later
// assess, recompute.
#include "app/commands/list.h"
#include "app/commands/sign_in.h"
#include "base/file.h"
#include "base/json.h"
#include "casework/assessing.h"
#include "records/family.h"

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
    return commands;
}

}  // namespace app
