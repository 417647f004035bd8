// SPDX-License-Identifier: GPL-3.0-or-later
// Consent to the service, objection to the study and lawful basis, person by person; records are
// added, never changed.
#pragma once

#include "access/grant.h"
#include "records/consent.h"
#include "records/overview.h"
#include "store/vault.h"

#include <map>
#include <vector>

namespace store {

class ConsentTable {
public:
    explicit ConsentTable(Vault& vault) : m_vault(&vault) {}

    // Grant: recordConsent on the person or on a family of theirs. Fills in number, instant and
    // who.
    [[nodiscard]] base::Result<std::int64_t> append(const access::Grant& grant,
                                                    const records::ConsentRecord& record);
    // Oldest first. Grant: recordConsent or openFamily on the person or on a family of theirs, or
    // readRegister.
    [[nodiscard]] base::Result<std::vector<records::ConsentRecord>> ofPerson(
        const access::Grant& grant, records::PersonId person) const;
    // Everyone's. Grant: prepareSubmission, releaseSubmission, or recordConsent on the vault.
    [[nodiscard]] base::Result<std::map<records::PersonId, std::vector<records::ConsentRecord>>>
    all(const access::Grant& grant) const;

    // Of members of families that are agreed and not closed, on a day. Grant: readOverview.
    [[nodiscard]] base::Result<records::ConsentCounts> counts(const access::Grant& grant,
                                                              base::Date day) const;

private:
    using Everyones = std::map<records::PersonId, std::vector<records::ConsentRecord>>;

    [[nodiscard]] base::Result<Everyones> everyones() const;

    Vault* m_vault;
};

}  // namespace store
