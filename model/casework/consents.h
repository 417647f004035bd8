// SPDX-License-Identifier: GPL-3.0-or-later
// Consent to the service, objection to the study, and lawful basis, recorded for a member of a family
// one holds. Withdrawal is one step.
#pragma once

#include "casework/session.h"
#include "records/consent.h"

#include <vector>

namespace casework {

// id, recordedBy and recordedAt are filled in. Refused when a child's record does not say who
// decided, or the wording's version is missing.
[[nodiscard]] base::Result<void> recordConsent(Session& session,
                                               records::FamilyId family,
                                               records::ConsentRecord record);
// Withdraws consent to the service and objects to the study, today, in one step.
[[nodiscard]] base::Result<void> withdrawAll(Session& session,
                                             records::FamilyId family,
                                             records::PersonId person,
                                             std::string_view channel,
                                             std::string_view decidedBy);
[[nodiscard]] base::Result<std::vector<records::ConsentRecord>> consentHistory(
    Session& session,
    records::FamilyId family,
    records::PersonId person);

}  // namespace casework
