// SPDX-License-Identifier: GPL-3.0-or-later
// match: link any delimited files, no vault.
#include "casework/match.h"

#include "app/commands/list.h"
#include "app/commands/model_options.h"
#include "app/commands/sign_in.h"
#include "base/delimited_writer.h"
#include "base/file.h"
#include "linkage/run_report_json.h"

#include <algorithm>
#include <charconv>
#include <filesystem>

namespace app {

namespace {

std::string rounded(double value) {
    char text[64];
    const auto end =
        std::to_chars(text, text + sizeof text, value, std::chars_format::fixed, 6).ptr;
    return {text, end};
}

// A million lines: quoted as base::appendDelimited does where there is anything to quote.
std::string clustersCsv(const casework::MatchReport& report,
                        const std::vector<std::string>& names) {
    std::string out = "file,id,person\n";
    out.reserve(report.rows.size() * 40);
    std::vector<std::string> quoted;
    for (const std::string& name : names) {
        base::appendDelimited(quoted.emplace_back(), {name}, base::Formulas::asTheyAre);
        while (quoted.back().ends_with('\n') || quoted.back().ends_with('\r'))
            quoted.back().pop_back();
    }
    const auto isPlain = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
               c == '-' || c == '_' || c == '.' || c == ':' || c == '/';
    };
    for (const casework::MatchedRow& row : report.rows) {
        const std::string person = std::to_string(row.person);
        if (std::all_of(row.id.begin(), row.id.end(), isPlain))
            out.append(quoted[row.file]).append(",").append(row.id).append(",").append(person) +=
                '\n';
        else
            base::appendDelimited(
                out, {names[row.file], std::string(row.id), person}, base::Formulas::asTheyAre);
    }
    return out;
}

std::string pairsCsv(const casework::MatchReport& report, const std::vector<std::string>& names) {
    std::string out = "left_file,left_id,right_file,right_id,match_weight,match_probability\n";
    for (const casework::MatchedPair& pair : report.pairs) {
        const casework::MatchedRow& left = report.rows[pair.left];
        const casework::MatchedRow& right = report.rows[pair.right];
        base::appendDelimited(out,
                              {names[left.file],
                               std::string(left.id),
                               names[right.file],
                               std::string(right.id),
                               rounded(pair.weight),
                               rounded(pair.probability)},
                              base::Formulas::asTheyAre);
    }
    return out;
}

// What the model believes, without how common anybody's value is.
base::Json modelJson(const linkage::Model& model) {
    const base::Json whole = linkage::toJson(model);
    base::Json::Array rules;
    for (const linkage::RuleUse& rule : model.rules)
        rules.emplace_back(rule.name);
    return base::Json::Object{{"prior", whole["prior"]},
                              {"relative_prior", whole["relative_prior"]},
                              {"rows", whole["rows"]},
                              {"comparisons", whole["comparisons"]},
                              {"blocking_rules", std::move(rules)}};
}

base::Json json(const casework::MatchReport& report) {
    base::Json::Object seconds;
    for (const auto& [phase, time] : report.phases)
        seconds.emplace_back(phase, time);
    return base::Json::Object{
        {"records", report.rows.size()},
        {"candidate_pairs", static_cast<std::int64_t>(report.candidatePairs)},
        {"scored_pairs", static_cast<std::int64_t>(report.scoredPairs)},
        {"people", static_cast<std::int64_t>(report.people)},
        {"model", modelJson(report.model)},
        {"seconds", std::move(seconds)},
        {"run", linkage::toJson(report.run)},
        {"warnings", base::Json::Array(report.warnings.begin(), report.warnings.end())}};
}

base::Result<std::optional<double>> threshold(const Arguments& arguments) {
    const auto text = arguments.optional("--threshold");
    if (!text)
        return std::optional<double>();
    double value = 0;
    const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), value);
    const bool whole = error == std::errc() && end == text->data() + text->size();
    if (!whole || !(value > 0 && value < 1))
        return base::fail(
            base::Code::malformed, "--threshold", "must be a probability between 0 and 1");
    return std::optional(value);
}

Exit match(const Arguments& arguments, Console& console) {
    const auto least = threshold(arguments);
    if (!least)
        return failed(console, least.error());
    casework::MatchRequest request;
    std::vector<std::string> names;
    for (const std::string& file : arguments.all("FILE")) {
        request.files.emplace_back(file);
        names.push_back(request.files.back().filename().string());
    }
    request.fields = arguments.text("--fields");
    request.linkOnly = arguments.has("--link-only");
    request.threshold = *least;
    request.listPairs = arguments.optional("--pairs").has_value();
    if (const auto taken = takeModel(arguments, console, request); !taken)
        return failed(console, taken.error());
    const auto report = casework::matchFiles(request, console);
    console.endProgress();
    if (!report)
        return failed(console, report.error());
    for (const std::string& warning : report->warnings)
        console.say("Note: " + warning);
    if (const auto written =
            base::writeFileWhole(arguments.text("--out"), clustersCsv(*report, names), true);
        !written)
        return failed(console, written.error());
    if (const auto pairs = arguments.optional("--pairs"))
        if (const auto written = base::writeFileWhole(*pairs, pairsCsv(*report, names), true);
            !written)
            return failed(console, written.error());
    if (const auto given = giveModel(arguments, console, request, *report); !given)
        return failed(console, given.error());
    if (arguments.has("--json"))
        console.out() << json(*report).write(true) << '\n';
    else
        console.out() << report->rows.size() << " records are " << report->people << " people\n";
    return Exit::done;
}

}  // namespace

std::vector<Command> matchCommands() {
    std::vector<Argument> taken{
        positional("FILE", "delimited files with a header", true),
        required("--fields", "SPEC", "which column is what"),
        required("--out", "CLUSTERS.csv", "file,id,person"),
        option("--pairs", "PAIRS.csv", "every pair that is at least doubtful, with its weight"),
        flag("--link-only", "no two records of one file become one person"),
        option("--threshold", "P", "probability at and above which two records are one person"),
        flag("--json", "report for machines")};
    for (Argument& argument : modelOptions())
        taken.push_back(std::move(argument));
    std::vector<Command> commands;
    commands.push_back(
        {"match",
         "link any delimited files with the same engine; no vault",
         "--fields is comma-separated field=column, of id source forename middle_names surname\n"
         "full_name birth_date birth_year birth_month birth_day sex address postcode town phone\n"
         "email nino upn nhs_number pnc_id uprn, or text:NAME=column, identifier:NAME=column,\n"
         "category:NAME=column.\n"
         "Example: families-first match people.csv --out people-linked.csv\n"
         "         --fields id=unique_id,forename=first_name,surname=surname,birth_date=dob",
         std::move(taken),
         match});
    return commands;
}

}  // namespace app
