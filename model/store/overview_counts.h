// SPDX-License-Identifier: GPL-3.0-or-later
// Counts over the whole vault for the overview: no family, no person, no value. Each needs a grant
// for readOverview.
#pragma once

#include "access/grant.h"
#include "records/agency.h"
#include "records/case_file.h"
#include "records/overview.h"
#include "store/vault.h"

#include <cstdint>
#include <utility>
#include <vector>

namespace store {

// How much of what an agency sent names whom. Of its source records in force, those that hold each.
struct IdentifierCounts {
    records::Agency agency = records::Agency::schools;
    std::int64_t records = 0;
    std::int64_t birthDate = 0;
    std::int64_t postcode = 0;
    std::int64_t uprn = 0;
    std::int64_t upn = 0;
    std::int64_t nino = 0;
    std::int64_t nhsNumber = 0;
    std::int64_t pncId = 0;
};

class OverviewCounts {
public:
    explicit OverviewCounts(Vault& vault) : m_vault(&vault) {}

    // Assessed families by the criteria they meet, those that meet none left out.
    [[nodiscard]] base::Result<std::vector<records::CriteriaTogether>> together(
        const access::Grant& grant) const;
    // How many families ever took each step.
    [[nodiscard]] base::Result<std::vector<std::pair<records::CaseStep, std::int64_t>>> everTook(
        const access::Grant& grant) const;
    // One an agency that sent anything. Reads every source record: not for a window's own thread.
    [[nodiscard]] base::Result<std::vector<IdentifierCounts>> identifiers(
        const access::Grant& grant) const;

private:
    Vault* m_vault;
};

}  // namespace store
