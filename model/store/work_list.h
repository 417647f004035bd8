// SPDX-License-Identifier: GPL-3.0-or-later
// The list of families as screens and the command line show it: one indexed row a family, read in
// windows, no names.
#pragma once

#include "access/grant.h"
#include "records/family_row.h"
#include "store/vault.h"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace store {

enum class FamilyOrder { reference, newestEvidence, waitingLongest, criteriaMet, state };

// Everything asked for must hold.
struct FamilyFilter {
    std::vector<records::CaseState> states;  // any of them; empty: all
    records::UserId owner;                   // taken by or allocated to
    bool unowned = false;
    bool flaggedOnly = false;
    int atLeastCriteria = 0;
    std::string text;  // part of the reference: "FF-20", "203"
    FamilyOrder order = FamilyOrder::reference;
    bool descending = false;
};

// Counts over the whole list, for the overview.
struct FamilyCounts {
    std::int64_t families = 0;
    std::int64_t flagged = 0;
    std::array<std::int64_t, 7> byCriteriaMet{};  // 0 to 6, of assessed families
    std::array<std::int64_t, 6> met{};
    std::vector<std::pair<records::CaseState, std::int64_t>> byState;
};

class WorkList {
public:
    explicit WorkList(Vault& vault) : m_vault(&vault) {}

    // Grant: listFamilies, of what follows up to count().
    // Which families there are, in their order: read once, a list of them stays as it is while it
    // is paged through.
    [[nodiscard]] base::Result<std::vector<records::FamilyId>> inOrder(
        const access::Grant& grant, const FamilyFilter& filter) const;
    // The rows of these as they are now, in the same order; nothing for one that is gone.
    [[nodiscard]] base::Result<std::vector<std::optional<records::FamilyRow>>> rowsOf(
        const access::Grant& grant, std::span<const records::FamilyId> families) const;
    [[nodiscard]] base::Result<std::vector<records::FamilyRow>> rows(const access::Grant& grant,
                                                                     const FamilyFilter& filter,
                                                                     std::int64_t offset,
                                                                     std::int64_t limit) const;
    [[nodiscard]] base::Result<std::int64_t> count(const access::Grant& grant,
                                                   const FamilyFilter& filter) const;
    // Grant: readOverview.
    [[nodiscard]] base::Result<FamilyCounts> counts(const access::Grant& grant) const;
    [[nodiscard]] base::Result<std::optional<records::FamilyRow>> find(const access::Grant& grant,
                                                                       records::FamilyId id) const;

private:
    Vault* m_vault;
};

}  // namespace store
