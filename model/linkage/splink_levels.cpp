// SPDX-License-Identifier: GPL-3.0-or-later
#include "linkage/splink_levels.h"

#include "base/resources.h"
#include "base/toml.h"

#include <algorithm>

namespace linkage {

namespace {

constexpr std::string_view file = "linkage/splink-levels.toml";

Fidelity fidelityOf(base::TomlTable& table, std::string_view otherwise) {
    const std::string word = table.text("fidelity", otherwise);
    if (word == "exact")
        return Fidelity::exact;
    if (word == "near")
        return Fidelity::near;
    if (word != "none")
        table.problem("fidelity", "must be exact or near");
    return Fidelity::none;
}

SplinkLevel levelOf(base::TomlTable& table) {
    SplinkLevel level;
    level.name = table.text("name");
    level.needs = table.texts("needs");
    level.unless = table.texts("unless");
    level.condition = table.text("condition", "");
    level.fidelity = fidelityOf(table, "none");
    level.frequency = table.flag("frequency", false);
    level.note = table.text("note", "");
    if (level.condition.empty() != (level.fidelity == Fidelity::none))
        table.problem("condition", "a condition and its fidelity go together");
    if (level.fidelity != Fidelity::exact && level.note.empty())
        table.problem("note", "says what is not the same as in the engine");
    table.finish();
    return level;
}

SplinkEquivalent equivalentOf(base::TomlTable& table) {
    SplinkEquivalent one;
    one.measures = table.texts("measures");
    one.condition = table.text("condition");
    one.from = table.optionalNumber("from").value_or(0);
    one.to = table.optionalNumber("to").value_or(0);
    one.level = table.text("level");
    one.fidelity = fidelityOf(table, "near");
    table.finish();
    return one;
}

void readComparisons(base::TomlTable& root, SplinkLevels& out) {
    for (base::TomlTable& table : root.tables("comparison")) {
        SplinkComparison comparison{table.text("measure"), {}};
        for (base::TomlTable& level : table.tables("level"))
            comparison.levels.push_back(levelOf(level));
        if (comparison.levels.empty() || comparison.levels.back().condition != "ELSE")
            table.problem("level", "the last level must be ELSE");
        table.finish();
        out.comparisons.push_back(std::move(comparison));
    }
}

void readFunctions(base::TomlTable& root, SplinkLevels& out) {
    auto functions = root.table("functions");
    if (!functions)
        return;
    if (auto spark = functions->table("spark"))
        for (const auto& [name, other] : spark->entries())
            out.sparkFunctions.emplace_back(name, other.text);
    functions->finish();
}

}  // namespace

std::string_view measureWord(Measure measure) {
    switch (measure) {
        case Measure::forename:
            return "forename";
        case Measure::middleNames:
            return "middle names";
        case Measure::surname:
            return "surname";
        case Measure::birthDate:
            return "birth date";
        case Measure::sex:
            return "sex";
        case Measure::place:
            return "place";
        case Measure::phone:
            return "phone";
        case Measure::email:
            return "e-mail";
        case Measure::identifier:
            return "identifier";
        case Measure::text:
            return "text";
        case Measure::category:
            return "category";
    }
    return {};
}

std::string conditionFor(std::string condition, std::string_view column) {
    for (const auto& [mark, side] : {std::pair("{L}", "_l"), std::pair("{R}", "_r")}) {
        const std::string name = '"' + std::string(column) + side + '"';
        for (std::size_t at = condition.find(mark); at != std::string::npos;
             at = condition.find(mark, at + name.size()))
            condition.replace(at, 3, name);
    }
    return condition;
}

const SplinkComparison* SplinkLevels::find(Measure measure) const {
    const auto found = std::find_if(
        comparisons.begin(),
        comparisons.end(),
        [word = measureWord(measure)](const SplinkComparison& one) { return one.measure == word; });
    return found == comparisons.end() ? nullptr : &*found;
}

base::Result<SplinkLevels> readSplinkLevels(std::string_view toml, std::string_view fileName) {
    const auto document = base::parseToml(toml, fileName);
    if (!document)
        return base::fail(document.error());
    base::TomlProblems problems{std::string(fileName)};
    base::TomlTable root(*document, problems);
    SplinkLevels out;
    readFunctions(root, out);
    readComparisons(root, out);
    for (base::TomlTable& table : root.tables("blocking")) {
        out.blocking.push_back({table.texts("columns"), table.text("condition")});
        table.finish();
    }
    for (base::TomlTable& table : root.tables("theirs"))
        out.theirs.push_back(equivalentOf(table));
    for (base::TomlTable& table : root.tables("beyond")) {
        out.beyond.push_back({table.text("what"), table.text("note")});
        table.finish();
    }
    root.finish();
    if (!problems.none())
        return base::fail(problems.asError());
    return out;
}

const SplinkLevels& splinkLevels() {
    // A shipped table that can't be read fails its test; here it says nothing.
    static const SplinkLevels levels =
        readSplinkLevels(base::resource(file).value_or(std::string_view()), file)
            .value_or(SplinkLevels());
    return levels;
}

}  // namespace linkage
