// SPDX-License-Identifier: GPL-3.0-or-later
// Consent to the service, objection to the study, and lawful basis, recorded for a member of a
// family one holds. Withdrawal is one step.
#pragma once

#include "casework/session.h"
#include "records/consent.h"

#include <string_view>
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
// Records the lawful basis in force for every member of a family who has none: families that were
// only assessed were never asked for anything. For a governance officer. Returns how many people.
[[nodiscard]] base::Result<std::size_t> setBasisForAll(Session& session,
                                                       records::LawfulBasis basis,
                                                       base::Date from,
                                                       std::string_view wordingVersion);
[[nodiscard]] base::Result<std::vector<records::ConsentRecord>> consentHistory(
    Session& session, records::FamilyId family, records::PersonId person);

}  // namespace casework
