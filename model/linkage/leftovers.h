// SPDX-License-Identifier: GPL-3.0-or-later
// Between sources that hold everybody once, a row that found its partner is nobody else's. So the
// rows left over have fewer strangers to be mistaken for, and a pair of them needs less to be one
// person than any pair at the start: the one-to-one constraint of Jaro (1989), JASA 84, told as a
// prior of the leftovers.
#pragma once

#include "linkage/edges.h"
#include "linkage/group.h"

#include <vector>

namespace linkage {

// By how many bits the prior of a pair of leftovers is above the prior of any pair; never below 0.
// `weak` are the ties not strong enough to link, strongest first.
[[nodiscard]] double leftoverBonus(const Table& table,
                                   Groups& groups,
                                   const std::vector<Tie>& weak,
                                   double prior);

}  // namespace linkage
