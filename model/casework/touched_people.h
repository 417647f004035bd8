// SPDX-License-Identifier: GPL-3.0-or-later
// The people whose families a run of linkage may have changed: those it made, changed or ended, and
// everybody that any chain of keys (families/tie_keys.h), of families or of doubtful ties leads to
// from them. No key leads out of them, so their families can be built without all the others.
#pragma once

#include "access/grant.h"
#include "casework/known_records.h"
#include "casework/linked.h"
#include "records/family.h"
#include "store/record_hashes.h"
#include "store/vault.h"

#include <unordered_map>
#include <vector>

namespace casework {

struct TouchedPeople {
    std::vector<records::PersonId> people;    // sorted
    std::vector<records::Family> families;    // theirs, as they were
    std::vector<records::RecordId> records;   // theirs, sorted
    std::vector<records::PersonId> personOf;  // of `records`
};

// `keys` are of every linked record. `ties` are the answered and the waiting ones.
[[nodiscard]] base::Result<TouchedPeople> touchedPeople(
    store::Vault& vault,
    const access::Grant& grant,
    const Linked& linked,
    const store::RecordHashes& keys,
    const std::vector<records::DoubtfulTie>& ties);

}  // namespace casework
