// SPDX-License-Identifier: GPL-3.0-or-later
// From proposed to supported, and every step that is refused on the way.
#include "casework/decisions.h"

#include "casework/users.h"
#include "store/case_table.h"
#include "support/price_family.h"

#include <functional>

using base::Code;
using casework::Decision;
using records::CaseState;
using records::CaseStep;
using support::familyNamed;
using support::must;
using support::prepareFamilies;
using support::Team;

namespace {

// A team with the Prices' family proposed, and the steps that bring it further.
struct Case {
    Team team;
    records::FamilyId family;

    Case() {
        prepareFamilies(team);
        family = familyNamed(team, "PRICE").family;
    }

    [[nodiscard]] Decision step(CaseStep step, const char* reason = "") const {
        Decision decision;
        decision.family = family;
        decision.step = step;
        decision.reason = reason;
        decision.words = "Seen and talked over";
        decision.to = m_caseworker;
        decision.intensity = "targeted";
        return decision;
    }

    void take() {
        m_caseworker = team.caseworker().user().id;
        must(casework::takeFamily(team.caseworker(), family));
    }

    void triage() {
        take();
        must(casework::decide(team.caseworker(), step(CaseStep::triage, "evidence-holds")));
    }

    void look() { must(casework::openEvidence(team.supervisor(), family, 1, "review")); }

    void agree() {
        triage();
        look();
        must(casework::decide(team.supervisor(), step(CaseStep::agree, "criteria-met")));
    }

    void allocate() {
        agree();
        must(casework::decide(team.supervisor(), step(CaseStep::allocate)));
    }

    [[nodiscard]] CaseState state() {
        return must(store::CaseTable(team.supervisor().vault()).standing(family)).state;
    }

private:
    records::UserId m_caseworker;
};

struct Refusal {
    const char* sentence;
    std::function<void(Case&)> before;
    const char* user;
    std::function<Decision(Case&)> decision;
    const char* words;
};

const std::vector<Refusal>& refusals() {
    using S = CaseStep;
    static const std::vector<Refusal> all{
        {"agreeing what nobody triaged",
         [](Case&) {},
         "supervisor",
         [](Case& c) { return c.step(S::agree, "criteria-met"); },
         "does not follow"},
        {"triaging a second time",
         [](Case& c) { c.triage(); },
         "caseworker",
         [](Case& c) { return c.step(S::triage, "evidence-holds"); },
         "does not follow"},
        {"triaging for no reason",
         [](Case& c) { c.take(); },
         "caseworker",
         [](Case& c) { return c.step(S::triage); },
         "evidence-holds"},
        {"a reason that belongs to another step",
         [](Case& c) { c.take(); },
         "caseworker",
         [](Case& c) { return c.step(S::triage, "criteria-met"); },
         "give a reason"},
        {"a reason without words",
         [](Case& c) { c.take(); },
         "caseworker",
         [](Case& c) {
             Decision decision = c.step(S::triage, "evidence-holds");
             decision.words = "  ok ";
             return decision;
         },
         "few words"},
        {"agreeing without opening the evidence",
         [](Case& c) { c.triage(); },
         "supervisor",
         [](Case& c) { return c.step(S::agree, "criteria-met"); },
         "open its evidence"},
        {"sending back without opening the evidence",
         [](Case& c) { c.triage(); },
         "supervisor",
         [](Case& c) { return c.step(S::sendBack, "more-evidence"); },
         "open its evidence"},
        {"a caseworker who would agree",
         [](Case& c) { c.triage(); },
         "caseworker",
         [](Case& c) { return c.step(S::agree, "criteria-met"); },
         ""},
        {"a supervisor who triaged it themselves",
         [](Case& c) {
             records::CaseEvent event;
             event.family = c.family;
             event.step = S::triage;
             event.by = c.team.supervisor().user().id;
             must(store::CaseTable(c.team.supervisor().vault()).append(event));
             c.look();
         },
         "supervisor",
         [](Case& c) { return c.step(S::agree, "criteria-met"); },
         ""},
        {"a family another caseworker has taken",
         [](Case& c) { c.take(); },
         "second",
         [](Case& c) { return c.step(S::triage, "evidence-holds"); },
         ""},
        {"allocating to nobody",
         [](Case& c) { c.agree(); },
         "supervisor",
         [](Case& c) {
             Decision decision = c.step(S::allocate);
             decision.to = {};
             return decision;
         },
         "which caseworker"},
        {"allocating to someone who is no caseworker",
         [](Case& c) { c.agree(); },
         "supervisor",
         [](Case& c) {
             Decision decision = c.step(S::allocate);
             decision.to = c.team.auditor().user().id;
             return decision;
         },
         "which caseworker"},
        {"support that starts tomorrow",
         [](Case& c) { c.allocate(); },
         "caseworker",
         [](Case& c) {
             Decision decision = c.step(S::startSupport);
             decision.date = support::daysAgo(-1);
             return decision;
         },
         "up to today"},
        {"support of no intensity",
         [](Case& c) { c.allocate(); },
         "caseworker",
         [](Case& c) {
             Decision decision = c.step(S::startSupport);
             decision.intensity = "plenty";
             return decision;
         },
         "intensity of support"},
        {"support by a caseworker who does not have the family",
         [](Case& c) { c.allocate(); },
         "second",
         [](Case& c) { return c.step(S::startSupport); },
         ""},
        {"support that ends before it started",
         [](Case& c) {
             c.allocate();
             Decision start = c.step(S::startSupport);
             start.date = support::daysAgo(5);
             must(casework::decide(c.team.caseworker(), start));
         },
         "caseworker",
         [](Case& c) {
             Decision decision = c.step(S::endSupport, "goals-met");
             decision.date = support::daysAgo(6);
             return decision;
         },
         "before it started"},
        {"proposing by hand",
         [](Case&) {},
         "supervisor",
         [](Case& c) { return c.step(S::propose); },
         "not taken by hand"},
        {"nominating without a nomination",
         [](Case&) {},
         "caseworker",
         [](Case& c) { return c.step(S::nominate); },
         "not taken by hand"},
    };
    return all;
}

}  // namespace

class DecisionsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void refuses_data() {
        QTest::addColumn<int>("index");
        for (int i = 0; i < static_cast<int>(refusals().size()); ++i)
            QTest::newRow(refusals()[static_cast<std::size_t>(i)].sentence) << i;
    }

    void refuses() {
        QFETCH(int, index);
        const Refusal& refusal = refusals()[static_cast<std::size_t>(index)];
        Case one;
        must(casework::addUser(one.team.administrator(),
                               {"second", "Second Caseworker", access::Role::caseworker},
                               support::TemporaryVault::password(),
                               casework::PasswordCost::quick));
        refusal.before(one);
        const CaseState before = one.state();
        VERIFY_FAILS(casework::decide(one.team.as(refusal.user), refusal.decision(one)),
                     Code::refused,
                     refusal.words);
        QCOMPARE(one.state(), before);
    }

    void aFamilyGoesFromProposedToClosed() {
        Case one;
        one.allocate();
        QCOMPARE(one.state(), CaseState::allocated);
        auto& caseworker = one.team.caseworker();
        Decision start = one.step(CaseStep::startSupport);
        start.date = support::daysAgo(20);
        QCOMPARE(must(casework::decide(caseworker, start)), CaseState::supported);
        const auto standing = must(store::CaseTable(caseworker.vault()).standing(one.family));
        QVERIFY(standing.supportFrom == support::daysAgo(20));
        QCOMPARE(standing.intensity, std::string("targeted"));
        QVERIFY(standing.allocatedTo == caseworker.user().id);
        QCOMPARE(must(casework::decide(caseworker, one.step(CaseStep::endSupport, "goals-met"))),
                 CaseState::closed);
        QCOMPARE(must(casework::decide(caseworker, one.step(CaseStep::reopen, "new-evidence"))),
                 CaseState::proposed);
    }

    void sentBackItMayBeTriagedAgain() {
        Case one;
        one.triage();
        one.look();
        auto& team = one.team;
        QCOMPARE(must(casework::decide(team.supervisor(),
                                       one.step(CaseStep::sendBack, "more-evidence"))),
                 CaseState::sentBack);
        QCOMPARE(
            must(casework::decide(team.caseworker(), one.step(CaseStep::triage, "evidence-holds"))),
            CaseState::triaged);
    }

    void aNewTriageAsksForANewLook() {
        Case one;
        one.triage();
        one.look();
        auto& team = one.team;
        must(casework::decide(team.supervisor(), one.step(CaseStep::sendBack, "more-evidence")));
        QTest::qSleep(1100);  // the log tells time in seconds
        must(casework::decide(team.caseworker(), one.step(CaseStep::triage, "evidence-holds")));
        VERIFY_FAILS(casework::decide(team.supervisor(), one.step(CaseStep::agree, "criteria-met")),
                     Code::refused,
                     "open its evidence");
    }

    void aFamilyPutBackMayBeTakenByAnother() {
        Case one;
        must(casework::addUser(one.team.administrator(),
                               {"second", "", access::Role::caseworker},
                               support::TemporaryVault::password(),
                               casework::PasswordCost::quick));
        auto& second = one.team.as("second");
        one.take();
        VERIFY_FAILS(casework::takeFamily(second, one.family), Code::refused, "");
        must(casework::putBackFamily(one.team.caseworker(), one.family));
        must(casework::takeFamily(second, one.family));
        QCOMPARE(must(casework::caseworkers(one.team.supervisor())).size(), std::size_t{2});
    }
};

QTEST_APPLESS_MAIN(DecisionsTest)
#include "decisions_test.moc"
