// SPDX-License-Identifier: GPL-3.0-or-later
// What a plan said of every family, and the flags it raised. Only outcomes, dates and counts are in
// clear; findings with their explanations and evidence are sealed under the vault's findings key. A
// family has its latest assessment; every flag ever raised stays, with the plan's fingerprint and
// the day it speaks of, so that it can be computed again as it stood.
#pragma once

#include "access/grant.h"
#include "records/finding.h"
#include "store/vault.h"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace store {

struct AssessmentRun {
    std::int64_t id = 0;
    std::string planFingerprint;
    base::Date asAt;
    records::UserId startedBy;
    std::string startedAt;
    std::int64_t families = 0;
    std::int64_t flagged = 0;
};

struct Flag {
    records::FlagId id;
    records::FamilyId family;
    std::int64_t run = 0;
    std::string planFingerprint;
    base::Date asAt;
    std::string raisedAt;
    int criteriaMet = 0;
};

using AssessmentVisitor = std::function<base::Result<void>(records::Assessment&&)>;

class AssessmentTable {
public:
    explicit AssessmentTable(Vault& vault) : m_vault(&vault) {}

    // All three inside one transaction: begin a run, put every family, finish. Finishing removes
    // what earlier runs said of families and rewrites the work list. The plan must be kept
    // (PlanTable). A flagged family gets a Flag unless its newest one is of the same plan and day.
    [[nodiscard]] base::Result<std::int64_t> begin(std::string_view planFingerprint,
                                                   base::Date asAt);
    [[nodiscard]] base::Result<void> put(std::int64_t run, const records::Assessment& assessment);
    [[nodiscard]] base::Result<AssessmentRun> finish(std::int64_t run);

    // nullopt when never assessed. Grant: openEvidence gives all that the role may read
    // (access::mayReadEvidence); openFamily the same without the evidence's values; of a criterion
    // whose evidence the role may not read there is the outcome alone, under either. assess on the
    // vault gives everything.
    [[nodiscard]] base::Result<std::optional<records::Assessment>> latest(
        const access::Grant& grant, records::FamilyId family) const;
    // Every family's; grant: assess on the vault, or prepareSubmission or releaseSubmission
    // (outcomes alone).
    [[nodiscard]] base::Result<void> forEach(const access::Grant& grant,
                                             const AssessmentVisitor& visit) const;
    // The day each family was first assessed. Grant: prepareSubmission or releaseSubmission.
    [[nodiscard]] base::Result<std::map<records::FamilyId, base::Date>> firstScreened(
        const access::Grant& grant) const;
    [[nodiscard]] base::Result<std::optional<AssessmentRun>> lastRun() const;
    [[nodiscard]] base::Result<std::vector<AssessmentRun>> runs() const;  // newest first
    // Newest first. Grant: openFamily on the family, or listFamilies.
    [[nodiscard]] base::Result<std::vector<Flag>> flags(const access::Grant& grant,
                                                        records::FamilyId family) const;

private:
    Vault* m_vault;
};

}  // namespace store
