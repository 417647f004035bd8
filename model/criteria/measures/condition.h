// SPDX-License-Identifier: GPL-3.0-or-later
// The `where` of a measure: conditions on coded, flag and number fields, all of which must hold.
// Free text is never a condition, so no name can reach an explanation.
#pragma once

#include "base/toml.h"
#include "criteria/plan.h"
#include "records/source_record.h"

#include <string>
#include <vector>

namespace criteria {

[[nodiscard]] bool holds(const std::vector<Condition>& where, const records::Payload& payload);

// The record's values that the conditions look at: "Outcome: Convicted"; the type's label without
// any.
[[nodiscard]] std::string valuesInWords(const Measure& measure, const records::Payload& payload);

// " whose outcome is convicted or cautioned and whose ..."; "" without conditions.
[[nodiscard]] std::string whereInWords(const Measure& measure);

[[nodiscard]] std::vector<Condition> readWhere(base::TomlTable& table,
                                               const records::RecordType* type);

}  // namespace criteria
