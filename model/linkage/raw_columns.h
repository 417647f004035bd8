// SPDX-License-Identifier: GPL-3.0-or-later
// From what was sent to the texts that are compared: full names split, dates joined from parts,
// identifiers checked. One step of prepare().
#pragma once

#include "base/result.h"
#include "linkage/rows.h"

#include <string>
#include <vector>

namespace linkage {

struct RawColumn {
    FieldKind kind = FieldKind::text;
    std::string name;
    std::vector<std::string> rows;  // compared form
    std::vector<bool> sound;        // identifiers: valid, not just alike; empty for other kinds
};

struct RawColumns {
    std::vector<RawColumn> columns;
    std::vector<std::string> localIds;  // as sent, trimmed; empty when no such field
    bool localIdMayRepeat = false;
    std::vector<std::string> warnings;
};

// Fails with malformed: fields of unequal length, a kind that may come once given twice.
[[nodiscard]] base::Result<RawColumns> normaliseColumns(const Rows& rows);

}  // namespace linkage
