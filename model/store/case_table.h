// SPDX-License-Identifier: GPL-3.0-or-later
// What has been decided about families, event by event, and where each stands now. The standing is
// written with the event, in one transaction.
#pragma once

#include "access/grant.h"
#include "records/case_file.h"
#include "store/vault.h"

#include <optional>
#include <string>
#include <vector>

namespace store {

struct CaseStanding {
    records::FamilyId family;
    records::CaseState state = records::CaseState::assessed;
    std::string since;        // UTC of the last event; "" when there was none
    records::UserId takenBy;  // the caseworker who triages it
    records::UserId allocatedTo;
    std::optional<base::Date> supportFrom;
    std::optional<base::Date> supportTo;
    std::string intensity;  // of the support, as its start said
};

class CaseTable {
public:
    explicit CaseTable(Vault& vault) : m_vault(&vault) {}

    // Adds one event and moves the standing. Fails with refused when the step is not allowed from
    // where the family stands. Returns the event's number; `at` is filled in when empty.
    [[nodiscard]] base::Result<std::int64_t> append(const records::CaseEvent& event);
    // Oldest first. Grant: openFamily, triage, decide, allocate or support on the family.
    [[nodiscard]] base::Result<std::vector<records::CaseEvent>> events(
        const access::Grant& grant, records::FamilyId family) const;
    [[nodiscard]] base::Result<CaseStanding> standing(records::FamilyId family) const;
    // Every family with a case. No person-level value.
    [[nodiscard]] base::Result<std::vector<CaseStanding>> standings() const;
    // A caseworker takes a family from the pool, or gives it back with an empty user. Fails with
    // refused when someone else has it.
    [[nodiscard]] base::Result<void> take(records::FamilyId family, records::UserId user);

private:
    Vault* m_vault;
};

}  // namespace store
