// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/assessment_table.h"

#include "access/policy.h"
#include "base/crypto.h"
#include "store/assessment_columns.h"
#include "store/family_rows.h"
#include "store/query.h"
#include "store/scope.h"

namespace store {

namespace {

using access::Action;
using access::Grant;
using records::Assessment;

constexpr std::string_view columns =
    "SELECT a.family_id, a.run_id, a.flagged, r.fingerprint, r.as_at, a.sealed "
    "FROM assessments a JOIN assessment_runs r ON r.id = a.run_id ";

constexpr std::string_view runColumns =
    "SELECT id, fingerprint, as_at, started_by, started_at, families, flagged FROM "
    "assessment_runs ";

constexpr std::string_view flagColumns =
    "SELECT f.id, f.family_id, f.run_id, r.fingerprint, r.as_at, f.raised_at, f.criteria_met "
    "FROM flags f JOIN assessment_runs r ON r.id = f.run_id ";

std::string context(std::int64_t family, std::int64_t run) {
    return "assessment|" + std::to_string(family) + "|" + std::to_string(run);
}

AssessmentRun readRun(Statement& row) {
    return {row.integer(0),
            row.text(1),
            row.date(2).value_or(base::Date()),
            row.id<records::UserId>(3),
            row.text(4),
            row.integer(5),
            row.integer(6)};
}

Flag readFlag(Statement& row) {
    return {row.id<records::FlagId>(0),
            row.id<records::FamilyId>(1),
            row.integer(2),
            row.text(3),
            row.date(4).value_or(base::Date()),
            row.text(5),
            static_cast<int>(row.integer(6))};
}

base::Result<Assessment> read(Statement& row, const base::Secret& key) {
    Assessment assessment;
    assessment.family = row.id<records::FamilyId>(0);
    assessment.flagged = row.integer(2) != 0;
    assessment.planFingerprint = row.text(3);
    assessment.asAt = row.date(4).value_or(base::Date());
    const auto plain =
        base::open(key, row.view(5), context(assessment.family.value, row.integer(1)));
    if (!plain || !unpackAssessment(*plain, assessment))
        return base::fail(base::Code::damaged,
                          "assessment of family " + std::to_string(assessment.family.value),
                          "does not open; it was changed outside the program");
    return assessment;
}

// Leaves what the grant may show. A finding and its evidence are two permissions.
void scope(Assessment& assessment, const Grant& grant) {
    if (grant.action() == Action::assess)
        return;
    const bool family =
        grant.action() == Action::openFamily || grant.action() == Action::openEvidence;
    for (records::Finding& finding : assessment.findings) {
        if (!family || !access::mayReadEvidence(grant.user().role, finding.criterion)) {
            finding.explanation.clear();
            finding.evidence.clear();
        } else if (grant.action() == Action::openFamily) {
            for (records::Evidence& evidence : finding.evidence)
                evidence.value.clear();
        }
    }
}

base::Result<void> raiseFlag(Database& database, std::int64_t run, const Assessment& assessment) {
    const auto before =
        firstRow(database,
                 std::string(flagColumns) + "WHERE f.family_id = ? ORDER BY f.id DESC LIMIT 1",
                 readFlag,
                 assessment.family);
    if (!before)
        return base::fail(before.error());
    if (*before && (*before)->planFingerprint == assessment.planFingerprint &&
        (*before)->asAt == assessment.asAt)
        return {};
    const auto id = database.nextIds("flag", 1);
    if (!id)
        return base::fail(id.error());
    return store::run(database,
                      "INSERT INTO flags (id, family_id, run_id, raised_at, criteria_met) "
                      "VALUES (?, ?, ?, ?, ?)",
                      *id,
                      assessment.family,
                      run,
                      base::nowUtc(),
                      assessment.criteriaMet());
}

}  // namespace

base::Result<std::int64_t> AssessmentTable::begin(std::string_view planFingerprint,
                                                  base::Date asAt) {
    Database& database = m_vault->database();
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return base::fail(transaction.error());
    const auto id = database.nextIds("run", 1);
    if (!id)
        return base::fail(id.error());
    if (auto done =
            run(database,
                "INSERT INTO assessment_runs (id, fingerprint, as_at, started_by, started_at, "
                "families, flagged) VALUES (?, ?, ?, ?, ?, 0, 0)",
                *id,
                planFingerprint,
                asAt,
                m_vault->user().id,
                base::nowUtc());
        !done)
        return base::fail(done.error());
    if (auto done = transaction->commit(); !done)
        return base::fail(done.error());
    return *id;
}

base::Result<void> AssessmentTable::put(std::int64_t run, const Assessment& assessment) {
    Database& database = m_vault->database();
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return base::fail(transaction.error());
    if (auto done =
            store::run(database, "DELETE FROM assessments WHERE family_id = ?", assessment.family);
        !done)
        return done;
    const auto newest = newestOf(assessment);
    const std::string sealed = base::seal(m_vault->keys().findings,
                                          packAssessment(assessment),
                                          context(assessment.family.value, run));
    if (auto done =
            store::run(database,
                       "INSERT INTO assessments (family_id, run_id, outcomes, criteria_met, "
                       "flagged, newest, sealed) VALUES (?, ?, ?, ?, ?, ?, ?)",
                       assessment.family,
                       run,
                       outcomeLetters(assessment),
                       assessment.criteriaMet(),
                       assessment.flagged,
                       newest ? base::isoDate(*newest) : std::string(),
                       Blob{sealed});
        !done)
        return done;
    if (assessment.flagged)
        if (auto done = raiseFlag(database, run, assessment); !done)
            return done;
    return transaction->commit();
}

base::Result<AssessmentRun> AssessmentTable::finish(std::int64_t run) {
    Database& database = m_vault->database();
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return base::fail(transaction.error());
    if (auto done = store::run(database, "DELETE FROM assessments WHERE run_id <> ?", run); !done)
        return base::fail(done.error());
    if (auto done = store::run(
            database,
            "UPDATE assessment_runs SET families = (SELECT count(*) FROM assessments), flagged = "
            "(SELECT count(*) FROM assessments WHERE flagged = 1) WHERE id = ?",
            run);
        !done)
        return base::fail(done.error());
    if (auto done =
            store::run(database,
                       "INSERT INTO first_screenings (family_id, as_at) SELECT a.family_id, "
                       "r.as_at FROM assessments a JOIN assessment_runs r ON r.id = a.run_id "
                       "WHERE a.family_id NOT IN (SELECT family_id FROM first_screenings)");
        !done)
        return base::fail(done.error());
    if (auto done = rewriteFamilyRows(database); !done)
        return base::fail(done.error());
    const auto finished =
        firstRow(database, std::string(runColumns) + "WHERE id = ?", readRun, run);
    if (!finished)
        return base::fail(finished.error());
    if (!*finished)
        return base::fail(base::Code::notFound, "assessment", "there is no such run");
    if (auto done = transaction->commit(); !done)
        return base::fail(done.error());
    return **finished;
}

base::Result<std::optional<Assessment>> AssessmentTable::latest(const Grant& grant,
                                                                records::FamilyId family) const {
    if (auto may = isFor(grant, {Action::openFamily, Action::openEvidence, Action::assess}); !may)
        return base::fail(may.error());
    if (auto may = reaches(m_vault->database(), grant, family); !may)
        return base::fail(may.error());
    auto found = firstRow(
        m_vault->database(),
        std::string(columns) + "WHERE a.family_id = ?",
        [&](Statement& row) { return read(row, m_vault->keys().findings); },
        family);
    if (!found)
        return base::fail(found.error());
    if (!*found)
        return std::optional<Assessment>();
    if (!**found)
        return base::fail((**found).error());
    scope(***found, grant);
    return std::optional<Assessment>(std::move(***found));
}

base::Result<void> AssessmentTable::forEach(const Grant& grant,
                                            const AssessmentVisitor& visit) const {
    if (auto may =
            isForAll(grant, {Action::assess, Action::prepareSubmission, Action::releaseSubmission});
        !may)
        return may;
    return eachRow(m_vault->database(),
                   std::string(columns) + "ORDER BY a.family_id",
                   [&](Statement& row) -> base::Result<void> {
                       auto assessment = read(row, m_vault->keys().findings);
                       if (!assessment)
                           return base::fail(assessment.error());
                       scope(*assessment, grant);
                       return visit(std::move(*assessment));
                   });
}

base::Result<std::map<records::FamilyId, base::Date>> AssessmentTable::firstScreened(
    const Grant& grant) const {
    if (auto may = isForAll(grant, {Action::prepareSubmission, Action::releaseSubmission}); !may)
        return base::fail(may.error());
    std::map<records::FamilyId, base::Date> days;
    const auto done = eachRow(m_vault->database(),
                              "SELECT family_id, as_at FROM first_screenings",
                              [&](Statement& row) -> base::Result<void> {
                                  if (const auto day = row.date(1))
                                      days.emplace(row.id<records::FamilyId>(0), *day);
                                  return {};
                              });
    if (!done)
        return base::fail(done.error());
    return days;
}

base::Result<std::optional<AssessmentRun>> AssessmentTable::lastRun() const {
    return firstRow(
        m_vault->database(), std::string(runColumns) + "ORDER BY id DESC LIMIT 1", readRun);
}

base::Result<std::vector<AssessmentRun>> AssessmentTable::runs() const {
    return allRows(m_vault->database(), std::string(runColumns) + "ORDER BY id DESC", readRun);
}

base::Result<std::vector<Flag>> AssessmentTable::flags(const Grant& grant,
                                                       records::FamilyId family) const {
    if (auto may = isFor(grant, {Action::openFamily, Action::openEvidence, Action::listFamilies});
        !may)
        return base::fail(may.error());
    if (auto may = reaches(m_vault->database(), grant, family); !may)
        return base::fail(may.error());
    return allRows(m_vault->database(),
                   std::string(flagColumns) + "WHERE f.family_id = ? ORDER BY f.id DESC",
                   readFlag,
                   family);
}

}  // namespace store
