// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/source_record_table.h"

#include "access/policy.h"
#include "base/crypto.h"
#include "records/catalogue.h"
#include "records/payload.h"
#include "store/query.h"
#include "store/scope.h"
#include "store/supersession_table.h"

#include <algorithm>

namespace store {

namespace {

using access::Action;
using access::Grant;
using records::SourceRecord;

constexpr std::int64_t idBlock = 4096;

constexpr std::string_view insertion =
    "INSERT INTO source_records (id, delivery_id, row_number, agency, record_type, forename, "
    "middle_names, surname, former_surname, preferred_name, birth_date, death_date, sex, address, "
    "postcode, uprn, phone, email, nino, upn, nhs_number, pnc_id, local_id, local_id_series, "
    "address_protected, payload) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
    "?, "
    "?, ?, ?, ?, ?, ?)";

constexpr std::string_view identityColumns =
    "SELECT id, delivery_id, row_number, agency, record_type, forename, middle_names, surname, "
    "former_surname, preferred_name, birth_date, death_date, sex, address, postcode, uprn, phone, "
    "email, nino, upn, nhs_number, pnc_id, local_id, local_id_series, address_protected";
constexpr int payloadColumn = 25;

std::string selection(Payloads payloads, std::string_view rest) {
    std::string sql(identityColumns);
    if (payloads == Payloads::opened)
        sql += ", payload";
    return sql.append(" FROM source_records ").append(rest);
}

// What a sealed payload is bound to: it opens nowhere else.
std::string context(const SourceRecord& record) {
    return std::string(record.type->name) + "|" + std::to_string(record.id.value) + "|" +
           std::to_string(record.delivery.value);
}

records::Identity readIdentity(Statement& row) {
    records::Identity who;
    who.forename = row.text(5);
    who.middleNames = row.text(6);
    who.surname = row.text(7);
    who.formerSurname = row.text(8);
    who.preferredName = row.text(9);
    who.birthDate = records::parsePartial(row.view(10)).value_or(records::PartialDate());
    who.deathDate = row.date(11);
    who.sex = static_cast<records::Sex>(row.integer(12));
    who.address = row.text(13);
    who.postcode = row.text(14);
    who.uprn = row.text(15);
    who.phone = row.text(16);
    who.email = row.text(17);
    who.nino = row.text(18);
    who.upn = row.text(19);
    who.nhsNumber = row.text(20);
    who.pncId = row.text(21);
    who.localId = row.text(22);
    who.localIdSeries = row.text(23);
    who.addressProtected = row.integer(24) != 0;
    return who;
}

base::Result<SourceRecord> read(Statement& row, const std::string& place) {
    SourceRecord record;
    record.id = row.id<records::RecordId>(0);
    record.delivery = row.id<records::DeliveryId>(1);
    record.row = row.integer(2);
    const std::int64_t agency = row.integer(3);
    record.type = records::recordType(row.view(4));
    if (record.type == nullptr)
        return base::fail(base::Code::unsupported,
                          place,
                          "has a record type that this version of the program does not know");
    if (agency < 0 || agency >= static_cast<std::int64_t>(records::allAgencies.size()))
        return base::fail(base::Code::damaged, place, "has a record of no known agency");
    record.agency = static_cast<records::Agency>(agency);
    record.identity = readIdentity(row);
    return record;
}

base::Result<void> openPayload(SourceRecord& record,
                               std::string_view sealed,
                               const VaultKeys& keys) {
    const auto plain = base::open(keys.of(record.agency), sealed, context(record));
    if (!plain)
        return base::fail(base::Code::damaged,
                          "record " + std::to_string(record.id.value),
                          "its sealed fields do not open; they were changed outside the program");
    auto payload = records::decodePayload(*record.type, *plain);
    if (!payload)
        return base::fail(payload.error());
    record.payload = std::move(*payload);
    return {};
}

constexpr int healthCriterion = 6;

// Whoever sent it: a youth offending team reports health needs too, and any professional may
// nominate under the health criterion.
bool isOfHealth(const SourceRecord& record) {
    if (record.agency == records::Agency::health || record.type->name == "health_need")
        return true;
    const auto field = record.type->indexOf("criterion");
    if (record.type->name != "nomination" || !field || *field >= record.payload.size())
        return false;
    const auto* criterion = std::get_if<std::int64_t>(&record.payload[*field]);
    return criterion == nullptr || *criterion == healthCriterion;
}

// A role may be allowed to know that criterion 6 is met, yet not to read the health rows behind it.
bool mayKeepPayload(const Grant& grant, const SourceRecord& record) {
    if (grant.action() != Action::openEvidence)
        return true;  // of the whole vault, for a job that shows no row to anyone
    return access::mayReadEvidence(grant.user().role, healthCriterion) || !isOfHealth(record);
}

base::Result<SourceRecord> readWhole(Statement& row,
                                     const Vault& vault,
                                     const Grant& grant,
                                     Payloads payloads) {
    auto record = read(row, vault.database().name());
    if (!record || payloads == Payloads::closed)
        return record;
    if (auto opened = openPayload(*record, row.view(payloadColumn), vault.keys()); !opened)
        return base::fail(opened.error());
    if (!mayKeepPayload(grant, *record))
        record->payload.clear();
    return record;
}

base::Result<void> mayReadSome(const Grant& grant, Payloads payloads) {
    if (payloads == Payloads::opened)
        return isFor(grant, {Action::openEvidence, Action::linkRecords, Action::assess});
    return isFor(grant,
                 {Action::openEvidence,
                  Action::openFamily,
                  Action::nominate,
                  Action::recordConsent,
                  Action::reviewLinks,
                  Action::linkRecords,
                  Action::assess,
                  Action::prepareSubmission,
                  Action::releaseSubmission});
}

}  // namespace

base::Result<records::RecordId> SourceRecordTable::append(const SourceRecord& record) {
    Database& database = m_vault->database();
    if (m_idsLeft == 0) {
        const std::int64_t block = database.inTransaction() ? idBlock : 1;
        const auto first = database.nextIds("record", block);
        if (!first)
            return base::fail(first.error());
        m_nextId = *first;
        m_idsLeft = block;
    }
    SourceRecord numbered{
        {m_nextId}, record.delivery, record.row, record.agency, record.type, {}, {}};
    const records::Identity& who = record.identity;
    const std::string sealed = base::seal(m_vault->keys().of(record.agency),
                                          records::encodePayload(*record.type, record.payload),
                                          context(numbered));
    const auto done = run(database,
                          insertion,
                          numbered.id,
                          record.delivery,
                          record.row,
                          static_cast<int>(record.agency),
                          record.type->name,
                          who.forename,
                          who.middleNames,
                          who.surname,
                          who.formerSurname,
                          who.preferredName,
                          records::isoPartial(who.birthDate),
                          who.deathDate,
                          static_cast<int>(who.sex),
                          who.address,
                          who.postcode,
                          who.uprn,
                          who.phone,
                          who.email,
                          who.nino,
                          who.upn,
                          who.nhsNumber,
                          who.pncId,
                          who.localId,
                          who.localIdSeries,
                          who.addressProtected,
                          Blob{sealed});
    if (!done)
        return base::fail(done.error());
    ++m_nextId;
    --m_idsLeft;
    return numbered.id;
}

base::Result<void> SourceRecordTable::forEach(const Grant& grant,
                                              Payloads payloads,
                                              const RecordVisitor& visit) const {
    const auto may = payloads == Payloads::opened
                         ? isForAll(grant, {Action::linkRecords, Action::assess})
                         : isForAll(grant,
                                    {Action::linkRecords,
                                     Action::assess,
                                     Action::prepareSubmission,
                                     Action::releaseSubmission});
    if (!may)
        return may;
    return eachRow(m_vault->database(),
                   selection(payloads, "WHERE " + std::string(recordInForce) + " ORDER BY id"),
                   [&](Statement& row) -> base::Result<void> {
                       auto record = readWhole(row, *m_vault, grant, payloads);
                       return record ? visit(std::move(*record)) : base::fail(record.error());
                   });
}

base::Result<SourceRecord> SourceRecordTable::find(const Grant& grant, records::RecordId id) const {
    const Payloads payloads =
        grant.action() == Action::openEvidence ? Payloads::opened : Payloads::closed;
    if (auto may = mayReadSome(grant, payloads); !may)
        return base::fail(may.error());
    if (auto may = reaches(m_vault->database(), grant, id); !may)
        return base::fail(may.error());
    const auto found = firstRow(
        m_vault->database(),
        selection(payloads, "WHERE id = ?"),
        [&](Statement& row) { return readWhole(row, *m_vault, grant, payloads); },
        id);
    if (!found)
        return base::fail(found.error());
    if (!*found)
        return base::fail(
            base::Code::notFound, "record " + std::to_string(id.value), "there is no such record");
    return **found;
}

base::Result<std::vector<records::RecordId>> SourceRecordTable::ofRow(const Grant& grant,
                                                                      records::DeliveryId delivery,
                                                                      std::int64_t row) const {
    if (auto may = isForAll(grant, {Action::reviewLinks}); !may)
        return base::fail(may.error());
    return allRows(
        m_vault->database(),
        "SELECT id FROM source_records WHERE delivery_id = ? AND row_number = ? ORDER BY id",
        [](Statement& found) { return found.id<records::RecordId>(0); },
        delivery,
        row);
}

base::Result<std::vector<SourceRecord>> SourceRecordTable::ofPeople(
    const Grant& grant,
    const std::vector<records::PersonId>& people,
    Payloads payloads,
    Versions versions) const {
    if (auto may = mayReadSome(grant, payloads); !may)
        return base::fail(may.error());
    std::string which = "WHERE id IN (SELECT record_id FROM links WHERE person_id = ?) ";
    if (versions == Versions::inForce)
        which += "AND " + std::string(recordInForce);
    const std::string sql = selection(payloads, which + " ORDER BY id");
    std::vector<SourceRecord> records;
    for (const records::PersonId person : people) {
        if (auto may = reaches(m_vault->database(), grant, person); !may)
            return base::fail(may.error());
        const auto done = eachRow(
            m_vault->database(),
            sql,
            [&](Statement& row) -> base::Result<void> {
                auto record = readWhole(row, *m_vault, grant, payloads);
                if (!record)
                    return base::fail(record.error());
                records.push_back(std::move(*record));
                return {};
            },
            person);
        if (!done)
            return base::fail(done.error());
    }
    if (versions == Versions::all)
        if (auto done = addEarlier(grant, payloads, records); !done)
            return base::fail(done.error());
    std::ranges::sort(records, {}, &SourceRecord::id);
    records.erase(std::unique(records.begin(),
                              records.end(),
                              [](const SourceRecord& left, const SourceRecord& right) {
                                  return left.id == right.id;
                              }),
                  records.end());
    return records;
}

// The partners' rows as they were sent before, of records that the grant reaches.
base::Result<void> SourceRecordTable::addEarlier(const Grant& grant,
                                                 Payloads payloads,
                                                 std::vector<SourceRecord>& records) const {
    const std::string sql = selection(payloads, "WHERE id = ?");
    const std::size_t now = records.size();
    for (std::size_t i = 0; i < now; ++i) {
        const auto earlier = SupersessionTable(*m_vault).historyOf(records[i].id);
        if (!earlier)
            return base::fail(earlier.error());
        for (const records::Supersession& each : *earlier) {
            const auto done = eachRow(
                m_vault->database(),
                sql,
                [&](Statement& row) -> base::Result<void> {
                    auto record = readWhole(row, *m_vault, grant, payloads);
                    if (!record)
                        return base::fail(record.error());
                    records.push_back(std::move(*record));
                    return {};
                },
                each.record);
            if (!done)
                return done;
        }
    }
    return {};
}

base::Result<std::vector<SourceRecord>> SourceRecordTable::ofRecords(
    const Grant& grant, const std::vector<records::RecordId>& records, Payloads payloads) const {
    if (auto may = isForAll(grant, {Action::linkRecords}); !may)
        return base::fail(may.error());
    auto statement = m_vault->database().prepare(
        selection(payloads, "WHERE id = ? AND " + std::string(recordInForce)));
    if (!statement)
        return base::fail(statement.error());
    std::vector<SourceRecord> found;
    for (const records::RecordId id : records) {
        const auto row = (*statement << id).next();
        if (!row)
            return base::fail(row.error());
        if (*row) {
            auto record = readWhole(*statement, *m_vault, grant, payloads);
            if (!record)
                return base::fail(record.error());
            found.push_back(std::move(*record));
        }
        statement->reset();
    }
    return found;
}

base::Result<std::int64_t> SourceRecordTable::count() const {
    return oneNumber(m_vault->database(), "SELECT count(*) FROM source_records");
}

}  // namespace store
