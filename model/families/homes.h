// SPDX-License-Identifier: GPL-3.0-or-later
// Who lives together, from household records and addresses. Everyone lives at one home: where the
// newest household record says, else at the newest address. A child may also live where another
// household record says, or at another address where someone shares their surname. Every person
// with a home is in at least one unit, if alone.
#pragma once

#include "families/doubts.h"
#include "families/evidence.h"
#include "families/unit.h"

#include <vector>

namespace families {

// Units in order of their first member; what is not enough goes to `doubts`.
[[nodiscard]] std::vector<Unit> unitsByHome(const Evidence& evidence,
                                            const Settings& settings,
                                            Doubts& doubts);

// True when two people have had a surname in common.
[[nodiscard]] bool shareSurname(const PersonFacts& left, const PersonFacts& right);

}  // namespace families
