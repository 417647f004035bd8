// SPDX-License-Identifier: GPL-3.0-or-later
// Versions of the plan: put forward by one person, adopted or declined by another, or taken back by
// who put them forward. None is ever changed or removed after that. An adoption (PlanTable) is made
// here and nowhere else.
#pragma once

#include "access/grant.h"
#include "records/plan_version.h"
#include "store/vault.h"

#include <optional>
#include <string_view>
#include <vector>

namespace store {

class PlanVersionTable {
public:
    explicit PlanVersionTable(Vault& vault) : m_vault(&vault) {}

    // Grant: proposePlan. Gives it its number, instant and proposer; the text must be kept already
    // (PlanTable). Fails with exists when the same text waits, or another text of this name and
    // version waits or was adopted; with refused when its day has passed or no reason is said.
    [[nodiscard]] base::Result<records::PlanVersionId> propose(const access::Grant& grant,
                                                               const records::PlanVersion& version);
    // Grant: adoptPlan on it. Counts from its day on, or from today when that has passed; returns
    // that day. Fails with notFound, or refused when it does not wait, no words are said, or the
    // one who adopts put it forward.
    [[nodiscard]] base::Result<base::Date> adopt(const access::Grant& grant,
                                                 records::PlanVersionId id,
                                                 std::string_view words);
    // As adopt().
    [[nodiscard]] base::Result<void> decline(const access::Grant& grant,
                                             records::PlanVersionId id,
                                             std::string_view words);
    // Grant: proposePlan on it. Fails with notFound, or refused when it does not wait or is
    // another's. Words may be left out.
    [[nodiscard]] base::Result<void> withdraw(const access::Grant& grant,
                                              records::PlanVersionId id,
                                              std::string_view words);

    [[nodiscard]] base::Result<std::vector<records::PlanVersion>> list() const;  // newest first
    [[nodiscard]] base::Result<std::optional<records::PlanVersion>> find(
        records::PlanVersionId id) const;
    // How many wait for another person than this one.
    [[nodiscard]] base::Result<std::int64_t> waiting(records::UserId user) const;

private:
    [[nodiscard]] base::Result<records::PlanVersion> thatWaits(records::PlanVersionId id) const;
    [[nodiscard]] base::Result<records::PlanVersion> anothers(const access::Grant& grant,
                                                              records::PlanVersionId id,
                                                              std::string_view words) const;
    [[nodiscard]] base::Result<void> settle(const access::Grant& grant,
                                            records::PlanVersionId id,
                                            records::PlanVersionState state,
                                            std::string_view words,
                                            std::int64_t adoption);

    Vault* m_vault;
};

}  // namespace store
