// SPDX-License-Identifier: GPL-3.0-or-later
// The whole vault in counts: which criteria come together, the way from screened to supported, what
// partners have told us, consent and identifiers. No family and no person is named. The counts are
// the council's own and are not rounded: what is published goes through a release of its own.
#pragma once

#include "casework/deliveries.h"
#include "casework/session.h"
#include "records/case_file.h"
#include "records/overview.h"

#include <array>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace casework {

struct PartnerStanding {
    PartnerFreshness heard;
    std::int64_t records = 0;
    // Shares of its records that hold each, 0 to 1: "UPN", "NINO", ... those above none.
    std::vector<std::pair<std::string, double>> identifiers;
};

struct Overview {
    std::int64_t families = 0;
    std::int64_t flagged = 0;
    std::array<std::int64_t, 7> byCriteriaMet{};  // 0 to 6
    std::array<std::int64_t, 6> met{};
    std::array<std::string, 6> headings;  // of the criteria, as the plan in force has them
    std::vector<std::pair<records::CaseState, std::int64_t>> byState;
    std::vector<records::CriteriaTogether> together;
    // How many families ever came so far, in the order of the way.
    std::vector<std::pair<std::string, std::int64_t>> way;
};

[[nodiscard]] base::Result<Overview> overview(Session& session);

// What takes longer, because it reads every source record.
struct Completeness {
    std::vector<PartnerStanding> partners;
    records::ConsentCounts consent;
};

[[nodiscard]] base::Result<Completeness> completeness(Session& session);

}  // namespace casework
