// SPDX-License-Identifier: GPL-3.0-or-later
// What partners correct and take back, and that the order in which deliveries arrive changes
// nothing.
#include "casework/deliveries.h"
#include "casework/mappings.h"
#include "casework/quality.h"
#include "support/price_family.h"

#include <rapidcheck.h>

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

using base::Code;
using support::must;
using support::Team;

namespace {

constexpr const char* attendanceHeader =
    "Pupil ID,Surname,Forename,DOB,Gender,Address Line 1,Town,Postcode,School URN,Term,Possible "
    "Sessions,Authorised Absences,Unauthorised Absences\n";

std::string benAway(int unauthorised) {
    return "P1,Price,Ben,05/06/2015,M,14 Etnam Street,Leominster,HR6 8AQ,116000,Autumn "
           "2026,100,0," +
           std::to_string(unauthorised) + "\n";
}

std::string deeAway(int unauthorised) {
    return "P2,Jones,Dee,17/04/2013,F,8 Broad Street,Hereford,HR1 2AB,116000,Autumn 2026,100,0," +
           std::to_string(unauthorised) + "\n";
}

std::string arrearsOf(const std::string& rows) {
    return "Person Number;Debt Type;Balance Date;Surname;First Name;Date of Birth;Sex;"
           "Property Address 1;Town;Property Postcode;Amount Owed;Weeks Owed\n" +
           rows;
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    const auto at = text.find(from);
    if (at == std::string::npos)
        qFatal("no %s", from.c_str());
    return text.replace(at, from.size(), to);
}

struct Sent {
    std::string agreement;
    std::string name;
    std::string text;
    bool inError = false;
};

// Half a year of deliveries with corrections among them, in the order of the days they speak of.
std::vector<Sent> halfAYear() {
    return {
        {"housing-2026", "tenancies_2026-01-31.csv", support::tenancies()},
        {"schools-2026", "attendance_2026-02-10.csv", attendanceHeader + benAway(2) + deeAway(40)},
        {"police-2026", "asb_2026-02-28.csv", support::warnings()},
        {"housing-2026", "arrears_2026-03-01.csv", support::debts()},
        {"housing-2026",
         "arrears_2026-03-15.csv",
         arrearsOf("105;RENT;" + support::ukDate(support::daysAgo(20)) +
                   ";Jones;Kim;09/01/1982;M;8 Broad Street;Hereford;HR1 2AB;9000.00;50\n"),
         true},
        {"schools-2026", "attendance_2026-03-20.csv", attendanceHeader + benAway(55)},
        {"health-2026", "needs_2026-03-31.csv", support::needs()},
        // Zoe's debt was booked to the wrong account, and Yan's name is mended.
        {"housing-2026",
         "arrears_2026-04-01.csv",
         replaced(replaced(support::debts(), "DZ;1450.00;12", "DZ;0;0"), "101;RENT", "101;RENT")},
        {"housing-2026",
         "tenancies_2026-04-30.csv",
         replaced(support::tenancies(), "Hughes;Yan", "Hughes-Lee;Yan")},
        {"schools-2026", "attendance_2026-05-20.csv", attendanceHeader + deeAway(1)},
    };
}

// Everything that a run makes of the vault, without the numbers it gave.
std::string outcomeOf(Team& team) {
    std::map<records::PersonId, std::set<std::string>> people;
    for (const casework::ClusterRow& row : must(casework::clusters(team.dataOfficer())))
        people[row.person].insert(row.file + ":" + std::to_string(row.row));
    std::multiset<std::string> lines;
    for (const auto& [person, rows] : people) {
        std::string line = "person";
        for (const std::string& row : rows)
            line += " " + row;
        lines.insert(line);
    }
    casework::WorkQuery everyone;
    everyone.filter = casework::WorkFilter::all;
    for (const casework::WorkRow& row :
         must(casework::listFamilies(team.supervisor(), everyone, 0, 100))) {
        const auto view = must(casework::openFamily(team.supervisor(), row.family, "test"));
        std::multiset<std::string> parts;
        for (const casework::MemberView& member : view.members)
            parts.insert(member.name + "/" + member.birthWords + "/" + member.address);
        for (const casework::CriterionView& criterion : view.criteria)
            for (const casework::IndicatorView& indicator : criterion.indicators)
                for (const casework::FindingView& finding : indicator.findings)
                    parts.insert(indicator.code + " " + finding.whose + " " +
                                 std::string(records::outcomeCode(finding.outcome)) + " " +
                                 finding.explanation);
        std::string line = "family";
        for (const std::string& part : parts)
            line += "\n  " + part;
        lines.insert(line);
    }
    std::string all;
    for (const std::string& line : lines)
        all += line + "\n";
    return all;
}

std::string outcomeIn(const std::vector<std::size_t>& order, bool linkedBetween) {
    const auto all = halfAYear();
    Team team;
    for (std::size_t i = 0; i < order.size(); ++i) {
        const Sent& sent = all[order[i]];
        const auto report = must(team.tryImport(sent.agreement, sent.name, sent.text));
        if (sent.inError)
            must(casework::withdrawDelivery(
                team.dataOfficer(), report.delivery.id, "another council's file"));
        if (linkedBetween && i == order.size() / 2) {
            team.link();
            team.assess();
        }
    }
    team.link();
    team.assess();
    return outcomeOf(team);
}

const casework::CriterionView& criterion(const casework::FamilyView& view, int number) {
    return *std::ranges::find(view.criteria, number, &casework::CriterionView::number);
}

constexpr const char* rollMapping = R"(
name = "club-roll"
version = "1"
agency = "schools"
record_type = "school_roll"
description = "Whole rolls of a club."
dates = ["yyyy-mm-dd"]
local_id_series = "club"
recognised_by = ["Club Number", "Standing"]

[columns]
local_id = "Club Number"
surname = "Surname"
forename = "Forename"
birth_date = "Born"
start_date = "From"

[columns.status]
heading = "Standing"
codes = { IN = "on-roll", OUT = "off-roll" }

[corrections]
key = ["local_id", "start_date"]
delivery = "whole"
withdrawn = { heading = "Row", codes = ["DELETED"] }
)";

}  // namespace

class CorrectionsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void initTestCase() {
        // Each case fills two vaults; a few say enough.
        qputenv("RC_PARAMS", qgetenv("RC_PARAMS") + " max_success=4");
    }

    void theFindingsFollowACorrection() {
        Team team;
        support::prepareFamilies(team);
        const auto before = support::familyNamed(team, "HUGHES");
        QVERIFY(criterion(before, 4).outcome == records::Outcome::met);
        const auto report =
            must(team.tryImport("housing-2026",
                                "arrears again.csv",
                                replaced(support::debts(), "DZ;1450.00;12", "DZ;0;0")));
        QCOMPARE(report.rowsReplaced, std::int64_t{2});
        team.link();
        team.assess();
        const auto after = support::familyNamed(team, "HUGHES");
        QVERIFY(criterion(after, 4).outcome != records::Outcome::met);
        QCOMPARE(after.family, before.family);
        QCOMPARE(after.members.size(), before.members.size());
    }

    void theChainOfARowIsShownWithItsEvidence() {
        Team team;
        support::prepareFamilies(team);
        must(team.tryImport("housing-2026",
                            "arrears again.csv",
                            replaced(support::debts(), "AQ;1450.00;12", "AQ;1999.00;14")));
        team.link();
        team.assess();
        const auto family = support::familyNamed(team, "PRICE").family;
        const auto rows =
            must(casework::openEvidence(team.supervisor(), family, 4, "to see what changed"));
        QVERIFY(!rows.empty());
        QCOMPARE(rows.front().delivery, std::string("arrears again.csv"));
        QCOMPARE(rows.front().versions.size(), std::size_t{1});
        const std::string& chain = rows.front().versions.front();
        QVERIFY2(chain.find("arrears.csv, row 2") != std::string::npos, chain.c_str());
        QVERIFY2(chain.find("1450") != std::string::npos, chain.c_str());
    }

    void aWithdrawnDeliveryStopsCountingAndIsLogged() {
        Team team;
        support::receiveFamilies(team);
        const auto wrong = must(casework::listDeliveries(team.dataOfficer())).front();
        VERIFY_FAILS(casework::withdrawDelivery(team.dataOfficer(), wrong.id, "  "),
                     Code::malformed,
                     "say why");
        VERIFY_FAILS(
            casework::withdrawDelivery(team.supervisor(), wrong.id, "x"), Code::refused, "");
        VERIFY_FAILS(
            casework::withdrawDelivery(team.dataOfficer(), {99}, "x"), Code::notFound, "no such");
        must(casework::withdrawDelivery(team.dataOfficer(), wrong.id, "sent in error"));
        team.link();
        team.assess();
        const auto prices = support::familyNamed(team, "PRICE");
        QVERIFY(criterion(prices, 6).outcome == records::Outcome::unknown);
        const auto report = must(casework::qualityReport(team.dataOfficer(), wrong.id));
        QCOMPARE(report.withdrawnFor, std::string("sent in error"));
        QCOMPARE(report.superseded.front().first, records::Superseding::deliveryWithdrawn);
    }

    void aWithdrawnFileMayBeReceivedAgain() {
        Team team;
        support::receiveFamilies(team);
        VERIFY_FAILS(team.tryImport("health-2026", "needs.csv", support::needs()),
                     Code::exists,
                     "already received");
        const auto first = must(casework::listDeliveries(team.dataOfficer())).front();
        must(casework::withdrawDelivery(team.dataOfficer(), first.id, "under the wrong term"));
        const auto again = must(team.tryImport("health-2026", "needs.csv", support::needs()));
        QCOMPARE(again.delivery.rowsAccepted, first.rowsAccepted);
        team.link();
        team.assess();
        QVERIFY(criterion(support::familyNamed(team, "PRICE"), 6).outcome == records::Outcome::met);
        VERIFY_FAILS(team.tryImport("health-2026", "needs.csv", support::needs()),
                     Code::exists,
                     "already received");
    }

    void aWholeDeliveryEndsWhatItNoLongerSaysAndARowIsTakenBack() {
        Team team;
        const auto saved = must(casework::saveMapping(
            team.dataOfficer(), "schools-2026", rollMapping, "club-roll.toml"));
        must(casework::signOffMapping(team.supervisor(), saved.id));
        const std::string header = "Club Number,Surname,Forename,Born,From,Standing,Row\n";
        const auto first =
            must(team.tryImport("schools-2026",
                                "club_2026-01-31.csv",
                                header + "1,Price,Ben,2015-06-05,2025-09-01,IN,\n"
                                         "2,Jones,Dee,2013-04-17,2025-09-01,IN,\n"
                                         "3,Hughes,Yan,2014-08-30,2025-09-01,IN,\n"));
        const auto second =
            must(team.tryImport("schools-2026",
                                "club_2026-02-28.csv",
                                header + "1,Price,Ben,2015-06-05,2025-09-01,OUT,\n"
                                         "3,Hughes,Yan,2014-08-30,2025-09-01,IN,deleted\n"));
        QCOMPARE(second.rowsReplaced, std::int64_t{3});
        const auto report = must(casework::qualityReport(team.dataOfficer(), first.delivery.id));
        using Why = records::Superseding;
        QCOMPARE(report.superseded,
                 (std::vector<std::pair<Why, std::int64_t>>{
                     {Why::replaced, 1}, {Why::noLongerSent, 1}, {Why::takenBack, 1}}));
        team.link();
        QCOMPARE(must(casework::clusters(team.dataOfficer())).size(), std::size_t{1});
        // The file that came late says nothing new.
        const auto late = must(team.tryImport("schools-2026",
                                              "club_2026-02-01.csv",
                                              header + "2,Jones,Dee,2013-04-17,2025-09-01,IN,\n"));
        QCOMPARE(late.rowsReplaced, std::int64_t{3});  // it comes between the two
        team.link();
        QCOMPARE(must(casework::clusters(team.dataOfficer())).size(), std::size_t{1});
    }

    void theOrderOfArrivalChangesNothing() {
        std::vector<std::size_t> inOrder(halfAYear().size());
        std::iota(inOrder.begin(), inOrder.end(), std::size_t{0});
        const std::string expected = outcomeIn(inOrder, false);
        QVERIFY(expected.find("Hughes-Lee") != std::string::npos ||
                expected.find("HUGHES-LEE") != std::string::npos);
        QVERIFY(rc::check("late and out of order as in order", [&] {
            std::vector<std::size_t> order = inOrder;
            for (std::size_t i = order.size(); i > 1; --i)
                std::swap(
                    order[i - 1],
                    order[static_cast<std::size_t>(*rc::gen::inRange(0, static_cast<int>(i)))]);
            const bool between = *rc::gen::arbitrary<bool>();
            RC_ASSERT(outcomeIn(order, between) == expected);
        }));
    }
};

QTEST_GUILESS_MAIN(CorrectionsTest)
#include "corrections_test.moc"
