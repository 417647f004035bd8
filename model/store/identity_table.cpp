// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/identity_table.h"

#include "store/query.h"
#include "store/scope.h"
#include "store/supersession_table.h"

namespace store {

namespace {

using access::Action;
using access::Grant;
using records::RecordId;

constexpr std::string_view columns =
    "SELECT id, agency, sex, forename, middle_names, surname, former_surname, birth_date, address, "
    "postcode, uprn, phone, email, nino, upn, nhs_number, pnc_id, local_id, local_id_series "
    "FROM source_records WHERE ";
constexpr int firstText = 3;

base::Result<void> take(Statement& row, const std::string& place, const IdentityVisitor& visit) {
    IdentityRow who;
    who.record = row.id<RecordId>(0);
    const std::int64_t agency = row.integer(1);
    if (agency < 0 || agency >= static_cast<std::int64_t>(records::allAgencies.size()))
        return base::fail(base::Code::damaged, place, "has a record of no known agency");
    who.agency = static_cast<records::Agency>(agency);
    who.sex = static_cast<records::Sex>(row.integer(2));
    for (std::size_t i = 0; i < identityColumnCount; ++i)
        who.texts[i] = row.view(firstText + static_cast<int>(i));
    return visit(who);
}

std::string inForce(std::string_view condition) {
    return std::string(columns).append(condition).append(" AND ").append(recordInForce);
}

}  // namespace

base::Result<void> IdentityTable::forEach(const Grant& grant,
                                          RecordId after,
                                          const IdentityVisitor& visit) const {
    if (auto may = isForAll(grant, {Action::linkRecords}); !may)
        return may;
    Database& database = m_vault->database();
    return eachRow(
        database,
        inForce("id > ?") + " ORDER BY id",
        [&](Statement& row) { return take(row, database.name(), visit); },
        after);
}

base::Result<void> IdentityTable::ofRecords(const Grant& grant,
                                            const std::vector<RecordId>& records,
                                            const IdentityVisitor& visit) const {
    if (auto may = isForAll(grant, {Action::linkRecords}); !may)
        return may;
    Database& database = m_vault->database();
    auto statement = database.prepare(inForce("id = ?"));
    if (!statement)
        return base::fail(statement.error());
    for (const RecordId record : records) {
        *statement << record;
        const auto found = statement->next();
        if (!found)
            return base::fail(found.error());
        if (*found)
            if (auto taken = take(*statement, database.name(), visit); !taken)
                return taken;
        statement->reset();
    }
    return {};
}

base::Result<void> IdentityTable::find(const Grant& grant,
                                       RecordId record,
                                       const IdentityVisitor& visit) const {
    if (auto may = isFor(grant, {Action::linkRecords, Action::reviewLinks}); !may)
        return may;
    Database& database = m_vault->database();
    if (auto may = reaches(database, grant, record); !may)
        return may;
    bool found = false;
    const auto read = eachRow(
        database,
        std::string(columns) + "id = ?",
        [&](Statement& row) {
            found = true;
            return take(row, database.name(), visit);
        },
        record);
    if (!read)
        return read;
    return found ? base::Result<void>()
                 : base::fail(base::Code::notFound,
                              "record " + std::to_string(record.value),
                              "there is no such record");
}

base::Result<RecordId> IdentityTable::newest() const {
    return oneNumber(m_vault->database(), "SELECT max(id) FROM source_records")
        .map([](std::int64_t id) { return RecordId{id}; });
}

base::Result<std::int64_t> IdentityTable::countAfter(RecordId after) const {
    return oneNumber(
        m_vault->database(), "SELECT count(*) FROM source_records WHERE id > ?", after);
}

base::Result<std::vector<RecordId>> IdentityTable::superseded() const {
    return allRows(m_vault->database(),
                   "SELECT record_id FROM superseded ORDER BY record_id",
                   [](Statement& row) { return row.id<RecordId>(0); });
}

}  // namespace store
