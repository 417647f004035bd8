// SPDX-License-Identifier: GPL-3.0-or-later
// Families keep their numbers from one building to the next: of all pairs of an earlier and a new
// family, the pair that shares most members is matched first, each family once; at equal overlap
// the one of the same home, then the older number.
#pragma once

#include "records/family.h"

#include <vector>

namespace families {

// Sets the id of every family that continues an earlier one; the count of those.
std::size_t keepNumbers(std::vector<records::Family>& families,
                        const std::vector<records::Family>& earlier);

}  // namespace families
