// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/plan_version_table.h"

#include "base/text.h"
#include "store/query.h"

#include <algorithm>

namespace store {

namespace {

using records::PlanVersion;
using records::PlanVersionId;
using records::PlanVersionState;

constexpr std::string_view columns =
    "SELECT v.id, v.fingerprint, v.name, v.version, v.from_day, v.why, v.proposed_by, "
    "v.proposed_at, v.state, v.decided_by, v.decided_at, v.words, v.tried_families, "
    "v.proposed_now, v.proposed_then, v.would_enter, v.would_leave, v.adoption_id, a.from_day "
    "FROM plan_versions v LEFT JOIN plan_adoptions a ON a.id = v.adoption_id ";

PlanVersion read(Statement& row) {
    PlanVersion version;
    version.id = row.id<PlanVersionId>(0);
    version.fingerprint = row.text(1);
    version.name = row.text(2);
    version.version = row.text(3);
    version.from = row.date(18).value_or(row.date(4).value_or(base::Date()));
    version.why = row.text(5);
    version.proposedBy = row.id<records::UserId>(6);
    version.proposedAt = row.text(7);
    version.state = static_cast<PlanVersionState>(row.integer(8));
    version.decidedBy = row.id<records::UserId>(9);
    version.decidedAt = row.text(10);
    version.words = row.text(11);
    version.adoption = row.integer(17);
    if (row.integer(12) >= 0)
        version.tried = records::PlanTrialCounts{
            row.integer(12), row.integer(13), row.integer(14), row.integer(15), row.integer(16)};
    return version;
}

std::string placeOf(PlanVersionId id) {
    return "plan version " + std::to_string(id.value);
}

int coded(PlanVersionState state) {
    return static_cast<int>(state);
}

base::Result<void> checkNew(Database& database, const PlanVersion& version) {
    const std::string place = version.name + ", version " + version.version;
    if (version.from.is_special() || version.from < base::today())
        return base::fail(
            base::Code::refused, place, "a plan can't count from a day that has passed");
    if (base::trimmed(version.why).empty())
        return base::fail(base::Code::refused, place, "say why in a sentence");
    const auto same =
        oneNumber(database,
                  "SELECT count(*) FROM plan_versions WHERE fingerprint = ? AND state = ?",
                  version.fingerprint,
                  coded(PlanVersionState::proposed));
    if (!same)
        return base::fail(same.error());
    if (*same > 0)
        return base::fail(base::Code::exists, place, "waits for adoption already");
    const auto another = oneNumber(database,
                                   "SELECT count(*) FROM plan_versions WHERE name = ? AND "
                                   "version = ? AND fingerprint <> ? AND state IN (?, ?)",
                                   version.name,
                                   version.version,
                                   version.fingerprint,
                                   coded(PlanVersionState::proposed),
                                   coded(PlanVersionState::adopted));
    if (!another)
        return base::fail(another.error());
    if (*another > 0)
        return base::fail(base::Code::exists,
                          place,
                          "another text has this name and version already; give the new one "
                          "another version");
    return {};
}

base::Result<std::int64_t> insert(Database& database,
                                  const PlanVersion& version,
                                  records::UserId by) {
    const auto id = database.nextIds("plan_version", 1);
    if (!id)
        return id;
    const records::PlanTrialCounts tried =
        version.tried.value_or(records::PlanTrialCounts{-1, -1, -1, -1, -1});
    const auto done =
        run(database,
            "INSERT INTO plan_versions (id, fingerprint, name, version, from_day, why, "
            "proposed_by, proposed_at, state, decided_by, decided_at, words, adoption_id, "
            "tried_families, proposed_now, proposed_then, would_enter, would_leave) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, '', '', 0, ?, ?, ?, ?, ?)",
            *id,
            version.fingerprint,
            version.name,
            version.version,
            version.from,
            version.why,
            by,
            base::nowUtc(),
            coded(PlanVersionState::proposed),
            tried.families,
            tried.proposedNow,
            tried.proposedThen,
            tried.enter,
            tried.leave);
    if (!done)
        return base::fail(done.error());
    return id;
}

}  // namespace

base::Result<PlanVersionId> PlanVersionTable::propose(const access::Grant& grant,
                                                      const PlanVersion& version) {
    if (auto covered = grant.covers(access::Action::proposePlan); !covered)
        return base::fail(covered.error());
    Database& database = m_vault->database();
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return base::fail(transaction.error());
    if (auto sound = checkNew(database, version); !sound)
        return base::fail(sound.error());
    const auto id = insert(database, version, grant.user().id);
    if (!id)
        return base::fail(id.error());
    if (auto committed = transaction->commit(); !committed)
        return base::fail(committed.error());
    return PlanVersionId{*id};
}

base::Result<PlanVersion> PlanVersionTable::thatWaits(PlanVersionId id) const {
    auto found = find(id);
    if (!found)
        return base::fail(found.error());
    if (!*found)
        return base::fail(base::Code::notFound, placeOf(id), "there is no such version");
    if ((*found)->state != PlanVersionState::proposed)
        return base::fail(base::Code::refused,
                          placeOf(id),
                          "is " + std::string(planStateName((*found)->state)) +
                              " already; only one that waits can be decided");
    return std::move(**found);
}

base::Result<PlanVersion> PlanVersionTable::anothers(const access::Grant& grant,
                                                     PlanVersionId id,
                                                     std::string_view words) const {
    if (auto covered = grant.covers(access::Action::adoptPlan, access::Subject::of(id)); !covered)
        return base::fail(covered.error());
    auto version = thatWaits(id);
    if (!version)
        return version;
    if (version->proposedBy == grant.user().id)
        return base::fail(
            base::Code::refused, placeOf(id), "who put a plan forward can't decide on it");
    if (base::trimmed(words).empty())
        return base::fail(base::Code::refused, placeOf(id), "say why in a sentence");
    return version;
}

base::Result<void> PlanVersionTable::settle(const access::Grant& grant,
                                            PlanVersionId id,
                                            PlanVersionState state,
                                            std::string_view words,
                                            std::int64_t adoption) {
    return run(m_vault->database(),
               "UPDATE plan_versions SET state = ?, decided_by = ?, decided_at = ?, words = ?, "
               "adoption_id = ? WHERE id = ?",
               coded(state),
               grant.user().id,
               base::nowUtc(),
               words,
               adoption,
               id);
}

base::Result<base::Date> PlanVersionTable::adopt(const access::Grant& grant,
                                                 PlanVersionId id,
                                                 std::string_view words) {
    Database& database = m_vault->database();
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return base::fail(transaction.error());
    const auto version = anothers(grant, id, words);
    if (!version)
        return base::fail(version.error());
    // What was in force on a day that has passed stays what was in force.
    const base::Date from = std::max(version->from, base::today());
    const auto adoption = database.nextIds("adoption", 1);
    if (!adoption)
        return base::fail(adoption.error());
    if (auto done = run(database,
                        "INSERT INTO plan_adoptions (id, fingerprint, from_day, adopted_by, "
                        "adopted_at) VALUES (?, ?, ?, ?, ?)",
                        *adoption,
                        version->fingerprint,
                        from,
                        grant.user().id,
                        base::nowUtc());
        !done)
        return base::fail(done.error());
    if (auto done = settle(grant, id, PlanVersionState::adopted, words, *adoption); !done)
        return base::fail(done.error());
    if (auto committed = transaction->commit(); !committed)
        return base::fail(committed.error());
    return from;
}

base::Result<void> PlanVersionTable::decline(const access::Grant& grant,
                                             PlanVersionId id,
                                             std::string_view words) {
    auto transaction = Transaction::begin(m_vault->database());
    if (!transaction)
        return base::fail(transaction.error());
    if (const auto version = anothers(grant, id, words); !version)
        return base::fail(version.error());
    auto done = settle(grant, id, PlanVersionState::declined, words, 0);
    return done ? transaction->commit() : done;
}

base::Result<void> PlanVersionTable::withdraw(const access::Grant& grant,
                                              PlanVersionId id,
                                              std::string_view words) {
    if (auto covered = grant.covers(access::Action::proposePlan, access::Subject::of(id)); !covered)
        return covered;
    auto transaction = Transaction::begin(m_vault->database());
    if (!transaction)
        return base::fail(transaction.error());
    const auto version = thatWaits(id);
    if (!version)
        return base::fail(version.error());
    if (version->proposedBy != grant.user().id)
        return base::fail(base::Code::refused,
                          placeOf(id),
                          "was put forward by another person; only they can take it back");
    auto done = settle(grant, id, PlanVersionState::withdrawn, words, 0);
    return done ? transaction->commit() : done;
}

base::Result<std::vector<PlanVersion>> PlanVersionTable::list() const {
    return allRows(m_vault->database(), std::string(columns) + "ORDER BY v.id DESC", read);
}

base::Result<std::optional<PlanVersion>> PlanVersionTable::find(PlanVersionId id) const {
    return firstRow(m_vault->database(), std::string(columns) + "WHERE v.id = ?", read, id);
}

base::Result<std::int64_t> PlanVersionTable::waiting(records::UserId user) const {
    return oneNumber(m_vault->database(),
                     "SELECT count(*) FROM plan_versions WHERE state = ? AND proposed_by <> ?",
                     coded(PlanVersionState::proposed),
                     user);
}

}  // namespace store
