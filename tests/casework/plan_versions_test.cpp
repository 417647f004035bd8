// SPDX-License-Identifier: GPL-3.0-or-later
// A new version of the plan from one person to another, and what it does to families before and
// from its day.
#include "casework/plan_versions.h"

#include "casework/audit.h"
#include "store/assessment_table.h"
#include "support/price_family.h"

#include <algorithm>

using base::Code;
using casework::PlanPlace;
using casework::PlanProposal;
using records::PlanVersionId;
using records::PlanVersionState;
using support::familyNamed;
using support::must;
using support::prepareFamilies;
using support::Team;

namespace {

base::Date inDays(int days) {
    return base::today() + boost::gregorian::days(days);
}

// The plan in force with three criteria needed in place of two: the Hugheses leave.
std::string stricter(Team& team, const std::string& version) {
    const std::string text = must(casework::planInForce(team.dataOfficer()));
    for (const auto& threshold : must(casework::planThresholds(text, "plan")))
        if (threshold.words.find("criteria a family meets") != std::string::npos)
            return must(casework::changedPlan(text, {{threshold, 3}}, version));
    qFatal("the plan has no such number");
}

PlanProposal proposalOf(std::string text, base::Date from = base::today()) {
    return {std::move(text), "copy.toml", from, "The council agreed to it.", {}};
}

PlanVersionId proposed(Team& team, const std::string& version, base::Date from = base::today()) {
    return must(
               casework::proposePlan(team.dataOfficer(), proposalOf(stricter(team, version), from)))
        .id;
}

casework::PlanVersionLine lineOf(Team& team, PlanVersionId id) {
    for (auto& line : must(casework::listPlanVersions(team.auditor())))
        if (line.version.id == id)
            return line;
    qFatal("no such version");
}

records::Assessment assessmentOf(Team& team, records::FamilyId family) {
    store::Vault& vault = team.dataOfficer().vault();
    return *must(store::AssessmentTable(vault).latest(
        support::granted(vault, access::Action::assess), family));
}

std::string fingerprintOn(Team& team, base::Date day) {
    base::NoProgress quiet;
    casework::AssessRequest request;
    request.asAt = day;
    return must(casework::assessFamilies(team.dataOfficer(), request, quiet)).fingerprint;
}

}  // namespace

class PlanVersionsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void goesFromATrialToTheNextAssessment() {
        Team team;
        prepareFamilies(team);
        const auto hughes = familyNamed(team, "HUGHES");
        base::NoProgress quiet;
        PlanProposal proposal = proposalOf(stricter(team, "V13"));
        proposal.trial = must(
            casework::tryPlan(team.dataOfficer(), proposal.text, "copy", base::today(), quiet));
        const auto version = must(casework::proposePlan(team.dataOfficer(), proposal));
        QVERIFY(version.state == PlanVersionState::proposed);
        QCOMPARE(version.version, std::string("V13"));
        QVERIFY(version.tried && version.tried->leave == 1 && version.tried->enter == 0);
        const auto whileItWaits = team.assess();
        QCOMPARE(whileItWaits.fingerprint, hughes.planFingerprint);
        QCOMPARE(whileItWaits.flagged, std::int64_t{2});

        QVERIFY(must(casework::adoptPlan(team.supervisor(), version.id, "Read and agreed.")) ==
                base::today());
        QCOMPARE(must(casework::planInForce(team.caseworker())), proposal.text);
        // What was found before stays, and says by which plan.
        QCOMPARE(familyNamed(team, "HUGHES").planFingerprint, hughes.planFingerprint);
        QVERIFY(assessmentOf(team, hughes.family).flagged);
        const auto use = must(casework::planInUse(team.supervisor()));
        QVERIFY(!use.same);
        QCOMPARE(use.families, std::int64_t{3});
        QVERIFY(use.inForce.ends_with("V13"));
        QCOMPARE(use.findingsFrom, hughes.plan);

