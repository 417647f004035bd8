// SPDX-License-Identifier: GPL-3.0-or-later
// People into families after a run of linkage, written back within the transaction the caller
// opened.
#pragma once

#include "access/grant.h"
#include "base/progress.h"
#include "casework/link_run.h"
#include "store/vault.h"

#include <vector>

namespace casework {

struct FamilyRun {
    std::int64_t families = 0;
    std::int64_t memberships = 0;
    std::int64_t doubtfulTies = 0;  // that wait
    std::vector<linkage::PhaseTime> phases;
};

[[nodiscard]] base::Result<FamilyRun> rebuildFamilies(store::Vault& vault,
                                                      const access::Grant& grant,
                                                      const LinkRun& run,
                                                      base::Progress& progress);

}  // namespace casework
