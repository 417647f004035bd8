// SPDX-License-Identifier: GPL-3.0-or-later
// How a person says which column of a delimited file is what: "id=unique_id,forename=first_name".
// The names are those of the `match` sub-command's help.
#pragma once

#include "base/result.h"
#include "linkage/field_spec.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace linkage {

struct MatchColumns {
    std::string id;      // the heading that holds the row's id
    std::string source;  // the heading of the partner, "" when not given
    std::vector<std::pair<FieldSpec, std::string>> fields;  // what to compare, and its heading
};

// Fails with malformed: an unknown field (with the nearest known one), no '=', a field given twice,
// no id, nothing to compare.
[[nodiscard]] base::Result<MatchColumns> parseFieldSpec(std::string_view spec);

// "forename", "text:suburb": as parseFieldSpec reads it.
[[nodiscard]] std::string fieldName(const FieldSpec& spec);

}  // namespace linkage
