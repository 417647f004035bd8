// SPDX-License-Identifier: GPL-3.0-or-later
// Who the source records say they are about, as linkage reads it: no payload, no copies, only
// records in force. The views live until the visitor returns. A million rows take about a second.
#pragma once

#include "access/grant.h"
#include "records/agency.h"
#include "records/identity.h"
#include "records/ids.h"
#include "store/vault.h"

#include <array>
#include <cstddef>
#include <functional>
#include <string_view>
#include <vector>

namespace store {

enum class IdentityColumn {
    forename,
    middleNames,
    surname,
    formerSurname,
    birthDate,  // "2012-05-04", "2012-05", "2012"
    address,
    postcode,
    uprn,
    phone,
    email,
    nino,
    upn,
    nhsNumber,
    pncId,
    localId,
    localIdSeries,
};

constexpr std::size_t identityColumnCount = 16;

struct IdentityRow {
    records::RecordId record;
    records::Agency agency = records::Agency::schools;
    records::Sex sex = records::Sex::unknown;
    std::array<std::string_view, identityColumnCount> texts;  // by IdentityColumn; "" not sent

    [[nodiscard]] std::string_view text(IdentityColumn column) const {
        return texts[static_cast<std::size_t>(column)];
    }
};

// Returning a failure stops the walk and becomes its result.
using IdentityVisitor = std::function<base::Result<void>(const IdentityRow&)>;

class IdentityTable {
public:
    explicit IdentityTable(Vault& vault) : m_vault(&vault) {}

    // All records with a greater number than `after`, in order of number. Grant: linkRecords on the
    // vault.
    [[nodiscard]] base::Result<void> forEach(const access::Grant& grant,
                                             records::RecordId after,
                                             const IdentityVisitor& visit) const;
    // Those of the records named, which must be sorted, that are in force.
    [[nodiscard]] base::Result<void> ofRecords(const access::Grant& grant,
                                               const std::vector<records::RecordId>& records,
                                               const IdentityVisitor& visit) const;
    // One record, superseded or not, that the grant (linkRecords or reviewLinks) reaches. Fails
    // with notFound.
    [[nodiscard]] base::Result<void> find(const access::Grant& grant,
                                          records::RecordId record,
                                          const IdentityVisitor& visit) const;

    // The greatest number of all records there are, in force or not; empty when there are none.
    [[nodiscard]] base::Result<records::RecordId> newest() const;
    // Records with a greater number than `after`, in force or not.
    [[nodiscard]] base::Result<std::int64_t> countAfter(records::RecordId after) const;
    // The records that are not in force, sorted.
    [[nodiscard]] base::Result<std::vector<records::RecordId>> superseded() const;

private:
    Vault* m_vault;
};

}  // namespace store
