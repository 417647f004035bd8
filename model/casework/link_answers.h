// SPDX-License-Identifier: GPL-3.0-or-later
// What people answered about pairs of records, as far as it holds now: about the records that count
// today, and without contradicting itself. "Same" hangs together: whoever says A = B and B = C has
// said A = C.
#pragma once

#include "access/grant.h"
#include "base/result.h"
#include "records/ids.h"
#include "store/link_table.h"

#include <optional>
#include <unordered_map>
#include <vector>

namespace casework {

using StandIns = std::unordered_map<records::RecordId, records::RecordId>;

// An answer of same or different in force, about the records that count now.
struct LinkAnswer {
    records::RecordId left;
    records::RecordId right;
    bool same = false;
};

// Where several answers come to be about the same two records, the last holds.
[[nodiscard]] std::vector<LinkAnswer> answersNow(const std::vector<store::PairDecision>& decisions,
                                                 const StandIns& standIns);

struct RecordPair {
    records::RecordId left;
    records::RecordId right;
};

// Fails with refused, naming the records, when two that are answered different are one person by
// other answers. With `about`, looks only at answers that hang together with one of its two.
[[nodiscard]] base::Result<void> agree(const std::vector<LinkAnswer>& answers,
                                       std::optional<RecordPair> about = std::nullopt);

// Keeps an answer about the two, or with none takes back the one there is; whoever asked, it is in
// force from the next run on. Fails as agree() does when it contradicts others, and then nothing is
// kept. Grant: reviewLinks, as LinkTable::decide.
[[nodiscard]] base::Result<void> takeEffect(store::Vault& vault,
                                            const access::Grant& grant,
                                            RecordPair records,
                                            records::PairAnswer answer);

}  // namespace casework
