// SPDX-License-Identifier: GPL-3.0-or-later
// The whole vault in counts: which criteria come together, the way from screened to supported, what
// partners have told us, consent and identifiers. No family and no person is named. The counts are
// the council's own and are not rounded: what is published goes through a release of its own.
#pragma once

#include "casework/session.h"
#include "records/agency.h"
#include "records/case_file.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace casework {

// Families that meet exactly these criteria.
struct CriteriaTogether {
    std::uint32_t criteria = 0;  // bit 0: criterion 1
    std::int64_t families = 0;
};

struct PartnerStanding {
    records::Agency agency = records::Agency::schools;
    std::int64_t deliveries = 0;
    std::string lastReceived;  // UTC, "" when never
    std::optional<base::Date> speaksUpTo;
    std::int64_t records = 0;
    // Shares of its records that hold each, 0 to 1: "UPN", "NINO", ... those above none.
    std::vector<std::pair<std::string, double>> identifiers;
};

struct ConsentCounts {
    std::int64_t people = 0;  // members of families agreed and not closed
    std::int64_t given = 0;
    std::int64_t refused = 0;
    std::int64_t notAsked = 0;
    std::int64_t objected = 0;
    std::int64_t withoutBasis = 0;
};

struct Overview {
    std::int64_t families = 0;
    std::int64_t flagged = 0;
    std::array<std::int64_t, 7> byCriteriaMet{};  // 0 to 6
    std::array<std::int64_t, 6> met{};
    std::array<std::string, 6> headings;  // of the criteria, as the plan in force has them
    std::vector<std::pair<records::CaseState, std::int64_t>> byState;
    std::vector<CriteriaTogether> together;
    // How many families ever came so far, in the order of the way.
    std::vector<std::pair<std::string, std::int64_t>> way;
};

[[nodiscard]] base::Result<Overview> overview(Session& session);

// What takes longer, because it reads every source record.
struct Completeness {
    std::vector<PartnerStanding> partners;
    ConsentCounts consent;
};

[[nodiscard]] base::Result<Completeness> completeness(Session& session);

}  // namespace casework
