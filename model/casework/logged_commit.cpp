// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/logged_commit.h"

namespace casework {

base::Result<void> commitLogged(store::Vault& vault,
                                store::Transaction& transaction,
                                const JobEvent& event) {
    const auto noted =
        vault.note(event.action, event.subject, access::AuditOutcome::done, event.detail);
    if (!noted)
        return base::fail(noted.error());
    if (auto anchored = vault.anchorAudit(); !anchored)
        return anchored;
    return transaction.commit();
}

base::Error failLogged(store::Vault& vault,
                       std::string_view action,
                       const access::Subject& subject,
                       const base::Error& error) {
    // A log that can't be written either has nothing to add to the error that is being returned.
    const auto noted =
        vault.note(action, subject, access::AuditOutcome::failed, base::codeName(error.code));
    static_cast<void>(noted);
    return error;
}

}  // namespace casework
