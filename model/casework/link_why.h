// SPDX-License-Identifier: GPL-3.0-or-later
// Why two records are linked or in doubt, worked out of the two and the model when someone asks.
#pragma once

#include "access/grant.h"
#include "records/link.h"
#include "store/vault.h"

#include <string>
#include <vector>

namespace casework {

struct LinkWhy {
    std::vector<records::LinkReason> reasons;  // their weights add up to the pair's
    // What the engine would say of these two if there were no other records; "" when it would link
    // them, or see no tie at all.
    std::string alone;
};

// Grant: reviewLinks or linkRecords, reaching both records. Under the model their links were made
// with. Fails with notFound when records have never been linked.
[[nodiscard]] base::Result<LinkWhy> linkWhy(store::Vault& vault,
                                            const access::Grant& grant,
                                            records::RecordId left,
                                            records::RecordId right,
                                            records::LinkOrigin origin);

// Fills in the reasons of a doubtful pair, and makes its `why` speak of the two records shown:
// where these two alone would be linked, it says that what speaks against it are other records.
// Leaves the pair as it is when the records were linked before models were kept.
[[nodiscard]] base::Result<void> explainPair(store::Vault& vault,
                                             const access::Grant& grant,
                                             records::DoubtfulPair& pair);

}  // namespace casework
