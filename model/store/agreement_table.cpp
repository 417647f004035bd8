// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/agreement_table.h"

#include "store/packed.h"
#include "store/query.h"

namespace store {

namespace {

using records::Agreement;

constexpr std::string_view columns =
    "SELECT id, reference, agency, purpose, gateway, basis, record_types, column_names, "
    "retention_months, retention_rule, starts, expires, contact FROM agreements ";

Agreement read(Statement& row) {
    Agreement agreement;
    agreement.id = row.id<records::AgreementId>(0);
    agreement.reference = row.text(1);
    agreement.agency = records::agencyFromCode(row.view(2)).value_or(records::Agency::schools);
    agreement.purpose = row.text(3);
    agreement.gateway = row.text(4);
    agreement.basis = row.text(5);
    agreement.recordTypes = unpackTexts(row.view(6));
    agreement.columns = unpackTexts(row.view(7));
    agreement.retentionMonths = static_cast<int>(row.integer(8));
    agreement.retentionRule = row.text(9);
    agreement.start = row.date(10).value_or(base::Date());
    agreement.expiry = row.date(11).value_or(base::Date());
    agreement.contact = row.text(12);
    return agreement;
}

}  // namespace

base::Result<records::AgreementId> AgreementTable::add(const Agreement& agreement) {
    auto transaction = Transaction::begin(*m_database);
    if (!transaction)
        return base::fail(transaction.error());
    const auto taken = find(agreement.reference);
    if (!taken)
        return base::fail(taken.error());
    if (*taken)
        return base::fail(base::Code::exists,
                          "agreement " + agreement.reference,
                          "there is an agreement of that reference already");
    const auto id = m_database->nextIds("agreement", 1);
    if (!id)
        return base::fail(id.error());
    const auto done =
        run(*m_database,
            "INSERT INTO agreements (id, reference, agency, purpose, gateway, basis, record_types, "
            "column_names, retention_months, retention_rule, starts, expires, contact) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            *id,
            agreement.reference,
            records::agencyCode(agreement.agency),
            agreement.purpose,
            agreement.gateway,
            agreement.basis,
            Blob{packTexts(agreement.recordTypes)},
            Blob{packTexts(agreement.columns)},
            agreement.retentionMonths,
            agreement.retentionRule,
            agreement.start,
            agreement.expiry,
            agreement.contact);
    if (!done)
        return base::fail(done.error());
    if (auto committed = transaction->commit(); !committed)
        return base::fail(committed.error());
    return records::AgreementId{*id};
}

base::Result<void> AgreementTable::update(const Agreement& agreement) {
    return run(
        *m_database,
        "UPDATE agreements SET purpose = ?, gateway = ?, basis = ?, record_types = ?, "
        "column_names = ?, retention_months = ?, retention_rule = ?, starts = ?, expires = ?, "
        "contact = ? WHERE id = ?",
        agreement.purpose,
        agreement.gateway,
        agreement.basis,
        Blob{packTexts(agreement.recordTypes)},
        Blob{packTexts(agreement.columns)},
        agreement.retentionMonths,
        agreement.retentionRule,
        agreement.start,
        agreement.expiry,
        agreement.contact,
        agreement.id);
}

base::Result<std::vector<Agreement>> AgreementTable::list() const {
    return allRows(*m_database, std::string(columns) + "ORDER BY reference", read);
}

base::Result<std::optional<Agreement>> AgreementTable::find(std::string_view reference) const {
    return firstRow(*m_database, std::string(columns) + "WHERE reference = ?", read, reference);
}

base::Result<std::optional<Agreement>> AgreementTable::find(records::AgreementId id) const {
    return firstRow(*m_database, std::string(columns) + "WHERE id = ?", read, id);
}

}  // namespace store
