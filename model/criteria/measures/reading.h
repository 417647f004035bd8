// SPDX-License-Identifier: GPL-3.0-or-later
// The keys that several kinds of measure share, read and checked. A fault is noted at its place and
// a harmless value returned.
#pragma once

#include "base/toml.h"
#include "criteria/plan.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace criteria {

// An integer of the key between bounds, else a problem and `least`.
[[nodiscard]] int readWhole(base::TomlTable& table, std::string_view key, int least, int most);

// 'at_least' or 'more_than', not above `most`; at least `otherwise` when neither is given, which is
// a problem when `otherwise` is absent.
void readThreshold(base::TomlTable& table,
                   Measure& measure,
                   std::optional<double> otherwise,
                   double most);

[[nodiscard]] const records::RecordType* readType(base::TomlTable& table);

// A field of the type by the name under `key`; a problem when it is missing or not of an allowed
// kind.
[[nodiscard]] std::optional<std::size_t> readField(base::TomlTable& table,
                                                   std::string_view key,
                                                   const records::RecordType* type,
                                                   const std::vector<records::FieldKind>& allowed);
// The index of a field called `name`; else a problem at `where`.
[[nodiscard]] std::optional<std::size_t> fieldNamed(base::TomlTable& table,
                                                    const base::TomlValue& where,
                                                    const records::RecordType& type,
                                                    std::string_view name);

// "; did you mean 'x'?" or "".
[[nodiscard]] std::string didYouMean(std::string_view word, const std::vector<std::string>& known);

// One measure and its parts; `depth` counts how deep parts are nested.
[[nodiscard]] Measure readMeasure(base::TomlTable& table, int depth);

}  // namespace criteria
