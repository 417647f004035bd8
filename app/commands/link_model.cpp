// SPDX-License-Identifier: GPL-3.0-or-later
// model show, run, export, import, adopt, reestimate, records: how records are linked, as a thing
// to look at, to take elsewhere and to bring in.
#include "casework/link_model.h"

#include "app/commands/list.h"
#include "app/commands/model_options.h"
#include "app/commands/numbers.h"
#include "app/commands/sign_in.h"
#include "base/delimited_writer.h"
#include "base/file.h"
#include "base/json.h"
#include "base/text.h"
#include "casework/model_file.h"
#include "casework/prepare_records.h"

#include <cmath>
#include <filesystem>

namespace app {

namespace {

using casework::ModelView;

casework::ModelView viewOf(const linkage::Model& model, const std::string& file) {
    ModelView view;
    view.origin = file;
    view.prior = model.prior;
    view.relativePrior = model.relativePrior;
    for (const linkage::ComparisonEstimate& comparison : model.comparisons)
        for (const linkage::LevelEstimate& level : comparison.levels)
            view.levels.push_back({comparison.name,
                                   level.name,
                                   level.m,
                                   level.u,
                                   std::log2(level.m / level.u),
                                   level.pairs});
    return view;
}

bool isVault(const Arguments& arguments) {
    std::error_code error;
    return std::filesystem::is_directory(arguments.text("VAULT"), error);
}

base::Result<std::vector<std::pair<linkage::FieldSpec, std::string>>> headings(
    const Arguments& arguments) {
    const auto spec = arguments.optional("--fields");
    if (!spec)
        return std::vector<std::pair<linkage::FieldSpec, std::string>>();
    return linkage::parseFieldSpec("id=id," + *spec).map([](const linkage::MatchColumns& columns) {
        return columns.fields;
    });
}

base::Result<casework::ModelFile> modelFile(const Arguments& arguments) {
    const std::string file = arguments.text("VAULT");
    const auto text = base::readFile(file);
    if (!text)
        return base::fail(text.error());
    const auto columns = headings(arguments);
    if (!columns)
        return base::fail(columns.error());
    return casework::readModel(*text, file, *columns);
}

base::Result<ModelView> viewAsked(const Arguments& arguments) {
    if (!isVault(arguments))
        return modelFile(arguments).map([&](const casework::ModelFile& file) {
            return viewOf(file.model, arguments.text("VAULT"));
        });
    auto session = signIn(arguments);
    if (!session)
        return base::fail(session.error());
    auto view = casework::currentModel(**session);
    if (!view)
        return base::fail(view.error());
    if (!*view)
        return base::fail(base::Code::notFound,
                          arguments.text("VAULT"),
                          "has no linkage model yet; link its records first");
    return std::move(**view);
}

base::Json json(const ModelView& view) {
    base::Json::Array levels;
    for (const casework::ModelLevel& level : view.levels)
        levels.emplace_back(base::Json::Object{{"comparison", level.comparison},
                                               {"level", level.level},
                                               {"m", level.m},
                                               {"u", level.u},
                                               {"weight", level.weight},
                                               {"pairs", level.pairs}});
    return base::Json::Object{{"origin", view.origin},
                              {"by", view.by},
                              {"at", view.at},
                              {"prior", view.prior},
                              {"relative_prior", view.relativePrior},
                              {"levels", std::move(levels)}};
}

Exit show(const Arguments& arguments, Console& console) {
    const auto view = viewAsked(arguments);
    if (!view)
        return failed(console, view.error());
    if (arguments.has("--json")) {
        console.out() << json(*view).write(true) << '\n';
        return Exit::done;
    }
    console.say(view->origin + (view->at.empty() ? "" : ", " + view->at + ", " + view->by));
    std::string out;
    base::appendDelimited(out,
                          {"comparison", "level", "m", "u", "weight", "pairs it rests on"},
                          base::Formulas::neutral);
    for (const casework::ModelLevel& level : view->levels)
        base::appendDelimited(out,
                              {level.comparison,
                               level.level,
                               significant(level.m),
                               significant(level.u),
                               decimals(level.weight, 2),
                               decimals(level.pairs, 0)},
                              base::Formulas::asTheyAre);
    console.out() << out;
    return Exit::done;
}

Exit exportModel(const Arguments& arguments, Console& console) {
    const auto dialect = arguments.optional("--splink");
    if (dialect && *dialect != "duckdb" && *dialect != "spark")
        return failed(console, {base::Code::malformed, "--splink", "must be duckdb or spark"});
    const std::string out = arguments.text("--out");
    base::Result<std::string> text;
    casework::SplinkText splink;
    if (isVault(arguments)) {
        auto session = signIn(arguments);
        if (!session)
            return failed(console, session.error());
        if (dialect) {
            auto made =
                casework::modelAsSplink(**session,
                                        *dialect == "spark" ? casework::SplinkEngine::spark
                                                            : casework::SplinkEngine::duckdb);
            if (!made)
                return failed(console, made.error());
            splink = std::move(*made);
        } else {
            text = casework::modelText(**session);
        }
    } else {
        const auto file = modelFile(arguments);
        if (!file)
            return failed(console, file.error());
        text = casework::writeModel(file->model, file->fields);
        if (dialect) {
            const auto made = linkage::toSplink(
                file->model,
                file->fields,
                *dialect == "spark" ? linkage::SqlDialect::spark : linkage::SqlDialect::duckdb,
                arguments.has("--link-only"));
            if (!made)
                return failed(console, made.error());
            splink = {made->json.write(true) + "\n", casework::noteLines(made->notes)};
        }
    }
    if (!text)
        return failed(console, text.error());
    const auto done = dialect ? writeSplink(console, out, splink.json, splink.notes)
                              : base::writeFileWhole(out, *text, true);
    return done ? Exit::done : failed(console, done.error());
}

Exit importModel(const Arguments& arguments, Console& console) {
    const auto file = modelFile(arguments);
    if (!file)
        return failed(console, file.error());
    console.out() << casework::noteLines(file->notes);
    if (const auto done = base::writeFileWhole(
            arguments.text("--out"), casework::writeModel(file->model, file->fields), true);
        !done)
        return failed(console, done.error());
    return Exit::done;
}

Exit adopt(const Arguments& arguments, Console& console) {
    const std::string file = arguments.text("FILE");
    const auto text = base::readFile(file);
    if (!text)
        return failed(console, text.error());
    auto session = signIn(arguments);
    if (!session)
        return failed(console, session.error());
    const std::string name = std::filesystem::path(file).filename().string();
    if (const auto done = casework::adoptModel(**session, *text, name, "read from a file"); !done)
        return failed(console, done.error());
    console.out() << "in force; every record is linked anew when links are next computed\n";
    return Exit::done;
}

Exit reestimate(const Arguments& arguments, Console& console) {
    auto session = signIn(arguments);
    if (!session)
        return failed(console, session.error());
    const auto learnt = casework::relearnModel(**session, console);
    console.endProgress();
    if (!learnt)
        return failed(console, learnt.error());
    std::string out;
    base::appendDelimited(out,
                          {"comparison",
                           "level",
                           "m before",
                           "m after",
                           "weight before",
                           "weight after",
                           "answered pairs"},
                          base::Formulas::neutral);
    for (const casework::RelearntLevel& level : learnt->levels)
        base::appendDelimited(out,
                              {level.comparison,
                               level.level,
                               significant(level.mBefore),
                               significant(level.mAfter),
                               decimals(level.weightBefore, 2),
                               decimals(level.weightAfter, 2),
                               std::to_string(level.labelled)},
                              base::Formulas::asTheyAre);
    console.out() << out;
    if (const auto file = arguments.optional("--out"))
        if (const auto done = base::writeFileWhole(*file, learnt->text, true); !done)
            return failed(console, done.error());
    if (!arguments.has("--adopt")) {
        console.say("nothing was changed; --adopt puts it in force");
        return Exit::done;
    }
    const std::string origin =
        "learnt anew from " + base::counted(learnt->used, "answered pair", "answered pairs");
    if (const auto done = casework::adoptModel(**session, learnt->text, "the model", origin); !done)
        return failed(console, done.error());
    console.say("in force; every record is linked anew when links are next computed");
    return Exit::done;
}

Exit records(const Arguments& arguments, Console& console) {
    casework::PrepareRequest request;
    for (const std::string& file : arguments.all("FILE"))
        request.files.emplace_back(file);
    request.fields = arguments.text("--fields");
    const auto text = casework::prepareRecords(request, console);
    console.endProgress();
    if (!text)
        return failed(console, text.error());
    if (const auto done = base::writeFileWhole(arguments.text("--out"), *text, true); !done)
        return failed(console, done.error());
    return Exit::done;
}

std::vector<Argument> onVaultOrFile(std::vector<Argument> own) {
    std::vector<Argument> all{positional("VAULT", "a vault, or a model file")};
    for (Argument& argument : own)
        all.push_back(std::move(argument));
    all.push_back(option("--user", "NAME", "who signs in, for a vault"));
    all.push_back(
        option("--password-file", "FILE", "whose first line is the password; - is stdin"));
    return all;
}

const char* const fieldsHelp = "which column of Splink's settings is which field, as for match";

}  // namespace

std::vector<Command> modelCommands() {
    std::vector<Command> commands;
    commands.push_back(
        {"model show",
         "a linkage model as a table: m, u, weight, and how many pairs it rests on",
         "Of a vault, a model file or Splink settings (with --fields).",
         onVaultOrFile({option("--fields", "SPEC", fieldsHelp), flag("--json", "for machines")}),
         show});
    commands.push_back(
        {"model export",
         "the model in force as a file, or as Splink 4 settings",
         "Beside Splink's settings, FILE.notes.txt says what they can't say.",
         onVaultOrFile(
             {required("--out", "FILE", "where to write it"),
              option("--splink", "DIALECT", "as Splink 4 settings: duckdb or spark"),
              option("--fields", "SPEC", fieldsHelp),
              flag("--link-only", "settings that link two sets and deduplicate neither")}),
         exportModel});
    commands.push_back({"model import",
                        "Splink 4 settings as a model file; what has no equivalent is listed",
                        "Example: families-first model import splink.json --out model.json\n"
                        "         --fields forename=first_name,surname=surname,birth_date=dob",
                        {positional("VAULT", "Splink settings, or a model file"),
                         required("--fields", "SPEC", fieldsHelp),
                         required("--out", "FILE", "the model file to write")},
                        importModel});
    commands.push_back({"model adopt",
                        "put a model file in force in a vault",
                        "The next link then goes over every record.",
                        onVault({positional("FILE",
                                            "a model file, or Splink settings whose "
                                            "columns have the fields' own names")}),
                        adopt});
    commands.push_back({"model reestimate",
                        "m learnt anew from a random sample's answers, before and after",
                        "Changes nothing without --adopt.",
                        onVault({option("--out", "FILE", "write the new model"),
                                 flag("--adopt", "put it in force")}),
                        reestimate});
    commands.push_back({"model records",
                        "delimited files in the forms that the settings for Splink compare",
                        "",
                        {positional("FILE", "delimited files with a header", true),
                         required("--fields", "SPEC", "which column is what, as for match"),
                         required("--out",
                                  "FILE",
                                  "CSV with unique_id, source_dataset and a "
                                  "column for each compared field")},
                        records});
    return commands;
}

}  // namespace app
