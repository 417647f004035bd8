// SPDX-License-Identifier: GPL-3.0-or-later
// What the files about a sample of pairs share.
#pragma once

#include "casework/pair_sample.h"
#include "store/label_table.h"

namespace casework {

[[nodiscard]] bool isAnswered(records::PairAnswer answer);
[[nodiscard]] SampleStanding standingOf(const store::PairSample& sample,
                                        const std::vector<store::Label>& pairs);

struct CurrentSample {
    store::PairSample sample;
    std::vector<store::Label> pairs;
};

// nullopt before the first. Grant: reviewLinks or linkRecords on the vault.
[[nodiscard]] base::Result<std::optional<CurrentSample>> currentSample(store::Vault& vault,
                                                                       const access::Grant& grant);

}  // namespace casework
