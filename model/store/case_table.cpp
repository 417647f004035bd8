// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/case_table.h"

#include "records/family.h"
#include "store/family_rows.h"
#include "store/query.h"
#include "store/scope.h"

namespace store {

namespace {

using access::Action;
using records::CaseEvent;
using records::CaseState;
using records::CaseStep;

constexpr std::string_view standingColumns =
    "SELECT family_id, state, since, taken_by, allocated_to, support_from, support_to, "
    "intensity FROM case_standings ";

CaseStanding readStanding(Statement& row) {
    return {row.id<records::FamilyId>(0),
            static_cast<CaseState>(row.integer(1)),
            row.text(2),
            row.id<records::UserId>(3),
            row.id<records::UserId>(4),
            row.date(5),
            row.date(6),
            row.text(7)};
}

CaseEvent readEvent(Statement& row) {
    CaseEvent event;
    event.id = row.integer(0);
    event.family = row.id<records::FamilyId>(1);
    event.step = records::stepFromCode(row.view(2)).value_or(CaseStep::propose);
    event.at = row.text(3);
    event.by = row.id<records::UserId>(4);
    event.reason = row.text(5);
    event.words = row.text(6);
    event.date = row.date(7);
    event.to = row.id<records::UserId>(8);
    event.planFingerprint = row.text(9);
    event.asAt = row.date(10);
    event.intensity = row.text(11);
    return event;
}

// Where the family stands after the event.
void move(CaseStanding& standing, const CaseEvent& event, CaseState state) {
    if (event.step == CaseStep::nominate && standing.state == state)
        return;  // one more concern: who holds the family keeps it, and its wait goes on
    standing.state = state;
    standing.since = event.at;
    switch (event.step) {
        case CaseStep::propose:
        case CaseStep::nominate:
        case CaseStep::reopen:
            standing.takenBy = {};
            standing.allocatedTo = {};
            break;
        case CaseStep::triage:
            standing.takenBy = event.by;
            break;
        case CaseStep::allocate:
            standing.takenBy = {};
            standing.allocatedTo = event.to;
            break;
        case CaseStep::startSupport:
            standing.supportFrom = event.date;
            standing.supportTo.reset();
            standing.intensity = event.intensity;
            break;
        case CaseStep::endSupport:
            standing.supportTo = event.date;
            break;
        case CaseStep::sendBack:
        case CaseStep::agree:
        case CaseStep::notSuitable:
        case CaseStep::close:
            break;
    }
}

bool decides(CaseStep step) {
    return step == CaseStep::agree || step == CaseStep::sendBack || step == CaseStep::notSuitable;
}

base::Result<void> writeStanding(Database& database, const CaseStanding& standing) {
    if (auto done =
            run(database, "DELETE FROM case_standings WHERE family_id = ?", standing.family);
        !done)
        return done;
    if (auto done =
            run(database,
                "INSERT INTO case_standings (family_id, state, since, taken_by, allocated_to, "
                "support_from, support_to, intensity) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                standing.family,
                static_cast<int>(standing.state),
                standing.since,
                standing.takenBy,
                standing.allocatedTo,
                standing.supportFrom,
                standing.supportTo,
                standing.intensity);
        !done)
        return done;
    return rewriteFamilyRow(database, standing.family.value);
}

base::Result<void> insertEvent(Database& database, const CaseEvent& event) {
    return run(
        database,
        "INSERT INTO case_events (id, family_id, step, at, by_user, reason, words, day, "
        "to_user, fingerprint, as_at, intensity) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        event.id,
        event.family,
        records::stepCode(event.step),
        event.at,
        event.by,
        event.reason,
        event.words,
        event.date,
        event.to,
        event.planFingerprint,
        event.asAt,
        event.intensity);
}

}  // namespace

base::Result<std::int64_t> CaseTable::append(const CaseEvent& event) {
    Database& database = m_vault->database();
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return base::fail(transaction.error());
    auto now = standing(event.family);
    if (!now)
        return base::fail(now.error());
    const std::string place = records::familyReference(event.family);
    const auto state = records::after(now->state, event.step);
    if (!state)
        return base::fail(base::Code::refused,
                          place,
                          std::string(records::stepName(event.step)) + " can't follow " +
                              std::string(records::stateName(now->state)));
    if (decides(event.step)) {
        const auto own = m_vault->proposed(event.by, access::Subject::of(event.family));
        if (!own)
            return base::fail(own.error());
        if (*own)
            return base::fail(base::Code::refused,
                              place,
                              "the person who proposed or triaged it can't also decide it");
    }
    const auto id = database.nextIds("case_event", 1);
    if (!id)
        return base::fail(id.error());
    CaseEvent numbered = event;
    numbered.id = *id;
    if (numbered.at.empty())
        numbered.at = base::nowUtc();
    if (auto done = insertEvent(database, numbered); !done)
        return base::fail(done.error());
    move(*now, numbered, *state);
    if (auto done = writeStanding(database, *now); !done)
        return base::fail(done.error());
    if (auto done = transaction->commit(); !done)
        return base::fail(done.error());
    return *id;
}

base::Result<std::vector<CaseEvent>> CaseTable::events(const access::Grant& grant,
                                                       records::FamilyId family) const {
    if (auto may = isFor(grant,
                         {Action::openFamily,
                          Action::openEvidence,
                          Action::triage,
                          Action::decide,
                          Action::allocate,
                          Action::support,
                          Action::nominate});
        !may)
        return base::fail(may.error());
    if (auto may = reaches(m_vault->database(), grant, family); !may)
        return base::fail(may.error());
    return allRows(m_vault->database(),
                   "SELECT id, family_id, step, at, by_user, reason, words, day, to_user, "
                   "fingerprint, as_at, intensity FROM case_events WHERE family_id = ? ORDER BY id",
                   readEvent,
                   family);
}

base::Result<CaseStanding> CaseTable::standing(records::FamilyId family) const {
    const auto found = firstRow(m_vault->database(),
                                std::string(standingColumns) + "WHERE family_id = ?",
                                readStanding,
                                family);
    if (!found)
        return base::fail(found.error());
    CaseStanding none;
    none.family = family;
    return found->value_or(none);
}

base::Result<std::vector<CaseStanding>> CaseTable::standings() const {
    return allRows(
        m_vault->database(), std::string(standingColumns) + "ORDER BY family_id", readStanding);
}

base::Result<void> CaseTable::take(records::FamilyId family, records::UserId user) {
    auto transaction = m_vault->begin();
    if (!transaction)
        return base::fail(transaction.error());
    auto now = standing(family);
    if (!now)
        return base::fail(now.error());
    const std::string place = records::familyReference(family);
    if (now->state != CaseState::proposed && now->state != CaseState::sentBack)
        return base::fail(base::Code::refused, place, "is not waiting to be triaged");
    if (user && now->takenBy && now->takenBy != user)
        return base::fail(base::Code::refused, place, "is being triaged by someone else");
    now->takenBy = user;
    if (auto done = writeStanding(m_vault->database(), *now); !done)
        return done;
    return transaction->commit();
}

}  // namespace store
