// SPDX-License-Identifier: GPL-3.0-or-later
// The stages on a whole synthetic county: linkage against the truth, and findings against a naive
// evaluator.
#include "app/demo/training_vault.h"
#include "app/synth/synth.h"
#include "casework/assessing.h"
#include "casework/linking.h"
#include "casework/population.h"
#include "casework/work_list.h"
#include "criteria/assess.h"
#include "families/person_profile.h"
#include "store/delivery_table.h"
#include "store/family_table.h"
#include "support/command_line.h"
#include "support/naive_evaluator.h"

#include <QTemporaryDir>
#include <QtTest>

#include <map>

namespace {

constexpr std::size_t people = 2500;
constexpr std::size_t sampled = 200;

using Counts = std::map<std::string, std::int64_t>;

std::int64_t pairs(const Counts& counts) {
    std::int64_t total = 0;
    for (const auto& [key, count] : counts)
        total += count * (count - 1) / 2;
    return total;
}

}  // namespace

class TruthTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void linkedPeopleAreTheTruePeople();
    void everyFindingEqualsTheNaiveEvaluators();
    void anAssessmentComputedAgainIsTheSame();

private:
    std::unique_ptr<casework::Session> as(const char* user) {
        auto session = casework::Session::unlock(m_vault, user, m_password);
        if (!session)
            qFatal("%s", base::describe(session.error()).c_str());
        return std::move(*session);
    }

    QTemporaryDir m_folder;
    std::filesystem::path m_vault;
    base::Secret m_password{std::string_view("a training password")};
    base::NoProgress m_quiet;
};

void TruthTest::initTestCase() {
    m_vault = m_folder.filePath(QStringLiteral("truth.vault")).toStdString();
    const auto made = app::makeTrainingVault({m_vault, people, 11}, m_password, m_quiet);
    QVERIFY2(made.has_value(), made ? "" : base::describe(made.error()).c_str());
    QCOMPARE(made->rowsIn, made->rowsAccepted + made->rowsRejected);
    QVERIFY(made->flagged > 5);
    synth::Request request;
    request.folder = m_folder.filePath(QStringLiteral("files")).toStdString();
    request.people = people;
    request.seed = 11;
    request.asAt = base::today();
    QVERIFY(synth::synthesise(request, m_quiet).has_value());
}

void TruthTest::linkedPeopleAreTheTruePeople() {
    const auto session = as("data-officer");
    const auto clusters = casework::clusters(*session);
    QVERIFY(clusters.has_value());
    std::map<std::string, std::string> truth;
    const std::string text =
        support::readText(m_folder.filePath(QStringLiteral("files/truth.csv")).toStdString());
    for (const auto& row : support::csvRows(text))
        truth[row[0] + "," + row[1]] = row[2];
    Counts ours;
    Counts theirs;
    Counts both;
    for (const casework::ClusterRow& row : *clusters) {
        const auto known = truth.find(row.file + "," + std::to_string(row.row));
        QVERIFY2(known != truth.end(), row.file.c_str());
        const std::string person = std::to_string(row.person.value);
        ++ours[person];
        ++theirs[known->second];
        ++both[person + "|" + known->second];
    }
    const double right = static_cast<double>(pairs(both));
    const double precision = right / static_cast<double>(pairs(ours));
    const double recall = right / static_cast<double>(pairs(theirs));
    qInfo("pairwise precision %.5f, recall %.5f over %zu records",
          precision,
          recall,
          clusters->size());
    QVERIFY(precision >= 0.995);
    QVERIFY(recall >= 0.95);
}

void TruthTest::everyFindingEqualsTheNaiveEvaluators() {
    const auto session = as("data-officer");
    const auto grant = session->authorise(access::Action::assess, access::Subject::vault(), "test");
    QVERIFY(grant.has_value());
    const auto population =
        casework::loadPopulation(session->vault(), *grant, store::Payloads::opened, m_quiet);
    QVERIFY(population.has_value());
    const auto families = store::FamilyTable(session->vault()).all(*grant);
    QVERIFY(families.has_value());
    const auto spans = store::DeliveryTable(session->vault()).coverage();
    QVERIFY(spans.has_value());
    const criteria::Coverage coverage(*spans);
    const auto shipped = criteria::shippedPlan("herefordshire-2020");
    const auto plan = criteria::readPlan(shipped->text, shipped->fileName);
    const auto calendar = criteria::shippedCalendar(plan->calendar);
    const std::size_t step = std::max<std::size_t>(families->size() / sampled, 1);
    std::size_t compared = 0;
    std::size_t met = 0;
    for (std::size_t i = 0; i < families->size(); i += step) {
        criteria::FamilyCase family;
        family.family = (*families)[i].id;
        for (const records::Membership& member : (*families)[i].members) {
            const auto* records = population->person(member.person);
            QVERIFY(records != nullptr);
            family.members.push_back({families::describePerson(member.person, records->records),
                                      member.role,
                                      member.dates,
                                      records->records});
        }
        const auto real = criteria::assess(*plan, *calendar, family, coverage, base::today());
        const auto naive = support::naiveAssess(*plan, *calendar, family, coverage, base::today());
        QCOMPARE(real.findings.size(), naive.findings.size());
        for (std::size_t f = 0; f < real.findings.size(); ++f) {
            QVERIFY(real.findings[f].indicator == naive.findings[f].indicator);
            QVERIFY(real.findings[f].person == naive.findings[f].person);
            QVERIFY2(real.findings[f].outcome == naive.findings[f].outcome,
                     real.findings[f].indicator.c_str());
            met += real.findings[f].outcome == records::Outcome::met ? 1U : 0U;
        }
        for (std::size_t c = 0; c < real.criteria.size(); ++c)
            QVERIFY(real.criteria[c].outcome == naive.criteria[c].outcome);
        QCOMPARE(real.flagged, naive.flagged);
        ++compared;
    }
    QVERIFY(compared >= sampled);
    QVERIFY(met > 20);
}

void TruthTest::anAssessmentComputedAgainIsTheSame() {
    const auto caseworker = as("caseworker");
    casework::WorkQuery query;
    query.filter = casework::WorkFilter::flagged;
    const auto rows = casework::listFamilies(*caseworker, query, 0, 3);
    QVERIFY(rows.has_value());
    const auto session = as("data-officer");
    for (const casework::WorkRow& row : *rows) {
        const auto again = casework::assessAgain(*session, row.family);
        QVERIFY(again.has_value());
        QVERIFY(again->flagged);
        QCOMPARE(again->criteriaMet(), row.criteriaMet);
        for (std::size_t i = 0; i < 6; ++i)
            QVERIFY(again->criteria[i].outcome == row.outcomes[i]);
    }
}

QTEST_GUILESS_MAIN(TruthTest)
#include "truth_test.moc"
