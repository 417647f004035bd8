// SPDX-License-Identifier: GPL-3.0-or-later
// A professional's concern of equal weight.
#include "casework/decisions.h"
#include "support/price_family.h"

using base::Code;
using casework::Nomination;
using records::CaseState;
using records::Outcome;
using support::familyNamed;
using support::memberNamed;
using support::must;
using support::prepareFamilies;
using support::Team;

namespace {

// Of Dee Jones, whose family meets no criterion.
Nomination ofDee(Team& team) {
    const auto view = familyNamed(team, "JONES");
    Nomination nomination;
    nomination.family = view.family;
    nomination.person = memberNamed(view, "Dee").person;
    nomination.criterion = 3;
    nomination.nominator = "P. Rofessional";
    nomination.nominatorRole = "health visitor";
    nomination.agency = records::Agency::socialCare;
    nomination.date = support::daysAgo(3);
    nomination.reason = "Needs help early, before it grows";
    return nomination;
}

// Of Yan Hughes, whose family is proposed.
Nomination ofYan(Team& team) {
    Nomination nomination = ofDee(team);
    const auto view = familyNamed(team, "HUGHES");
    nomination.family = view.family;
    nomination.person = memberNamed(view, "Yan").person;
    return nomination;
}

}  // namespace

class NominationsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void proposesAFamilyThatWasOnlyAssessed() {
        Team team;
        prepareFamilies(team);
        const Nomination nomination = ofDee(team);
        QCOMPARE(familyNamed(team, "JONES").state, CaseState::assessed);
        must(casework::nominate(team.supervisor(), nomination));
        const auto view = familyNamed(team, "JONES");
        QCOMPARE(view.state, CaseState::proposed);
        QCOMPARE(view.decisions.size(), std::size_t{1});
        QCOMPARE(view.decisions[0].step, std::string("Nominated"));
        QVERIFY(view.decisions[0].words.find("health visitor") != std::string::npos);
    }

    void meetsItsCriterionOnceLinkedAndAssessed() {
        Team team;
        prepareFamilies(team);
        const Nomination nomination = ofDee(team);
        must(casework::nominate(team.supervisor(), nomination));
        team.link();
        team.assess();
        const auto view = familyNamed(team, "JONES");
        QVERIFY(view.family == nomination.family);
        QCOMPARE(view.members.size(), std::size_t{2});
        for (const casework::CriterionView& criterion : view.criteria)
            QCOMPARE(criterion.outcome == Outcome::met, criterion.number == 3);
        const auto rows = must(casework::openEvidence(team.supervisor(), view.family, 3, "review"));
        QCOMPARE(rows.size(), std::size_t{1});
        QCOMPARE(rows[0].indicator, std::string("3g"));
        QCOMPARE(rows[0].delivery, std::string("nomination form"));
        QVERIFY(rows[0].date == nomination.date);
    }

    void aProposedFamilyStaysProposed() {
        Team team;
        prepareFamilies(team);
        const Nomination nomination = ofYan(team);
        must(casework::nominate(team.caseworker(), nomination));
        QCOMPARE(familyNamed(team, "HUGHES").state, CaseState::proposed);
    }

    void whoHoldsTheFamilyKeepsIt() {
        Team team;
        prepareFamilies(team);
        const Nomination nomination = ofYan(team);
        must(casework::takeFamily(team.caseworker(), nomination.family));
        must(casework::nominate(team.caseworker(), nomination));
        QCOMPARE(familyNamed(team, "HUGHES").holder, std::string("Caseworker"));
    }

    void refuses_data() {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("words");
        const auto row = [](const char* what, const char* words) {
            QTest::newRow(what) << QString::fromUtf8(what) << QString::fromUtf8(words);
        };
        row("an agency whose agreement permits none", "permits nominations");
        row("no criterion", "which of the six");
        row("a seventh criterion", "which of the six");
        row("no nominator", "needs the nominator");
        row("no role", "needs the nominator");
        row("no reason", "needs the nominator");
        row("no date", "up to today");
        row("a date to come", "up to today");
    }

    void refuses() {
        QFETCH(QString, what);
        QFETCH(QString, words);
        Team team;
        prepareFamilies(team);
        Nomination nomination = ofDee(team);
        if (what == QStringLiteral("an agency whose agreement permits none"))
            nomination.agency = records::Agency::police;
        else if (what == QStringLiteral("no criterion"))
            nomination.criterion = 0;
        else if (what == QStringLiteral("a seventh criterion"))
            nomination.criterion = 7;
        else if (what == QStringLiteral("no nominator"))
            nomination.nominator = " ";
        else if (what == QStringLiteral("no role"))
            nomination.nominatorRole.clear();
        else if (what == QStringLiteral("no reason"))
            nomination.reason.clear();
        else if (what == QStringLiteral("no date"))
            nomination.date = base::Date();
        else
            nomination.date = support::daysAgo(-1);
        VERIFY_FAILS(
            casework::nominate(team.supervisor(), nomination), Code::refused, words.toStdString());
        QCOMPARE(familyNamed(team, "JONES").state, CaseState::assessed);
        QCOMPARE(must(casework::listDeliveries(team.dataOfficer())).size(), std::size_t{4});
    }

    void refusesSomeoneWhoIsNotOfTheFamily() {
        Team team;
        prepareFamilies(team);
        Nomination nomination = ofDee(team);
        nomination.person = memberNamed(familyNamed(team, "HUGHES"), "Yan").person;
        QVERIFY(!casework::nominate(team.supervisor(), nomination));
        nomination.person = records::PersonId{999'999};
        QVERIFY(!casework::nominate(team.supervisor(), nomination));
        QCOMPARE(familyNamed(team, "JONES").state, CaseState::assessed);
    }

    void aCaseworkerNominatesOnlyFamiliesTheyWorkWith() {
        Team team;
        prepareFamilies(team);
        VERIFY_FAILS(casework::nominate(team.caseworker(), ofDee(team)), Code::refused, "");
    }
};

QTEST_APPLESS_MAIN(NominationsTest)
#include "nominations_test.moc"
