// SPDX-License-Identifier: GPL-3.0-or-later
// A run over the plan: what it leaves behind, and that it can be run again as it stood.
#include "casework/assessing.h"

#include "store/assessment_table.h"
#include "store/case_table.h"
#include "support/price_family.h"
#include "support/stop_after.h"

using base::Code;
using casework::AssessReport;
using casework::AssessRequest;
using records::CaseState;
using support::familyNamed;
using support::must;
using support::prepareFamilies;
using support::StopAfter;
using support::Team;

namespace {

base::Result<AssessReport> assessed(Team& team, const AssessRequest& request = {}) {
    base::NoProgress quiet;
    return casework::assessFamilies(team.dataOfficer(), request, quiet);
}

bool nothingAssessed(Team& team) {
    store::Vault& vault = team.dataOfficer().vault();
    return !must(store::AssessmentTable(vault).lastRun()) &&
           must(store::CaseTable(vault).standings()).empty();
}

}  // namespace

class AssessingTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void countsWhatItFoundAndProposesOnce() {
        Team team;
        support::receiveFamilies(team);
        team.link();
        const AssessReport report = must(assessed(team));
        QCOMPARE(report.families, std::int64_t{3});
        QCOMPARE(report.flagged, std::int64_t{2});
        QCOMPARE(report.proposed, std::int64_t{2});
        const std::array<std::int64_t, 6> met{2, 0, 0, 2, 0, 1};
        QVERIFY(report.met == met);
        QCOMPARE(report.fingerprint.size(), std::size_t{64});
        const AssessReport again = must(assessed(team));
        QCOMPARE(again.flagged, std::int64_t{2});
        QCOMPARE(again.proposed, std::int64_t{0});
        QCOMPARE(again.fingerprint, report.fingerprint);
    }

    void anAssessmentIsComputedAgainAsItStood() {
        Team team;
        prepareFamilies(team);
        const auto family = familyNamed(team, "PRICE").family;
        const auto again = must(casework::assessAgain(team.dataOfficer(), family));
        const auto grant = support::granted(team.dataOfficer().vault(), access::Action::assess);
        const auto stored =
            *must(store::AssessmentTable(team.dataOfficer().vault()).latest(grant, family));
        QCOMPARE(again.flagged, stored.flagged);
        QCOMPARE(again.planFingerprint, stored.planFingerprint);
        QVERIFY(again.asAt == stored.asAt);
        QCOMPARE(again.criteria.size(), stored.criteria.size());
        for (std::size_t i = 0; i < stored.criteria.size(); ++i)
            QCOMPARE(again.criteria[i].outcome, stored.criteria[i].outcome);
        QCOMPARE(again.findings.size(), stored.findings.size());
        for (std::size_t i = 0; i < stored.findings.size(); ++i) {
            QCOMPARE(again.findings[i].indicator, stored.findings[i].indicator);
            QCOMPARE(again.findings[i].outcome, stored.findings[i].outcome);
            QCOMPARE(again.findings[i].explanation, stored.findings[i].explanation);
        }
    }

    void anEarlierDaySeesOnlyWhatHadHappened() {
        Team team;
        support::receiveFamilies(team);
        team.link();
        AssessRequest request;
        request.asAt = support::daysAgo(90);
        const AssessReport report = must(assessed(team, request));
        QCOMPARE(report.met[0], std::int64_t{0});
        QCOMPARE(report.met[3], std::int64_t{0});
        QVERIFY(report.asAt == support::daysAgo(90));
    }

    void aStoppedRunLeavesNothing() {
        Team team;
        support::receiveFamilies(team);
        team.link();
        int stopped = 0;
        for (;; ++stopped) {
            StopAfter stop(stopped);
            const auto report = casework::assessFamilies(team.dataOfficer(), {}, stop);
            if (report)
                break;
            QCOMPARE(report.error().code, Code::cancelled);
            QVERIFY(nothingAssessed(team));
        }
        QVERIFY(stopped >= 3);
        QVERIFY(!nothingAssessed(team));
    }

    void aFailingStatementLeavesNothing() {
        Team team;
        support::receiveFamilies(team);
        team.link();
        store::Database& database = team.dataOfficer().vault().database();
        int statement = 1;
        for (;; ++statement) {
            database.failAfter(statement);
            const auto report = assessed(team);
            database.failAfter(0);
            if (report)
                break;
            QVERIFY(nothingAssessed(team));
        }
        QVERIFY(statement > 10);
    }

    void refusesAPlanWithATypo() {
        Team team;
        AssessRequest request;
        request.planText = must(casework::planInForce(team.dataOfficer()));
        request.planText->replace(
            request.planText->find("kind = \"count\""), 14, "kind = \"cuont\"");
        request.planName = "ours.toml";
        const auto report = assessed(team, request);
        VERIFY_FAILS(report, Code::malformed, "ours.toml");
        QVERIFY(nothingAssessed(team));
    }

    void onlyADataOfficerAssesses() {
        Team team;
        base::NoProgress quiet;
        for (const char* user : {"caseworker", "supervisor", "administrator", "auditor"})
            VERIFY_FAILS(casework::assessFamilies(team.as(user), {}, quiet), Code::refused, "");
        QVERIFY(nothingAssessed(team));
    }
};

QTEST_APPLESS_MAIN(AssessingTest)
#include "assessing_test.moc"
