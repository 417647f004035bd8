// SPDX-License-Identifier: GPL-3.0-or-later
// The end of a job that changes the vault: its audit event first, then the commit. No change stands
// without its event; an event whose commit then failed is followed by one that says so.
#pragma once

#include "access/action.h"
#include "store/vault.h"

#include <string_view>

namespace casework {

struct JobEvent {
    std::string_view action;  // "import-delivery"
    access::Subject subject;
    std::string detail;  // counts and codes only
};

[[nodiscard]] base::Result<void> commitLogged(store::Vault& vault,
                                              store::Transaction& transaction,
                                              const JobEvent& event);

// Notes that a job failed and returns its error.
[[nodiscard]] base::Error failLogged(store::Vault& vault,
                                     std::string_view action,
                                     const access::Subject& subject,
                                     const base::Error& error);

}  // namespace casework
