// SPDX-License-Identifier: GPL-3.0-or-later
// The agreement that people call by a reference, and the mappings that may read deliveries under
// it.
#pragma once

#include "base/result.h"
#include "intake/mapping.h"
#include "records/agreement.h"
#include "store/vault.h"

#include <string>
#include <vector>

namespace casework {

// Fails with refused, naming the references there are.
[[nodiscard]] base::Result<records::Agreement> agreementNamed(store::Vault& vault,
                                                              const std::string& reference);

// Those that come with the program, and those signed off under the agreement, which stand in for a
// shipped one of the same name.
[[nodiscard]] base::Result<std::vector<intake::Mapping>> mappingsInUse(
    store::Vault& vault, records::AgreementId agreement);

}  // namespace casework
