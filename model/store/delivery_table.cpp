// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/delivery_table.h"

#include "store/packed.h"
#include "store/query.h"

namespace store {

namespace {

using records::CoverageSpan;
using records::Delivery;
using records::RowIssue;

constexpr std::string_view columns =
    "SELECT id, agreement_id, agency, file_name, sha256, mapping, received_at, received_by, "
    "rows_in, "
    "rows_accepted, rows_rejected, warnings FROM deliveries ";

records::Agency agencyAt(const Statement& row, int column) {
    return records::agencyFromCode(row.view(column)).value_or(records::Agency::schools);
}

Delivery read(Statement& row) {
    Delivery delivery;
    delivery.id = row.id<records::DeliveryId>(0);
    delivery.agreement = row.id<records::AgreementId>(1);
    delivery.agency = agencyAt(row, 2);
    delivery.fileName = row.text(3);
    delivery.sha256 = row.text(4);
    delivery.mapping = row.text(5);
    delivery.receivedAt = row.text(6);
    delivery.receivedBy = row.id<records::UserId>(7);
    delivery.rowsIn = row.integer(8);
    delivery.rowsAccepted = row.integer(9);
    delivery.rowsRejected = row.integer(10);
    delivery.warnings = row.integer(11);
    return delivery;
}

constexpr std::string_view issueColumns =
    "SELECT delivery_id, row_number, column_name, severity, code, detail, table_name "
    "FROM row_issues ";

RowIssue readIssue(Statement& row) {
    RowIssue issue;
    issue.delivery = row.id<records::DeliveryId>(0);
    issue.row = row.integer(1);
    issue.column = row.text(2);
    issue.severity =
        row.integer(3) == 0 ? records::IssueSeverity::rejected : records::IssueSeverity::warning;
    issue.code = row.text(4);
    issue.detail = row.text(5);
    issue.table = row.text(6);
    return issue;
}

CoverageSpan readSpan(Statement& row) {
    CoverageSpan span;
    span.delivery = row.id<records::DeliveryId>(0);
    span.agency = agencyAt(row, 1);
    span.recordType = row.text(2);
    span.from = row.date(3).value_or(base::Date());
    span.to = row.date(4).value_or(base::Date());
    span.terms = unpackTexts(row.view(5));
    return span;
}

}  // namespace

base::Result<std::optional<Delivery>> DeliveryTable::findBySha256(std::string_view sha256) const {
    return firstRow(*m_database,
                    std::string(columns) +
                        "WHERE sha256 = ? AND id NOT IN (SELECT delivery_id FROM "
                        "delivery_standing WHERE withdrawn_at <> '')",
                    read,
                    sha256);
}

base::Result<records::DeliveryId> DeliveryTable::insert(const Delivery& delivery) {
    auto transaction = Transaction::begin(*m_database);
    if (!transaction)
        return base::fail(transaction.error());
    const auto before = findBySha256(delivery.sha256);
    if (!before)
        return base::fail(before.error());
    if (*before)
        return base::fail(base::Code::exists,
                          delivery.fileName,
                          "was received already, as delivery " +
                              std::to_string((*before)->id.value) + " at " + (*before)->receivedAt);
    const auto id = m_database->nextIds("delivery", 1);
    if (!id)
        return base::fail(id.error());
    const auto done =
        run(*m_database,
            "INSERT INTO deliveries (id, agreement_id, agency, file_name, sha256, mapping, "
            "received_at, received_by, rows_in, rows_accepted, rows_rejected, warnings) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            *id,
            delivery.agreement,
            records::agencyCode(delivery.agency),
            delivery.fileName,
            delivery.sha256,
            delivery.mapping,
            delivery.receivedAt,
            delivery.receivedBy,
            delivery.rowsIn,
            delivery.rowsAccepted,
            delivery.rowsRejected,
            delivery.warnings);
    if (!done)
        return base::fail(done.error());
    if (auto committed = transaction->commit(); !committed)
        return base::fail(committed.error());
    return records::DeliveryId{*id};
}

base::Result<void> DeliveryTable::updateCounts(const Delivery& delivery) {
    return run(*m_database,
               "UPDATE deliveries SET mapping = ?, rows_in = ?, rows_accepted = ?, "
               "rows_rejected = ?, warnings = ? WHERE id = ?",
               delivery.mapping,
               delivery.rowsIn,
               delivery.rowsAccepted,
               delivery.rowsRejected,
               delivery.warnings,
               delivery.id);
}

base::Result<std::vector<Delivery>> DeliveryTable::list() const {
    return allRows(*m_database, std::string(columns) + "ORDER BY id DESC", read);
}

base::Result<std::optional<Delivery>> DeliveryTable::find(records::DeliveryId id) const {
    return firstRow(*m_database, std::string(columns) + "WHERE id = ?", read, id);
}

base::Result<void> DeliveryTable::appendIssues(records::DeliveryId delivery,
                                               const std::vector<RowIssue>& issues) {
    auto transaction = Transaction::begin(*m_database);
    if (!transaction)
        return base::fail(transaction.error());
    const auto before =
        oneNumber(*m_database, "SELECT max(place) FROM row_issues WHERE delivery_id = ?", delivery);
    if (!before)
        return base::fail(before.error());
    std::int64_t place = *before;
    for (const RowIssue& issue : issues)
        if (auto done = run(*m_database,
                            "INSERT INTO row_issues (delivery_id, place, row_number, column_name, "
                            "severity, code, detail, table_name) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                            delivery,
                            ++place,
                            issue.row,
                            issue.column,
                            issue.severity == records::IssueSeverity::rejected ? 0 : 1,
                            issue.code,
                            issue.detail,
                            issue.table);
            !done)
            return done;
    return transaction->commit();
}

// Places are 1, 2, 3 ... without a gap: the next one is found, not counted off.
base::Result<std::vector<RowIssue>> DeliveryTable::issues(records::DeliveryId delivery,
                                                          std::int64_t offset,
                                                          std::int64_t limit) const {
    return allRows(
        *m_database,
        std::string(issueColumns) + "WHERE delivery_id = ? AND place > ? ORDER BY place LIMIT ?",
        readIssue,
        delivery,
        offset,
        limit);
}

base::Result<std::vector<RowIssue>> DeliveryTable::fileIssues(records::DeliveryId delivery) const {
    return allRows(
        *m_database,
        std::string(issueColumns) + "WHERE delivery_id = ? AND row_number = 0 ORDER BY place",
        readIssue,
        delivery);
}

base::Result<std::int64_t> DeliveryTable::issueCount(records::DeliveryId delivery) const {
    return oneNumber(
        *m_database, "SELECT max(place) FROM row_issues WHERE delivery_id = ?", delivery);
}

base::Result<void> DeliveryTable::insertCoverage(const std::vector<CoverageSpan>& spans) {
    auto transaction = Transaction::begin(*m_database);
    if (!transaction)
        return base::fail(transaction.error());
    for (const CoverageSpan& span : spans) {
        const auto before = oneNumber(
            *m_database, "SELECT max(place) FROM coverage WHERE delivery_id = ?", span.delivery);
        if (!before)
            return base::fail(before.error());
        if (auto done = run(*m_database,
                            "INSERT INTO coverage (delivery_id, place, agency, record_type, "
                            "from_day, to_day, terms) VALUES (?, ?, ?, ?, ?, ?, ?)",
                            span.delivery,
                            *before + 1,
                            records::agencyCode(span.agency),
                            span.recordType,
                            span.from,
                            span.to,
                            Blob{packTexts(span.terms)});
            !done)
            return done;
    }
    return transaction->commit();
}

base::Result<std::vector<CoverageSpan>> DeliveryTable::coverage() const {
    return allRows(*m_database,
                   "SELECT delivery_id, agency, record_type, from_day, to_day, terms FROM coverage "
                   "WHERE delivery_id NOT IN (SELECT delivery_id FROM delivery_standing "
                   "WHERE withdrawn_at <> '') ORDER BY delivery_id, place",
                   readSpan);
}

}  // namespace store
