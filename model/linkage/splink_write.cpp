// SPDX-License-Identifier: GPL-3.0-or-later
// The engine's model as Splink settings.
#include "linkage/splink.h"
#include "linkage/splink_levels.h"

#include <algorithm>
#include <cmath>

namespace linkage {

namespace {

using base::Json;

std::string replaced(std::string text, std::string_view from, std::string_view to) {
    for (std::size_t at = text.find(from); at != std::string::npos;
         at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
    return text;
}

bool contains(const std::vector<std::string>& columns, const std::string& column) {
    return std::find(columns.begin(), columns.end(), column) != columns.end();
}

std::string inBits(double m, double u) {
    const double tenths = std::round(std::log2(m / u) * 10);
    const std::string text = std::to_string(std::abs(static_cast<int>(tenths)));
    const std::string padded = text.size() < 2 ? "0" + text : text;
    return (tenths < 0 ? "-" : "") + padded.substr(0, padded.size() - 1) + "." + padded.back();
}

class Writer {
public:
    Writer(const std::vector<FieldSpec>& fields, SqlDialect dialect)
        : m_columns(comparedColumns(fields)), m_dialect(dialect) {}

    Json comparison(const ComparisonEstimate& estimate, const ComparedField& field) {
        Json::Array levels{Json::Object{{"sql_condition", nothingSent(field)},
                                        {"label_for_charts", "not sent by both"},
                                        {"is_null_level", true}}};
        std::vector<std::string> written;
        if (const SplinkComparison* const known = splinkLevels().find(field.measure))
            for (const SplinkLevel& level : known->levels)
                add(level, estimate, field, levels, written);
        for (const LevelEstimate& one : estimate.levels)
            if (!contains(written, one.name))
                note(field,
                     one.name,
                     "left out (weight " + inBits(one.m, one.u) +
                         "): the fields it needs are not there");
        return Json::Object{{"output_column_name", field.column},
                            {"comparison_levels", std::move(levels)},
                            {"comparison_description", field.name}};
    }

    [[nodiscard]] Json::Array blocking() const {
        Json::Array rules;
        for (const SplinkBlocking& rule : splinkLevels().blocking)
            if (std::all_of(rule.columns.begin(), rule.columns.end(), [this](const auto& column) {
                    return contains(m_columns, column);
                }))
                rules.emplace_back(Json::Object{{"blocking_rule", dialected(rule.condition)},
                                                {"sql_dialect", dialectName()}});
        return rules;
    }

    [[nodiscard]] std::string_view dialectName() const {
        return m_dialect == SqlDialect::duckdb ? "duckdb" : "spark";
    }

    void note(const ComparedField& field, const std::string& level, std::string said) {
        m_notes.push_back({field.name, level, std::move(said)});
    }

    std::vector<SplinkNote> takeNotes() {
        for (const SplinkBeyond& one : splinkLevels().beyond)
            m_notes.push_back({"", one.what, one.note});
        return std::move(m_notes);
    }

private:
    [[nodiscard]] bool applies(const SplinkLevel& level) const {
        const auto there = [this](const std::string& column) {
            return contains(m_columns, column);
        };
        return std::all_of(level.needs.begin(), level.needs.end(), there) &&
               std::none_of(level.unless.begin(), level.unless.end(), there);
    }

    void add(const SplinkLevel& level,
             const ComparisonEstimate& estimate,
             const ComparedField& field,
             Json::Array& levels,
             std::vector<std::string>& written) {
        const auto found = std::find_if(
            estimate.levels.begin(), estimate.levels.end(), [&](const LevelEstimate& one) {
                return one.name == level.name;
            });
        if (found == estimate.levels.end() || !applies(level))
            return;
        written.push_back(level.name);
        if (level.condition.empty()) {
            note(field,
                 level.name,
                 "left out (weight " + inBits(found->m, found->u) + "): " + level.note);
            return;
        }
        if (level.fidelity == Fidelity::near)
            note(field, level.name, "not quite the same pairs: " + level.note);
        Json::Object out{{"sql_condition", filled(level.condition, field)},
                         {"label_for_charts", level.name},
                         {"m_probability", found->m},
                         {"u_probability", found->u}};
        if (level.frequency) {
            out.emplace_back("tf_adjustment_column", field.column);
            out.emplace_back("tf_adjustment_weight", 1.0);
            // The engine lets a rare value count at most four bits more than the usual one.
            out.emplace_back("tf_minimum_u_value", found->u / 16);
        }
        levels.emplace_back(std::move(out));
    }

    [[nodiscard]] std::string filled(const std::string& condition,
                                     const ComparedField& field) const {
        return dialected(conditionFor(condition, field.column));
    }

    // Spark quotes identifiers with backticks; double quotes would be strings there.
    [[nodiscard]] std::string dialected(std::string condition) const {
        while (condition.ends_with(' '))
            condition.pop_back();
        if (m_dialect == SqlDialect::duckdb)
            return condition;
        std::replace(condition.begin(), condition.end(), '"', '`');
        for (const auto& [ours, theirs] : splinkLevels().sparkFunctions)
            condition = replaced(std::move(condition), ours + "(", theirs + "(");
        return condition;
    }

    [[nodiscard]] std::string nothingSent(const ComparedField& field) const {
        if (field.measure != Measure::place)
            return filled("{L} IS NULL OR {R} IS NULL", field);
        std::string all;
        for (const char* const column : {"uprn", "postcode", "address", "town"})
            if (contains(m_columns, column)) {
                const std::string name(column);
                all += (all.empty() ? "(\"" : " AND (\"") + name + "_l\" IS NULL OR \"" + name +
                       "_r\" IS NULL)";
            }
        return dialected(all);
    }

    std::vector<std::string> m_columns;
    SqlDialect m_dialect;
    std::vector<SplinkNote> m_notes;
};

}  // namespace

base::Result<SplinkSettings> toSplink(const Model& model,
                                      const std::vector<FieldSpec>& fields,
                                      SqlDialect dialect,
                                      bool linkOnly) {
    const std::vector<ComparedField> compared = comparedFields(fields);
    Writer writer(fields, dialect);
    Json::Array comparisons;
    for (const ComparisonEstimate& estimate : model.comparisons) {
        const auto field =
            std::find_if(compared.begin(), compared.end(), [&](const ComparedField& one) {
                return one.name == estimate.name;
            });
        if (field == compared.end())
            return base::fail(base::Code::malformed,
                              "model",
                              "was made for other fields: it compares " + estimate.name);
        comparisons.push_back(writer.comparison(estimate, *field));
    }
    // Splink knows two stories, one person or not, so the relatives leave the odds of both.
    const double prior = model.prior / (1 - model.relativePrior);
    SplinkSettings out;
    out.json = Json::Object{{"link_type", linkOnly ? "link_only" : "dedupe_only"},
                            {"probability_two_random_records_match", prior},
                            {"sql_dialect", writer.dialectName()},
                            {"unique_id_column_name", "unique_id"},
                            {"source_dataset_column_name", "source_dataset"},
                            {"retain_matching_columns", true},
                            {"retain_intermediate_calculation_columns", true},
                            {"blocking_rules_to_generate_predictions", writer.blocking()},
                            {"comparisons", std::move(comparisons)}};
    out.notes = writer.takeNotes();
    return out;
}

bool isSplink(const base::Json& json) {
    return !json["probability_two_random_records_match"].isNull() ||
           (!json["comparisons"].items().empty() &&
            !json["comparisons"].items().front()["comparison_levels"].isNull());
}

}  // namespace linkage
