// SPDX-License-Identifier: GPL-3.0-or-later
// Source records: one row each, whatever the type. The identity columns are columns; the payload is
// sealed under its agency's key, bound to type, record and delivery, and opened only in memory.
//
// Who reads what: the whole vault with a grant on it for linkRecords, assess or prepareSubmission
// (the last: identity only); one family's, person's or record's rows with openFamily (identity
// only), openEvidence or nominate; a doubtful pair's two people with reviewLinks. A role that may
// not read the health criterion's evidence gets health rows without their payload. A record read
// without its payload has an empty Payload.
#pragma once

#include "access/grant.h"
#include "records/source_record.h"
#include "store/vault.h"

#include <functional>
#include <optional>
#include <vector>

namespace store {

enum class Payloads { closed, opened };

// Whether rows count that a later delivery corrected or withdrew.
enum class Versions { inForce, all };

// Returning a failure stops the walk and becomes its result.
using RecordVisitor = std::function<base::Result<void>(records::SourceRecord&&)>;

class SourceRecordTable {
public:
    explicit SourceRecordTable(Vault& vault) : m_vault(&vault) {}

    // Gives it its number; `id` of the record is ignored. Call inside one transaction for many,
    // with one table object: numbers are taken in blocks.
    [[nodiscard]] base::Result<records::RecordId> append(const records::SourceRecord& record);

    // Every record in force, in order of number.
    [[nodiscard]] base::Result<void> forEach(const access::Grant& grant,
                                             Payloads payloads,
                                             const RecordVisitor& visit) const;
    // Fails with notFound.
    [[nodiscard]] base::Result<records::SourceRecord> find(const access::Grant& grant,
                                                           records::RecordId id) const;
    // What one row of a delivery became: numbers only. Grant: reviewLinks on the vault.
    [[nodiscard]] base::Result<std::vector<records::RecordId>> ofRow(const access::Grant& grant,
                                                                     records::DeliveryId delivery,
                                                                     std::int64_t row) const;
    // Of the people named, in order of number; with Versions::all also what their rows said before
    // a later delivery corrected them. Fails with refused if one is outside the grant.
    [[nodiscard]] base::Result<std::vector<records::SourceRecord>> ofPeople(
        const access::Grant& grant,
        const std::vector<records::PersonId>& people,
        Payloads payloads,
        Versions versions = Versions::inForce) const;
    // In force, of the records named, which must be sorted. Grant: linkRecords on the vault.
    [[nodiscard]] base::Result<std::vector<records::SourceRecord>> ofRecords(
        const access::Grant& grant,
        const std::vector<records::RecordId>& records,
        Payloads payloads) const;
    [[nodiscard]] base::Result<std::int64_t> count() const;  // superseded ones too

private:
    [[nodiscard]] base::Result<void> addEarlier(const access::Grant& grant,
                                                Payloads payloads,
                                                std::vector<records::SourceRecord>& records) const;

    Vault* m_vault;
    std::int64_t m_nextId = 0;
    std::int64_t m_idsLeft = 0;
};

}  // namespace store
