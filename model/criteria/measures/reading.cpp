// SPDX-License-Identifier: GPL-3.0-or-later
#include "criteria/measures/reading.h"

#include "base/text.h"
#include "criteria/measures/rule.h"
#include "criteria/measures/words.h"
#include "records/catalogue.h"

#include <algorithm>

namespace criteria {

namespace {

using records::FieldKind;

constexpr int deepestParts = 3;

std::vector<std::string> fieldNames(const records::RecordType& type) {
    std::vector<std::string> names;
    for (const records::Field& field : type.fields)
        names.emplace_back(field.name);
    return names;
}

}  // namespace

int readWhole(base::TomlTable& table, std::string_view key, int least, int most) {
    const std::int64_t value = table.integer(key);
    if (value >= least && value <= most)
        return static_cast<int>(value);
    const base::TomlValue* found = table.value(key);
    if (found != nullptr && found->kind == base::TomlValue::Kind::integer)
        table.problem(key,
                      "'" + std::string(key) + "' must be from " + std::to_string(least) + " to " +
                          std::to_string(most));
    return least;
}

void readThreshold(base::TomlTable& table,
                   Measure& measure,
                   std::optional<double> otherwise,
                   double most) {
    const auto least = table.optionalNumber("at_least");
    const auto above = table.optionalNumber("more_than");
    const std::string_view key = above ? "more_than" : "at_least";
    measure.comparison = above ? Comparison::moreThan : Comparison::atLeast;
    measure.threshold = above.value_or(least.value_or(otherwise.value_or(1)));
    if (least && above)
        table.problem("more_than", "give 'at_least' or 'more_than', not both");
    if (!least && !above && !otherwise && !table.has("at_least") && !table.has("more_than"))
        table.problem("at_least", "the threshold is missing: give 'at_least' or 'more_than'");
    const bool possible =
        measure.threshold <= most && (above ? measure.threshold >= 0 : measure.threshold > 0);
    if (!possible)
        table.problem(key,
                      "'" + std::string(key) + "' must be above 0 and at most " + number(most));
}

const records::RecordType* readType(base::TomlTable& table) {
    const std::string name = table.text("type");
    const records::RecordType* type = records::recordType(name);
    if (type != nullptr || name.empty())
        return type;
    std::vector<std::string> known;
    for (const records::RecordType* candidate : records::allRecordTypes())
        known.emplace_back(candidate->name);
    table.problem("type", "there is no record type '" + name + "'" + didYouMean(name, known));
    return nullptr;
}

std::optional<std::size_t> fieldNamed(base::TomlTable& table,
                                      const base::TomlValue& where,
                                      const records::RecordType& type,
                                      std::string_view name) {
    const auto index = type.indexOf(name);
    if (!index)
        table.problems().add(where,
                             "'" + std::string(type.name) + "' has no field '" + std::string(name) +
                                 "'" + didYouMean(name, fieldNames(type)));
    return index;
}

std::optional<std::size_t> readField(base::TomlTable& table,
                                     std::string_view key,
                                     const records::RecordType* type,
                                     const std::vector<FieldKind>& allowed) {
    const std::string name = table.text(key);
    if (type == nullptr || name.empty())
        return std::nullopt;
    const auto index = fieldNamed(table, *table.value(key), *type, name);
    if (index &&
        std::find(allowed.begin(), allowed.end(), type->fields[*index].kind) == allowed.end()) {
        table.problem(key,
                      "'" + name + "' is not of a kind that '" + std::string(key) + "' can use");
        return std::nullopt;
    }
    return index;
}

std::string didYouMean(std::string_view word, const std::vector<std::string>& known) {
    const std::string close = base::nearest(word, known);
    return close.empty() ? "" : "; did you mean '" + close + "'?";
}

Measure readMeasure(base::TomlTable& table, int depth) {
    Measure measure;
    const std::string kind = table.text("kind");
    std::vector<std::string> known;
    for (const MeasureRule* rule : allRules()) {
        known.emplace_back(rule->code);
        if (rule->code != kind)
            continue;
        measure.kind = rule->kind;
        if (depth > deepestParts)
            table.problem("part", "parts are nested too deep");
        else
            rule->read(table, measure, depth);
        table.finish();
        return measure;
    }
    if (!kind.empty())
        table.problem("kind", "there is no measure '" + kind + "'" + didYouMean(kind, known));
    return measure;
}

}  // namespace criteria
