// SPDX-License-Identifier: GPL-3.0-or-later
// Families, their memberships, and doubtful ties. Numbers only: names come from source records.
#pragma once

#include "access/grant.h"
#include "records/family.h"
#include "store/vault.h"

#include <optional>
#include <vector>

namespace store {

class FamilyTable {
public:
    explicit FamilyTable(Vault& vault) : m_vault(&vault) {}

    // Fresh numbers for families; the first of `count` in a row.
    [[nodiscard]] base::Result<records::FamilyId> nextFamilyIds(std::int64_t count);
    // The whole result of a build in place of the one before; a family without a number gets a
    // fresh one. Ties of the same home and people keep their number and decision; decided ties stay
    // even when the build no longer names them. Work list rows follow.
    [[nodiscard]] base::Result<void> replaceAll(const std::vector<records::Family>& families,
                                                const std::vector<records::DoubtfulTie>& ties);
    // The same of the people named (sorted), to whom whole families and ties belong, before and
    // now; everybody else's stay.
    [[nodiscard]] base::Result<void> replaceSome(const std::vector<records::PersonId>& people,
                                                 const std::vector<records::Family>& families,
                                                 const std::vector<records::DoubtfulTie>& ties);

    // Grant: linkRecords, assess, prepareSubmission or recordConsent on the vault, or
    // releaseSubmission.
    [[nodiscard]] base::Result<std::vector<records::Family>> all(const access::Grant& grant) const;
    // Grant: openFamily, openEvidence, recordConsent or nominate on it. Fails with notFound.
    [[nodiscard]] base::Result<records::Family> find(const access::Grant& grant,
                                                     records::FamilyId id) const;
    // Numbers only, newest build. Grant: any on the person.
    [[nodiscard]] base::Result<std::vector<records::FamilyId>> ofPerson(
        const access::Grant& grant, records::PersonId person) const;
    [[nodiscard]] base::Result<std::int64_t> count() const;
    [[nodiscard]] base::Result<std::int64_t> memberCount() const;
    [[nodiscard]] base::Result<std::int64_t> waitingTieCount() const;

    // Grant: reviewLinks or linkRecords on the vault.
    [[nodiscard]] base::Result<std::vector<records::DoubtfulTie>> ties(const access::Grant& grant,
                                                                       bool decided) const;
    // Grant: reviewLinks on the tie. Nothing takes a decision back.
    // Fails with notFound for one that is decided or there no more. Grant: reviewLinks on it.
    [[nodiscard]] base::Result<records::DoubtfulTie> waitingTie(const access::Grant& grant,
                                                                records::DoubtId id) const;
    [[nodiscard]] base::Result<void> decideTie(const access::Grant& grant,
                                               records::DoubtId tie,
                                               std::optional<bool> isFamily);

private:
    [[nodiscard]] base::Result<void> insertFamilies(const std::vector<records::Family>& families,
                                                    std::vector<records::FamilyId>& inserted);
    // In place of the waiting ones of `people`, or of everybody.
    [[nodiscard]] base::Result<void> replaceTies(const std::vector<records::PersonId>* people,
                                                 const std::vector<records::DoubtfulTie>& ties);

    Vault* m_vault;
};

}  // namespace store
