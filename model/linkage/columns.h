// SPDX-License-Identifier: GPL-3.0-or-later
// From what was sent to the texts that are compared: full names split, dates joined from parts,
// identifiers checked; each distinct text once. One step of prepare().
#pragma once

#include "base/result.h"
#include "linkage/table.h"

#include <string>
#include <vector>

namespace linkage {

struct Columns {
    std::vector<Column> columns;  // `of` by row
    bool ukPostcodes = true;
    std::vector<std::string> warnings;
};

// Fails with malformed: fields of unequal length, a kind that may come once given twice.
[[nodiscard]] base::Result<void> checkShape(const Rows& rows);

// Lets go of every field's cells but the localId's.
[[nodiscard]] Columns readColumns(Rows& rows, const Model* model, unsigned threads);

}  // namespace linkage
