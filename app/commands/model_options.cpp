// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/model_options.h"

#include "base/file.h"
#include "base/text.h"
#include "casework/model_file.h"

#include <algorithm>

namespace app {

namespace {

base::Result<linkage::SqlDialect> dialectOf(const Arguments& arguments) {
    const std::string word = arguments.optional("--splink-dialect").value_or("duckdb");
    if (word == "duckdb")
        return linkage::SqlDialect::duckdb;
    if (word == "spark")
        return linkage::SqlDialect::spark;
    return base::fail(base::Code::malformed, "--splink-dialect", "must be duckdb or spark");
}

std::vector<linkage::FieldSpec> fieldsOf(const linkage::MatchColumns& columns) {
    std::vector<linkage::FieldSpec> fields;
    for (const auto& [field, heading] : columns.fields)
        fields.push_back(field);
    return fields;
}

}  // namespace

std::vector<Argument> modelOptions() {
    return {option("--model", "FILE", "link with this model, ours or Splink's; estimate nothing"),
            option("--model-out", "FILE", "write the model, to be used again"),
            option("--splink-out", "FILE", "write the model as Splink 4 settings"),
            option("--splink-dialect", "NAME", "SQL of --splink-out: duckdb or spark")};
}

base::Result<void> takeModel(const Arguments& arguments,
                             Console& console,
                             casework::MatchRequest& request) {
    const auto file = arguments.optional("--model");
    if (!file)
        return {};
    const auto columns = linkage::parseFieldSpec(request.fields);
    if (!columns)
        return base::fail(columns.error());
    const auto text = base::readFile(*file);
    if (!text)
        return base::fail(text.error());
    auto read = casework::readModel(*text, *file, columns->fields);
    if (!read)
        return base::fail(read.error());
    for (const std::string_view line : base::split(casework::noteLines(read->notes), '\n'))
        if (!line.empty())
            console.say("Note: " + std::string(line));
    request.model = std::move(read->model);
    return {};
}

base::Result<void> giveModel(const Arguments& arguments,
                             Console& console,
                             const casework::MatchRequest& request,
                             const casework::MatchReport& report) {
    const auto columns = linkage::parseFieldSpec(request.fields);
    if (!columns)
        return base::fail(columns.error());
    const auto fields = fieldsOf(*columns);
    if (const auto file = arguments.optional("--model-out"))
        if (auto done =
                base::writeFileWhole(*file, casework::writeModel(report.model, fields), true);
            !done)
            return done;
    const auto file = arguments.optional("--splink-out");
    if (!file)
        return {};
    const auto dialect = dialectOf(arguments);
    if (!dialect)
        return base::fail(dialect.error());
    const auto settings = linkage::toSplink(report.model, fields, *dialect, request.linkOnly);
    if (!settings)
        return base::fail(settings.error());
    return writeSplink(
        console, *file, settings->json.write(true) + "\n", casework::noteLines(settings->notes));
}

base::Result<void> writeSplink(Console& console,
                               const std::string& file,
                               const std::string& settings,
                               const std::string& notes) {
    if (auto done = base::writeFileWhole(file, settings, true); !done)
        return done;
    const std::string beside = file + ".notes.txt";
    if (auto done = base::writeFileWhole(beside, notes, true); !done)
        return done;
    const auto lines = static_cast<std::size_t>(std::count(notes.begin(), notes.end(), '\n'));
    console.say("what Splink can't say as it is said here: " +
                base::counted(lines, "note", "notes") + " in " + beside);
    return {};
}

}  // namespace app
