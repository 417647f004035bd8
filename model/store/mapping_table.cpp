// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/mapping_table.h"

#include "base/date.h"
#include "store/query.h"

namespace store {

namespace {

using records::SavedMapping;

constexpr std::string_view columns =
    "SELECT id, agreement_id, name, version, toml, proposed_by, proposed_at, signed_off_by, "
    "signed_off_at, superseded_at, tried_rows, tried_accepted FROM mappings ";

SavedMapping read(Statement& row) {
    SavedMapping mapping;
    mapping.id = row.id<records::MappingId>(0);
    mapping.agreement = row.id<records::AgreementId>(1);
    mapping.name = row.text(2);
    mapping.version = row.text(3);
    mapping.toml = row.text(4);
    mapping.proposedBy = row.id<records::UserId>(5);
    mapping.proposedAt = row.text(6);
    mapping.signedOffBy = row.id<records::UserId>(7);
    mapping.signedOffAt = row.text(8);
    mapping.supersededAt = row.text(9);
    mapping.triedRows = row.integer(10);
    mapping.triedAccepted = row.integer(11);
    return mapping;
}

std::string placeOf(records::MappingId id) {
    return "mapping " + std::to_string(id.value);
}

}  // namespace

base::Result<records::MappingId> MappingTable::propose(const access::Grant& grant,
                                                       const SavedMapping& mapping) {
    if (auto covered = grant.covers(access::Action::proposeMapping); !covered)
        return base::fail(covered.error());
    Database& database = m_vault->database();
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return base::fail(transaction.error());
    const auto there = oneNumber(
        database,
        "SELECT count(*) FROM mappings WHERE agreement_id = ? AND name = ? AND version = ?",
        mapping.agreement,
        mapping.name,
        mapping.version);
    if (!there)
        return base::fail(there.error());
    if (*there > 0)
        return base::fail(base::Code::exists,
                          "mapping " + mapping.name,
                          "the agreement has a version " + mapping.version +
                              " of it already; give the new one another version");
    const std::string now = base::nowUtc();
    if (auto done = run(database,
                        "UPDATE mappings SET superseded_at = ? WHERE agreement_id = ? AND name = ? "
                        "AND signed_off_at = '' AND superseded_at = ''",
                        now,
                        mapping.agreement,
                        mapping.name);
        !done)
        return base::fail(done.error());
    const auto id = database.nextIds("mapping", 1);
    if (!id)
        return base::fail(id.error());
    const auto done =
        run(database,
            "INSERT INTO mappings (id, agreement_id, name, version, toml, proposed_by, "
            "proposed_at, signed_off_by, signed_off_at, superseded_at, tried_rows, "
            "tried_accepted) VALUES (?, ?, ?, ?, ?, ?, ?, 0, '', '', ?, ?)",
            *id,
            mapping.agreement,
            mapping.name,
            mapping.version,
            mapping.toml,
            grant.user().id,
            now,
            mapping.triedRows,
            mapping.triedAccepted);
    if (!done)
        return base::fail(done.error());
    if (auto committed = transaction->commit(); !committed)
        return base::fail(committed.error());
    return records::MappingId{*id};
}

base::Result<void> MappingTable::signOff(const access::Grant& grant, records::MappingId id) {
    if (auto covered = grant.covers(access::Action::signOffMapping, access::Subject::of(id));
        !covered)
        return covered;
    Database& database = m_vault->database();
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return base::fail(transaction.error());
    const auto mapping = find(id);
    if (!mapping)
        return base::fail(mapping.error());
    if (!*mapping)
        return base::fail(base::Code::notFound, placeOf(id), "there is no such mapping");
    if ((*mapping)->state() != records::MappingState::proposed)
        return base::fail(base::Code::refused,
                          placeOf(id),
                          "is " + std::string(mappingStateName((*mapping)->state())) +
                              "; only one that waits can be signed off");
    if ((*mapping)->proposedBy == grant.user().id)
        return base::fail(
            base::Code::refused, placeOf(id), "who proposed a mapping can't sign it off");
    const std::string now = base::nowUtc();
    auto done = run(database,
                    "UPDATE mappings SET superseded_at = ? WHERE agreement_id = ? AND name = ? "
                    "AND signed_off_at <> '' AND superseded_at = ''",
                    now,
                    (*mapping)->agreement,
                    (*mapping)->name);
    if (!done)
        return done;
    done = run(database,
               "UPDATE mappings SET signed_off_by = ?, signed_off_at = ? WHERE id = ?",
               grant.user().id,
               now,
               id);
    return done ? transaction->commit() : done;
}

base::Result<std::vector<SavedMapping>> MappingTable::list() const {
    return allRows(
        m_vault->database(), std::string(columns) + "ORDER BY agreement_id, name, id DESC", read);
}

base::Result<std::optional<SavedMapping>> MappingTable::find(records::MappingId id) const {
    return firstRow(m_vault->database(), std::string(columns) + "WHERE id = ?", read, id);
}

base::Result<std::int64_t> MappingTable::waiting(records::UserId user) const {
    return oneNumber(m_vault->database(),
                     "SELECT count(*) FROM mappings WHERE signed_off_at = '' AND "
                     "superseded_at = '' AND proposed_by <> ?",
                     user);
}

base::Result<std::vector<SavedMapping>> MappingTable::inUse(records::AgreementId agreement) const {
    return allRows(m_vault->database(),
                   std::string(columns) +
                       "WHERE agreement_id = ? AND signed_off_at <> '' AND superseded_at = '' "
                       "ORDER BY name",
                   read,
                   agreement);
}

}  // namespace store
