// SPDX-License-Identifier: GPL-3.0-or-later
// The engine's comparison levels in the words of Splink 4: resources/linkage/splink-levels.toml as
// values. Read once; read-only afterwards, any thread.
#pragma once

#include "base/result.h"
#include "linkage/field_spec.h"
#include "linkage/levels.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace linkage {

// exact: the same pairs reach the level in both; near: some don't; none: SQL can't say it.
enum class Fidelity { exact, near, none };

struct SplinkLevel {
    std::string name;                 // the engine's word for it: "a slip apart"
    std::vector<std::string> needs;   // columns that must be there
    std::vector<std::string> unless;  // columns that must not
    std::string condition;            // DuckDB SQL with {L} and {R}, "ELSE", or "" for none
    Fidelity fidelity = Fidelity::none;
    bool frequency = false;  // adjusted by how common the value is
    std::string note;
};

struct SplinkComparison {
    std::string measure;
    std::vector<SplinkLevel> levels;  // in the order to try them
};

struct SplinkBlocking {
    std::vector<std::string> columns;
    std::string condition;
};

// A condition of Splink's own library and the level that says the same.
struct SplinkEquivalent {
    std::vector<std::string> measures;
    std::string condition;  // with {L}, {R} and, for a threshold, {n}
    double from = 0;
    double to = 0;
    std::string level;
    Fidelity fidelity = Fidelity::near;
};

struct SplinkBeyond {
    std::string what;
    std::string note;
};

struct SplinkLevels {
    std::vector<std::pair<std::string, std::string>> sparkFunctions;  // DuckDB's name, Spark's
    std::vector<SplinkComparison> comparisons;
    std::vector<SplinkBlocking> blocking;
    std::vector<SplinkEquivalent> theirs;
    std::vector<SplinkBeyond> beyond;

    [[nodiscard]] const SplinkComparison* find(Measure measure) const;
};

// "birth date": how the table names a measure.
[[nodiscard]] std::string_view measureWord(Measure measure);

// {L} and {R} as the two sides of a column.
[[nodiscard]] std::string conditionFor(std::string condition, std::string_view column);

// Fails with malformed, listing every fault of the document.
[[nodiscard]] base::Result<SplinkLevels> readSplinkLevels(std::string_view toml,
                                                          std::string_view fileName);
// The shipped table.
[[nodiscard]] const SplinkLevels& splinkLevels();

}  // namespace linkage
