// SPDX-License-Identifier: GPL-3.0-or-later
// What people decide about a family. Each step is checked against the family's state, the role and,
// for a supervisor's decision, against who triaged it and whether its evidence was opened since.
#pragma once

#include "casework/session.h"
#include "records/agency.h"
#include "records/case_file.h"

#include <optional>
#include <vector>

namespace casework {

// Takes a family from the pool, so that nobody else triages it meanwhile.
[[nodiscard]] base::Result<void> takeFamily(Session& session, records::FamilyId family);
[[nodiscard]] base::Result<void> putBackFamily(Session& session, records::FamilyId family);

struct Decision {
    records::FamilyId family;
    records::CaseStep step = records::CaseStep::triage;
    std::string reason;  // code, from records::reasonsFor(step)
    std::string words;   // at least a few words for triage, send back, agree, not suitable
    std::optional<base::Date> date;  // support start and end, allocation; else today
    records::UserId to;              // allocate: the caseworker
    std::string intensity;           // start support: "universal-plus", "targeted", "intensive"
};

// Fails with refused, saying what is missing, and changes nothing.
[[nodiscard]] base::Result<records::CaseState> decide(Session& session, const Decision& decision);

// A professional's concern of equal weight: becomes a nomination record of that person and proposes
// the family.
struct Nomination {
    records::FamilyId family;
    records::PersonId person;
    int criterion = 1;
    std::string nominator;
    std::string nominatorRole;
    records::Agency agency = records::Agency::socialCare;
    base::Date date;
    std::string reason;
    std::optional<base::Date> reviewDate;
};

[[nodiscard]] base::Result<void> nominate(Session& session, const Nomination& nomination);

// Caseworkers a family may be allocated to.
[[nodiscard]] base::Result<std::vector<access::User>> caseworkers(Session& session);

}  // namespace casework
