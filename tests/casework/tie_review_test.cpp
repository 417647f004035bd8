// SPDX-License-Identifier: GPL-3.0-or-later
// A doubtful tie: what is shown of it, and what an answer does.
#include "casework/tie_review.h"

#include "support/price_family.h"
#include "support/team.h"

#include <QtTest>

using base::Code;
using support::must;
using support::Team;

namespace {

constexpr std::string_view tenants =
    "Person Number;Tenancy Ref;Relationship To Tenant;Surname;First Name;Date of Birth;"
    "Sex;Property Address 1;Town;Property Postcode\n";

// A mother and a son whom nothing but a refuge puts together.
records::DoubtId refuge(Team& team) {
    must(team.tryImport("housing-2026",
                        "refuge.csv",
                        std::string(tenants) +
                            "1;;Other;Price;Ann;14/03/1990;F;Womens Refuge;Leominster;HR6 8AQ\n"
                            "2;;Other;Price;Ben;05/06/2015;M;Womens Refuge;Leominster;HR6 8AQ\n"));
    team.link();
    const auto queue = must(casework::tieQueue(team.dataOfficer(), 10));
    return queue.next.size() == 1 ? queue.next.front().id : records::DoubtId{};
}

}  // namespace

class TieReviewTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void aTieShowsWhoAndWhatEachPartnerSent() {
        Team team;
        const auto view = must(casework::openTie(team.dataOfficer(), refuge(team)));
        QCOMPARE(view.people.size(), std::size_t{2});
        for (const casework::TiePerson& person : view.people) {
            QVERIFY(person.name.starts_with("PRICE, "));
            QCOMPARE(person.records.size(), std::size_t{1});
            QVERIFY(person.records[0].source.starts_with("Housing: refuge.csv, row "));
            QVERIFY(person.records[0].address.find("Refuge") != std::string::npos);
            QCOMPARE(person.records[0].received.substr(0, 2), std::string("20"));
        }
    }

    // Rows of one delivery that say the same are one line of the comparison.
    void aDeliveryThatSaysItTwiceIsShownOnce() {
        Team team;
        const auto debt = [](const char* type) {
            return std::string("1;") + type + ";" + support::ukDate(support::daysAgo(30)) +
                   ";Price;Ann;14/03/1990;F;Womens Refuge;Leominster;HR6 8AQ;1450.00;12\n";
        };
        std::string debts = support::debts();
        debts.resize(debts.find('\n') + 1);
        must(team.tryImport("housing-2026", "debts.csv", debts + debt("RENT") + debt("CTAX")));
        const auto view = must(casework::openTie(team.dataOfficer(), refuge(team)));
        QCOMPARE(view.people.size(), std::size_t{2});
        const auto& lines = view.people[0].records;
        QCOMPARE(lines.size(), std::size_t{2});
        QCOMPARE(lines[0].furtherRows + lines[1].furtherRows, 1);
        QCOMPARE(view.people[1].records[0].furtherRows, 0);
    }

    void oneProtectedAddressIsEveryonesWhoSharesTheHome() {
        Team team;
        std::string episode = support::episodes(true);
        episode.replace(episode.find("14 Etnam Street"), 15, "Womens Refuge");
        must(team.tryImport("social-care-2026", "episodes.csv", episode));
        const auto view = must(casework::openTie(team.dataOfficer(), refuge(team)));
        std::size_t records = 0;
        for (const casework::TiePerson& person : view.people)
            for (const casework::TieRecord& record : person.records) {
                QCOMPARE(record.address, std::string("Protected address"));
                ++records;
            }
        QCOMPARE(records, std::size_t{3});
    }

    void theQueueCountsAllAndListsAsManyAsAskedFor() {
        Team team;
        refuge(team);
        const auto queue = must(casework::tieQueue(team.dataOfficer(), 0));
        QCOMPARE(queue.waiting, std::int64_t{1});
        QVERIFY(queue.next.empty());
    }

    void anAnswerCanBeTakenBack() {
        Team team;
        const auto tie = refuge(team);
        auto& officer = team.dataOfficer();
        must(casework::decideTie(officer, tie, false));
        QCOMPARE(must(casework::tieQueue(officer, 10)).waiting, std::int64_t{0});
        VERIFY_FAILS(casework::openTie(officer, tie), Code::notFound, "waits no more");
        must(casework::decideTie(officer, tie, std::nullopt));
        QCOMPARE(must(casework::tieQueue(officer, 10)).waiting, std::int64_t{1});
        team.link();
        QCOMPARE(must(casework::tieQueue(officer, 10)).waiting, std::int64_t{1});
    }

    void lookingAtATieIsWrittenDown() {
        Team team;
        const auto tie = refuge(team);
        auto& log = team.auditor().vault().auditLog();
        const auto before = must(log.newest());
        must(casework::openTie(team.dataOfficer(), tie));
        QCOMPARE(must(log.newest()), before + 1);
    }

    void onlyADataOfficerOpensATie() {
        Team team;
        const auto tie = refuge(team);
        for (const char* user : {"caseworker", "supervisor", "administrator"}) {
            VERIFY_FAILS(casework::tieQueue(team.as(user), 10), Code::refused, "");
            VERIFY_FAILS(casework::openTie(team.as(user), tie), Code::refused, "");
        }
    }
};

QTEST_GUILESS_MAIN(TieReviewTest)
#include "tie_review_test.moc"