        const auto after = team.assess();
        QCOMPARE(after.fingerprint, version.fingerprint);
        QCOMPARE(after.flagged, std::int64_t{1});
        QVERIFY(must(casework::planInUse(team.supervisor())).same);
        QVERIFY(!assessmentOf(team, hughes.family).flagged);
        // The flag that was raised stays, with the plan that raised it.
        store::Vault& vault = team.supervisor().vault();
        const auto flags = must(store::AssessmentTable(vault).flags(
            support::granted(vault, access::Action::listFamilies), hughes.family));
        QVERIFY(!flags.empty());
        QCOMPARE(flags.back().planFingerprint, hughes.planFingerprint);
    }

    void countsFromItsDay() {
        Team team;
        prepareFamilies(team);
        const std::string before = familyNamed(team, "PRICE").planFingerprint;
        const auto id = proposed(team, "V13", inDays(10));
        QVERIFY(must(casework::adoptPlan(team.governanceOfficer(), id, "Agreed.")) == inDays(10));
        QVERIFY(lineOf(team, id).place == PlanPlace::toCome);
        QVERIFY(lineOf(team, {}).place == PlanPlace::inForce);
        QCOMPARE(fingerprintOn(team, base::today()), before);
        QCOMPARE(fingerprintOn(team, inDays(9)), before);
        QCOMPARE(fingerprintOn(team, inDays(10)), lineOf(team, id).version.fingerprint);
        QCOMPARE(fingerprintOn(team, support::daysAgo(1)), before);
    }

    void everyVersionStaysToBeRead() {
        Team team;
        const std::string shipped = must(casework::planInForce(team.dataOfficer()));
        const auto first = proposed(team, "V13");
        must(casework::adoptPlan(team.supervisor(), first, "Agreed."));
        const auto back = must(casework::proposePlan(team.dataOfficer(), proposalOf(shipped)));
        must(casework::adoptPlan(team.supervisor(), back.id, "As it was."));
        QCOMPARE(must(casework::planInForce(team.dataOfficer())), shipped);
        QVERIFY(lineOf(team, first).place == PlanPlace::before);
        QVERIFY(lineOf(team, back.id).place == PlanPlace::inForce);
        QVERIFY(lineOf(team, {}).place == PlanPlace::before);
        QCOMPARE(lineOf(team, first).proposedBy, std::string("Data officer"));
        QCOMPARE(lineOf(team, first).decidedBy, std::string("Supervisor"));
        const auto view = must(casework::openPlanVersion(team.caseworker(), first));
        QVERIFY(view.words.find("V13") != std::string::npos);
        QCOMPARE(view.difference.numbers.size(), std::size_t{1});
        QCOMPARE(view.difference.numbers[0].before, 2.0);
        QCOMPARE(view.difference.numbers[0].after, 3.0);
        QVERIFY(view.difference.otherwise.empty());
        QCOMPARE(must(casework::openPlanVersion(team.caseworker(), {})).text, shipped);
        VERIFY_FAILS(casework::openPlanVersion(team.caseworker(), {99}), Code::notFound, "");
    }

    void whoPutsItForwardDoesNotAdoptIt() {
        Team team;
        const auto mine =
            must(casework::proposePlan(team.supervisor(), proposalOf(stricter(team, "V13"))));
        VERIFY_FAILS(
            casework::adoptPlan(team.supervisor(), mine.id, "Mine."), Code::refused, "not open");
        VERIFY_FAILS(
            casework::declinePlan(team.supervisor(), mine.id, "Mine."), Code::refused, "not open");
        QCOMPARE(must(casework::plansToAdopt(team.supervisor())), std::int64_t{0});
        QCOMPARE(must(casework::plansToAdopt(team.governanceOfficer())), std::int64_t{1});
        QCOMPARE(must(casework::plansToAdopt(team.dataOfficer())), std::int64_t{0});
        VERIFY_FAILS(casework::withdrawPlan(team.dataOfficer(), mine.id), Code::refused, "another");
        must(casework::adoptPlan(team.governanceOfficer(), mine.id, "Read and agreed."));
        QCOMPARE(must(casework::plansToAdopt(team.governanceOfficer())), std::int64_t{0});
    }

    void othersNeitherProposeNorAdopt_data() {
        QTest::addColumn<QString>("user");
        QTest::addColumn<bool>("proposes");
        QTest::addColumn<bool>("adopts");
        for (const access::Role role : access::allRoles) {
            const QString code = QString::fromStdString(std::string(access::roleCode(role)));
            QTest::newRow(qPrintable(code))
                << code << (role == access::Role::dataOfficer || role == access::Role::supervisor)
                << (role == access::Role::supervisor || role == access::Role::governanceOfficer);
        }
    }

    void othersNeitherProposeNorAdopt() {
        QFETCH(QString, user);
        QFETCH(bool, proposes);
        QFETCH(bool, adopts);
        Team team;
        casework::Session& session = team.as(user.toStdString());
        const auto id = proposed(team, "V13");
        const auto another =
            casework::proposePlan(session, proposalOf(stricter(team, "V14"), inDays(5)));
        QCOMPARE(another.has_value(), proposes);
        if (!another)
            QVERIFY(another.error().code == Code::refused);
        const auto adopted = casework::adoptPlan(session, id, "Agreed.");
        QCOMPARE(adopted.has_value(), adopts);
        if (!adopted)
            QVERIFY(adopted.error().code == Code::refused);
    }

    void aFaultyPlanIsRefusedWithEveryFault() {
        Team team;
        std::string text = stricter(team, "V13");
        text.replace(text.find("kind = \"count\""), 14, "kind = \"cuont\"");
        text.replace(text.find("subject = \"parent\""), 18, "subject = \"parnet\"");
        const auto refused = casework::proposePlan(team.dataOfficer(), proposalOf(text));
        VERIFY_FAILS(refused, Code::malformed, "cuont");
        VERIFY_FAILS(refused, Code::malformed, "parnet");
        VERIFY_FAILS(refused, Code::malformed, "copy.toml:");
        QCOMPARE(must(casework::listPlanVersions(team.dataOfficer())).size(), std::size_t{1});
    }

    void whatIsInForceAlreadyIsNoProposal() {
        Team team;
        const std::string now = must(casework::planInForce(team.dataOfficer()));
        VERIFY_FAILS(
            casework::proposePlan(team.dataOfficer(), proposalOf(now)), Code::refused, "already");
        // The same name and version for another text would leave nobody able to tell the two apart.
        VERIFY_FAILS(casework::proposePlan(team.dataOfficer(),
                                           proposalOf(stricter(team, "V12, March 2020"))),
                     Code::exists,
                     "another version");
        VERIFY_FAILS(casework::proposePlan(team.dataOfficer(),
                                           proposalOf(stricter(team, "V13"), support::daysAgo(1))),
                     Code::refused,
                     "has passed");
        std::string ended = stricter(team, "V13");
        ended.insert(ended.find("effective_from"),
                     "effective_to = " + base::isoDate(inDays(3)) + "\n");
        VERIFY_FAILS(casework::proposePlan(team.dataOfficer(), proposalOf(ended, inDays(4))),
                     Code::refused,
                     "says of itself");
        must(casework::proposePlan(team.dataOfficer(), proposalOf(ended, inDays(3))));
    }

    void aTrialOfAnotherTextIsLeftOut() {
        Team team;
        prepareFamilies(team);
        base::NoProgress quiet;
        PlanProposal proposal = proposalOf(stricter(team, "V13"));
        proposal.trial = must(casework::tryPlan(
            team.dataOfficer(), stricter(team, "another"), "copy", base::today(), quiet));
        QVERIFY(!must(casework::proposePlan(team.dataOfficer(), proposal)).tried);
    }

    void declinedAndWithdrawnChangeNothing() {
        Team team;
        const std::string before = must(casework::planInForce(team.dataOfficer()));
        const auto declined = proposed(team, "V13");
        must(casework::declinePlan(team.supervisor(), declined, "Not before summer."));
        const auto withdrawn = proposed(team, "V13");
        must(casework::withdrawPlan(team.dataOfficer(), withdrawn));
        QVERIFY(lineOf(team, declined).place == PlanPlace::declined);
        QCOMPARE(lineOf(team, declined).version.words, std::string("Not before summer."));
        QVERIFY(lineOf(team, withdrawn).place == PlanPlace::withdrawn);
        QCOMPARE(must(casework::planInForce(team.dataOfficer())), before);
        for (const auto id : {declined, withdrawn})
            VERIFY_FAILS(
                casework::adoptPlan(team.governanceOfficer(), id, "After all."), Code::refused, "");
        QCOMPARE(must(casework::planInForce(team.dataOfficer())), before);
    }

    void whatIsDoneIsInTheLog() {
        Team team;
        const auto adopted = proposed(team, "V13");
        must(casework::adoptPlan(team.supervisor(), adopted, "Agreed."));
        std::vector<std::string> done;
        for (const auto& event : must(casework::readAudit(team.auditor(), 0, 1000)).events)
            if (event.subject == access::Subject::of(adopted) &&
                event.outcome == access::AuditOutcome::done) {
                done.push_back(event.action);
                QVERIFY(
                    event.detail.find(lineOf(team, adopted).version.fingerprint.substr(0, 12)) !=
                    std::string::npos);
            }
        std::sort(done.begin(), done.end());
        QCOMPARE(done, (std::vector<std::string>{"adopt-plan", "propose-plan"}));
    }

    void aStatementThatFailsLeavesThePlanInForce() {
        Team team;
        const std::string before = must(casework::planInForce(team.dataOfficer()));
        const auto id = proposed(team, "V13");
        store::Database& database = team.supervisor().vault().database();
        int statement = 1;
        for (;; ++statement) {
            database.failAfter(statement);
            const auto adopted = casework::adoptPlan(team.supervisor(), id, "Agreed.");
            database.failAfter(0);
            if (adopted)
                break;
            QCOMPARE(must(casework::planInForce(team.dataOfficer())), before);
            QVERIFY(lineOf(team, id).place == PlanPlace::waits);
        }
        QVERIFY(statement > 5);
        QVERIFY(lineOf(team, id).place == PlanPlace::inForce);
    }
};

QTEST_APPLESS_MAIN(PlanVersionsTest)
#include "plan_versions_test.moc"
