// SPDX-License-Identifier: GPL-3.0-or-later
// Stated relationships complete what homes show: who is whose parent inside a unit, who joins one
// although no address of theirs is known, and which parent of a child lives elsewhere. A parent
// living elsewhere joins the child's unit alone; their own household is not drawn in.
#pragma once

#include "families/evidence.h"
#include "families/unit.h"

#include <vector>

namespace families {

// Units whose people all belong to another unit are folded into it.
[[nodiscard]] std::vector<Unit> withRelations(std::vector<Unit> units,
                                              const Evidence& evidence,
                                              const Settings& settings);

}  // namespace families
