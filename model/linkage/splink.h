// SPDX-License-Identifier: GPL-3.0-or-later
// The estimated model to and from Splink 4's settings JSON (moj-analytical-services/splink, MIT):
// comparison levels as SQL conditions for DuckDB or Spark, m, u, term frequency, blocking rules. So
// a team that outgrows one machine takes the same model to Splink on Spark. The weight of every
// level both can say, log2(m / u), is the same in both; what can't be said, or not quite, is listed
// in notes, never dropped in silence. The settings speak of the columns that prepared_records.h
// writes.
#pragma once

#include "base/json.h"
#include "base/result.h"
#include "linkage/field_spec.h"
#include "linkage/levels.h"
#include "linkage/model.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace linkage {

// A comparison of a set of fields, in the engine's order.
struct ComparedField {
    std::string name;  // "forename", "place", "text:suburb", as in the model
    Measure measure = Measure::text;
    std::string column;  // "forename", "text_suburb"; of place "place"
};

[[nodiscard]] std::vector<ComparedField> comparedFields(const std::vector<FieldSpec>& fields);
// The columns that the fields become: "birth_date" of a year, a month and a day.
[[nodiscard]] std::vector<std::string> comparedColumns(const std::vector<FieldSpec>& fields);

enum class SqlDialect { duckdb, spark };

// What became of a level or of a part of the model on the way.
struct SplinkNote {
    std::string comparison;
    std::string level;
    std::string said;
};

struct SplinkSettings {
    base::Json json;
    std::vector<SplinkNote> notes;
};

// Fails with malformed when the model has a comparison that the fields don't.
[[nodiscard]] base::Result<SplinkSettings> toSplink(const Model& model,
                                                    const std::vector<FieldSpec>& fields,
                                                    SqlDialect dialect,
                                                    bool linkOnly);

struct SplinkModel {
    Model model;  // without frequencies and rules: the rows it is used on give them
    std::vector<SplinkNote> notes;
};

// `headings` names the columns of the Splink settings by field ("forename", "first_name"). Levels
// without an equivalent are noted; the engine's levels that nothing speaks of keep the shipped
// start values. Fails with malformed: no comparisons, or none that compares one of the fields.
[[nodiscard]] base::Result<SplinkModel> fromSplink(
    const base::Json& settings,
    std::string_view place,
    const std::vector<std::pair<FieldSpec, std::string>>& headings);

// True of Splink settings, false of the engine's own model.
[[nodiscard]] bool isSplink(const base::Json& json);

}  // namespace linkage
