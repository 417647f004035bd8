// SPDX-License-Identifier: GPL-3.0-or-later
// Who could be in a submission: every member of a family that is or was supported, and of families
// that met enough criteria and were only assessed (the study's comparison group). Families screened
// and found below the plan's minimum are of no use to the study and are not looked at.
#pragma once

#include "access/grant.h"
#include "base/progress.h"
#include "disclosure/eligibility.h"
#include "store/vault.h"

#include <vector>

namespace casework {

// Grant: prepareSubmission on the vault, or releaseSubmission.
[[nodiscard]] base::Result<std::vector<disclosure::Candidate>> submissionCandidates(
    store::Vault& vault,
    const access::Grant& grant,
    const disclosure::Period& period,
    base::Progress& progress);

}  // namespace casework
