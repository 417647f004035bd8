// SPDX-License-Identifier: GPL-3.0-or-later
// What each reader sees of a family.
#include "casework/family_view.h"

#include "casework/decisions.h"
#include "support/price_family.h"

#include <algorithm>

using base::Code;
using casework::CriterionView;
using casework::FamilyView;
using records::CaseState;
using records::CaseStep;
using records::Outcome;
using support::BensAddress;
using support::familyNamed;
using support::memberNamed;
using support::must;
using support::prepareFamilies;
using support::Team;

namespace {

FamilyView opened(casework::Session& session, records::FamilyId family) {
    return must(casework::openFamily(session, family, "test"));
}

const CriterionView& criterion(const FamilyView& view, int number) {
    for (const CriterionView& one : view.criteria)
        if (one.number == number)
            return one;
    qFatal("no criterion %d", number);
}

// In a school term that was over by today.
std::string yanAway() {
    const base::Date then = support::daysAgo(150);
    const int month = then.month().as_number();
    const std::string term = (month < 4   ? "Spring "
                              : month < 9 ? "Summer "
                                          : "Autumn ") +
                             std::to_string(then.year());
    return "Pupil ID,Surname,Forename,DOB,Gender,Address Line 1,Town,Postcode,School URN,Term,"
           "Possible Sessions,Authorised Absences,Unauthorised Absences\n"
           "P3,Hughes,Yan,30/08/2014,F,3 Bridge Street,Leominster,HR6 8DZ,116000," +
           term + ",100,0,40\n";
}

// Within the last three completed terms, whatever the day.
std::string exclusionsOfYan() {
    const auto row = [](const char* type, int daysAgo) {
        return std::string("P3,") + type + "," + support::ukDate(support::daysAgo(daysAgo)) +
               ",Hughes,Yan,30/08/2014,F,3 Bridge Street,Leominster,HR6 8DZ,4,S\n";
    };
    return "Pupil ID,Exclusion Type,Exclusion Start,Surname,Forename,DOB,Gender,Address Line 1,"
           "Town,Postcode,Sessions Lost,Phase\n" +
           row("SUSP", 205) + row("PERM", 200);
}

// The Hugheses, who meet criterion 1, with a file of Yan's school.
records::FamilyId hughesesWith(Team& team, const std::string& name, const std::string& text) {
    must(team.tryImport("housing-2026", "tenancies.csv", support::tenancies()));
    must(team.tryImport("police-2026", "asb.csv", support::warnings()));
    must(team.tryImport("schools-2026", name, text));
    team.link();
    team.assess();
    return familyNamed(team, "HUGHES").family;
}

}  // namespace

class FamilyViewTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void showsWhoBelongsAndWhatWasFound() {
        Team team;
        prepareFamilies(team);
        const FamilyView view = familyNamed(team, "PRICE");
        QCOMPARE(view.members.size(), std::size_t{2});
        QCOMPARE(memberNamed(view, "Ann").role, records::MemberRole::parent);
        QCOMPARE(memberNamed(view, "Ben").role, records::MemberRole::child);
        QVERIFY(memberNamed(view, "Ben").address.find("Etnam") != std::string::npos);
        QVERIFY(!view.anyProtected);
        QCOMPARE(view.state, CaseState::proposed);
        for (const int met : {1, 4, 6})
            QCOMPARE(criterion(view, met).outcome, Outcome::met);
        QCOMPARE(criterion(view, 2).outcome, Outcome::unknown);
        QCOMPARE(criterion(view, 6).whose, std::string("1 adult"));
        QVERIFY(!criterion(view, 4).heard.empty());
        QVERIFY(criterion(view, 2).heard.empty());  // no school has sent anything
    }

    void aProtectedAddressIsHiddenForEveryoneAtIt() {
        Team team;
        prepareFamilies(team, BensAddress::restricted);
        const FamilyView view = familyNamed(team, "PRICE");
        QVERIFY(view.anyProtected);
        for (const auto& member : view.members) {
            QVERIFY(member.addressProtected);
            QCOMPARE(member.address, std::string("Protected address"));
        }
        const FamilyView other = familyNamed(team, "HUGHES");
        QVERIFY(!other.anyProtected);
        QVERIFY(other.members.at(0).address.find("Bridge") != std::string::npos);
    }

    void aProtectedAddressIsHiddenHoweverItIsWritten() {
        Team team;
        prepareFamilies(team, BensAddress::restricted);
        std::string later = support::tenancies();
        later.resize(later.find("102;"));
        later.replace(later.find("14 Etnam Street"), 15, "14, Etnam St.");
        later.replace(later.find("HR6 8AQ"), 7, "");
        later.replace(later.find("01/02/2020"), 10, support::ukDate(support::daysAgo(1)));
        must(team.tryImport("housing-2026", "later.csv", later));
        team.link();
        const FamilyView view = familyNamed(team, "PRICE");
        for (const auto& member : view.members)
            QCOMPARE(member.address, std::string("Protected address"));
    }

    void aCaseworkerSeesAHealthOutcomeButNotItsRows() {
        Team team;
        prepareFamilies(team);
        const auto family = familyNamed(team, "PRICE").family;
        const FamilyView view = opened(team.caseworker(), family);
        QCOMPARE(criterion(view, 6).outcome, Outcome::met);
        QVERIFY(!criterion(view, 6).mayOpenEvidence);
        QVERIFY(criterion(view, 1).mayOpenEvidence);
        VERIFY_FAILS(casework::openEvidence(team.caseworker(), family, 6, "triage"),
                     Code::refused,
                     "not the rows behind it");
        for (const auto& row : must(casework::chronology(team.caseworker(), family, "triage")))
            QVERIFY2(row.agency.find("ealth") == std::string::npos, row.recordType.c_str());
        for (const auto& indicator : criterion(view, 6).indicators)
            for (const auto& finding : indicator.findings)
                QCOMPARE(finding.explanation, std::string());
        const FamilyView inFull = opened(team.supervisor(), family);
        QVERIFY(!criterion(inFull, 6).indicators.at(0).findings.at(0).explanation.empty());
    }

    void membersWhoMeetNothingStayClosedInTheChronology() {
        Team team;
        prepareFamilies(team);
        const FamilyView view = opened(team.supervisor(), familyNamed(team, "JONES").family);
        QVERIFY(std::none_of(view.members.begin(), view.members.end(), [](const auto& member) {
            return member.meetsSomething;
        }));
        auto& supervisor = team.supervisor();
        QVERIFY(must(casework::chronology(supervisor, view.family, "review")).empty());
        const auto kim = memberNamed(view, "Kim").person;
        VERIFY_FAILS(casework::chronology(supervisor, view.family, "review", {{kim, "  "}}),
                     Code::refused,
                     "say why");
        const auto rows = must(casework::chronology(
            supervisor, view.family, "review", {{kim, "asked by the school"}}));
        QVERIFY(!rows.empty());
        for (const auto& row : rows)
            QVERIFY(row.person == kim);
    }

    void aSupervisorOpensTheHealthRows() {
        Team team;
        prepareFamilies(team);
        const auto family = familyNamed(team, "PRICE").family;
        const auto rows = must(casework::openEvidence(team.supervisor(), family, 6, "review"));
        QCOMPARE(rows.size(), std::size_t{1});
        QCOMPARE(rows[0].indicator, std::string("6a"));
        QCOMPARE(rows[0].delivery, std::string("needs.csv"));
        QCOMPARE(rows[0].row, std::int64_t{2});
    }

    void evidenceLeadsBackToThePartnersRow() {
        Team team;
        prepareFamilies(team);
        const auto family = familyNamed(team, "HUGHES").family;
        const auto rows = must(casework::openEvidence(team.caseworker(), family, 1, "triage"));
        QCOMPARE(rows.size(), std::size_t{1});
        QCOMPARE(rows[0].delivery, std::string("asb.csv"));
        QCOMPARE(rows[0].row, std::int64_t{3});
        QVERIFY(rows[0].date == support::daysAgo(60));
        QVERIFY(rows[0].whose.starts_with("Zoe"));
    }

    // A row of attendance says its term and no day; the rule dates it, in the chronology too.
    void theChronologyHasTheDaysOfTheEvidence() {
        Team team;
        const auto family = hughesesWith(team, "attendance.csv", yanAway());
        const auto evidence = must(casework::openEvidence(team.supervisor(), family, 2, "review"));
        QCOMPARE(evidence.size(), std::size_t{1});
        QVERIFY(evidence[0].date.has_value());
        const auto rows = must(casework::chronology(team.supervisor(), family, "review"));
        const auto attendance = std::ranges::find(
            rows, std::string("attendance.csv"), &casework::EvidenceRow::delivery);
        QVERIFY(attendance != rows.end());
        QVERIFY(attendance->date == evidence[0].date);
    }

    // One suspension falls short of 2b, which in the plan stands before 2c.
    void whatMeetsACriterionComesBeforeWhatFellShort() {
        Team team;
        const auto family = hughesesWith(team, "exclusions.csv", exclusionsOfYan());
        const auto rows = must(casework::openEvidence(team.caseworker(), family, 2, "triage"));
        QCOMPARE(rows.size(), std::size_t{2});
        QCOMPARE(rows[0].indicator, std::string("2c"));
        QVERIFY(rows[0].outcome == Outcome::met);
        QCOMPARE(rows[1].indicator, std::string("2b"));
        QVERIFY(rows[1].outcome == Outcome::notMet);
        QCOMPARE(rows[1].value, std::string("Category: Suspension; Sessions lost: 4"));
    }

    void offersTheStepsOfTheRole_data() {
        QTest::addColumn<QString>("user");
        QTest::addColumn<int>("step");
        QTest::addColumn<bool>("offered");
        const auto row = [](const char* name, const char* user, CaseStep step, bool offered) {
            QTest::newRow(name) << QString::fromUtf8(user) << static_cast<int>(step) << offered;
        };
        row("a caseworker may triage", "caseworker", CaseStep::triage, true);
        row("a caseworker may nominate", "caseworker", CaseStep::nominate, true);
        row("a caseworker may not agree", "caseworker", CaseStep::agree, false);
        row("a supervisor may not triage", "supervisor", CaseStep::triage, false);
        row("a supervisor can't agree what nobody triaged", "supervisor", CaseStep::agree, false);
    }

    void offersTheStepsOfTheRole() {
        QFETCH(QString, user);
        QFETCH(int, step);
        QFETCH(bool, offered);
        Team team;
        prepareFamilies(team);
        const auto family = familyNamed(team, "PRICE").family;
        const auto steps = opened(team.as(user.toStdString()), family).steps;
        QCOMPARE(std::count(steps.begin(), steps.end(), static_cast<CaseStep>(step)),
                 std::ptrdiff_t{offered ? 1 : 0});
    }

    void afterTriageTheSupervisorDecides() {
        Team team;
        prepareFamilies(team);
        const auto family = familyNamed(team, "PRICE").family;
        must(casework::takeFamily(team.caseworker(), family));
        must(casework::decide(
            team.caseworker(),
            {family, CaseStep::triage, "evidence-holds", "Police and housing agree", {}, {}, {}}));
        const std::vector<CaseStep> expected{
            CaseStep::sendBack, CaseStep::agree, CaseStep::notSuitable};
        QVERIFY(opened(team.supervisor(), family).steps == expected);
        QVERIFY(!opened(team.supervisor(), family).evidenceOpened);
        must(casework::openEvidence(team.supervisor(), family, 1, "review"));
        const FamilyView view = opened(team.supervisor(), family);
        QVERIFY(view.evidenceOpened);
        QVERIFY(std::any_of(view.decisions.begin(), view.decisions.end(), [](const auto& line) {
            return line.step == "Triaged" && line.who == "Caseworker" &&
                   line.words == "Police and housing agree";
        }));
    }

    void tellsWhoHasLooked() {
        Team team;
        prepareFamilies(team);
        const auto family = familyNamed(team, "PRICE").family;
        const auto before = opened(team.supervisor(), family).looks.size();
        must(casework::openFamily(team.caseworker(), family, "a call from school"));
        const FamilyView view = opened(team.supervisor(), family);
        QCOMPARE(view.looks.size(), before + 2);
        QVERIFY(std::any_of(view.looks.begin(), view.looks.end(), [](const auto& look) {
            return look.who == "Caseworker" && look.reason == "a call from school";
        }));
    }

    void aDataOfficerOpensNoFamily() {
        Team team;
        prepareFamilies(team);
        const auto family = familyNamed(team, "PRICE").family;
        VERIFY_FAILS(
            casework::openFamily(team.dataOfficer(), family, "curiosity"), Code::refused, "");
    }

    void aFamilyThatIsNobodysCaseIsClosedToACaseworker() {
        Team team;
        prepareFamilies(team);
        const FamilyView jones = familyNamed(team, "JONES");
        QCOMPARE(jones.state, CaseState::assessed);
        VERIFY_FAILS(
            casework::openFamily(team.caseworker(), jones.family, "curiosity"), Code::refused, "");
    }
};

QTEST_APPLESS_MAIN(FamilyViewTest)
#include "family_view_test.moc"
