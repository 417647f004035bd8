// SPDX-License-Identifier: GPL-3.0-or-later
// Which doubtful pairs to ask about first: those whose answer would change a family. A pair comes
// before another if its answer changes more; within one kind, the likelier one person first. Needs
// no names: who is in which family, and how many criteria it meets.
#pragma once

#include "casework/session.h"
#include "records/link.h"

#include <string_view>
#include <vector>

namespace casework {

// What "same" would do, most first.
enum class PairEffect {
    mayPropose,  // together, two families that are not proposed would meet enough criteria
    joinsFamilies,
    joinsFindings,  // a person in no family joins one with a met criterion
    joinsFamily,    // a person in no family joins one
    partsPerson,    // they are one person today; "different" would part them
    oneMember,      // two members of one family are one
    noFamily,       // neither is in a family
};

[[nodiscard]] std::string_view effectWords(PairEffect effect);

struct OrderedPair {
    records::DoubtId id;
    PairEffect effect = PairEffect::noFamily;
};

// Every pair that waits, "not sure" ones last. Needs the rights to link and to list families: the
// data officer's.
[[nodiscard]] base::Result<std::vector<OrderedPair>> reviewOrder(Session& session);

}  // namespace casework
