// SPDX-License-Identifier: GPL-3.0-or-later
// Families as a list: references, counts, the six outcomes and what each waits for. No names. Which
// families, and in which order, is read once; their rows in windows, so that 200,000 list at once.
#pragma once

#include "casework/session.h"
#include "records/case_file.h"
#include "records/finding.h"

#include <array>
#include <optional>
#include <span>
#include <vector>

namespace casework {

enum class WorkFilter {
    mine,     // allocated to me or taken by me for triage
    myTurn,   // of mine, those whose next step is mine
    waiting,  // in the pool: proposed or sent back, taken by nobody
    review,   // triaged: with a supervisor
    agreed,   // agreed, allocated or supported
    flagged,
    all,
};

enum class WorkOrder { since, reference, criteriaMet, newestEvidence, state };

struct WorkQuery {
    WorkFilter filter = WorkFilter::mine;
    WorkOrder order = WorkOrder::since;
    bool descending = false;
    std::string text;  // part of a reference ("2031")
};

struct WorkRow {
    records::FamilyId family;
    int adults = 0;
    int children = 0;
    std::array<records::Outcome, 6> outcomes{};
    int criteriaMet = 0;
    bool flagged = false;
    records::CaseState state = records::CaseState::assessed;
    std::string waitsFor;  // "Triage: 3 criteria met", "With supervisor"
    std::string since;     // ISO day the state began
    std::string holder;    // display name of the person it is with; ""
    std::optional<base::Date> newestEvidence;
};

// Which families, in their order. The list stays as it is while it is paged through, whatever
// others decide meanwhile.
[[nodiscard]] base::Result<std::vector<records::FamilyId>> orderFamilies(Session& session,
                                                                         const WorkQuery& query);
// The rows of these as they are now, in the same order. One that is gone meanwhile says so in
// `waitsFor`.
[[nodiscard]] base::Result<std::vector<WorkRow>> workRows(
    Session& session, std::span<const records::FamilyId> families);

[[nodiscard]] base::Result<std::int64_t> countFamilies(Session& session, const WorkQuery& query);
[[nodiscard]] base::Result<std::vector<WorkRow>> listFamilies(Session& session,
                                                              const WorkQuery& query,
                                                              std::size_t offset,
                                                              std::size_t limit);

}  // namespace casework
