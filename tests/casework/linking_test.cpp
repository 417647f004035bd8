// SPDX-License-Identifier: GPL-3.0-or-later
// A person's answers win over the engine, in the next run and every one after it, and numbers last.
#include "casework/linking.h"

#include "casework/link_undo.h"
#include "casework/tie_review.h"
#include "store/family_table.h"
#include "store/link_table.h"
#include "support/price_family.h"
#include "support/stop_after.h"
#include "tests/support/linkage_town.h"

#include <cmath>
#include <set>

using base::Code;
using records::DoubtId;
using records::PairAnswer;
using records::PersonId;
using records::RecordId;
using support::must;
using support::Team;

namespace {

// Two of the town's sources as housing sends them, each in a file of its own: what one person is
// called differs between them.
std::string housingFile(const std::vector<test::Row>& rows, bool early) {
    std::string text =
        "Person Number;Tenancy Ref;Relationship To Tenant;Surname;First Name;Date of Birth;Sex;"
        "Property Address 1;Property Postcode\n";
    std::size_t number = 0;
    for (const test::Row& row : rows) {
        ++number;
        if ((row.source < 2) != early)
            continue;
        const std::string birth = row.birth.empty()
                                      ? ""
                                      : row.birth.substr(8, 2) + "/" + row.birth.substr(5, 2) +
                                            "/" + row.birth.substr(0, 4);
        text += std::to_string(number) + ";" + row.address + row.postcode + ";Other;" +
                row.surname + ";" + row.forename + ";" + birth + ";" + row.sex + ";" + row.address +
                ";" + row.postcode + "\n";
    }
    return text;
}

// A town of ninety households, received and linked once.
struct LinkedTown {
    Team team;

    LinkedTown() {
        const auto rows = test::Town(17).rows(90);
        must(team.tryImport("housing-2026", "early.csv", housingFile(rows, true)));
        must(team.tryImport("housing-2026", "late.csv", housingFile(rows, false)));
        team.link();
    }

    [[nodiscard]] store::LinkTable table() { return store::LinkTable(team.dataOfficer().vault()); }

    [[nodiscard]] PersonId personOf(RecordId record) {
        const auto grant =
            support::granted(team.dataOfficer().vault(), access::Action::reviewLinks);
        return must(table().personOf(grant, record)).value_or(PersonId{});
    }

    [[nodiscard]] std::vector<PersonId> people() {
        std::vector<PersonId> all;
        for (const casework::ClusterRow& row : must(casework::clusters(team.dataOfficer())))
            all.push_back(row.person);
        return all;
    }

    // Family numbers with their members'.
    [[nodiscard]] std::set<std::pair<std::int64_t, std::int64_t>> memberships() {
        auto& vault = team.dataOfficer().vault();
        const auto grant = support::granted(vault, access::Action::linkRecords);
        std::set<std::pair<std::int64_t, std::int64_t>> all;
        for (const records::Family& family : must(store::FamilyTable(vault).all(grant)))
            for (const records::Membership& member : family.members)
                all.emplace(family.id.value, member.person.value);
        return all;
    }

    [[nodiscard]] DoubtId firstDoubt() {
        const auto queue = must(casework::pairQueue(team.dataOfficer(), 1));
        return queue.next.empty() ? DoubtId{} : queue.next.front();
    }

    // A record that shares its person with others, and one of those others.
    [[nodiscard]] std::pair<RecordId, RecordId> together() {
        auto& vault = team.dataOfficer().vault();
        const auto grant = support::granted(vault, access::Action::linkRecords);
        std::pair<RecordId, RecordId> found;
        must(table().forEach(grant, [&](records::Link&& link) -> base::Result<void> {
            if (link.against && !found.first)
                found = {link.record, link.against};
            return {};
        }));
        return found;
    }
};

}  // namespace

class LinkingTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void linksAnAgencysRowsWithAnothers() {
        Team team;
        support::receiveFamilies(team);
        const auto report = team.link();
        QCOMPARE(report.records, std::int64_t{11});
        QCOMPARE(report.people, std::int64_t{6});
        QCOMPARE(report.families, std::int64_t{3});
        std::set<PersonId> anns;
        for (const casework::ClusterRow& row : must(casework::clusters(team.dataOfficer())))
            if (row.row == 2)  // Ann's is the first row of every file
                anns.insert(row.person);
        QCOMPARE(anns.size(), std::size_t{1});
    }

    void linkingAgainWithoutChangeKeepsEveryNumber() {
        LinkedTown town;
        const auto people = town.people();
        const auto memberships = town.memberships();
        QVERIFY(people.size() > 300);
        QVERIFY(memberships.size() > 100);
        town.team.link();
        QVERIFY(town.people() == people);
        QVERIFY(town.memberships() == memberships);
    }

    void anAnswerOfSameJoinsTheTwoInTheNextRun() {
        LinkedTown town;
        const DoubtId doubt = town.firstDoubt();
        QVERIFY(doubt);
        const auto view = must(casework::openPair(town.team.dataOfficer(), doubt));
        QVERIFY(view.left.source.find(".csv, row ") != std::string::npos);
        QVERIFY(town.personOf(view.pair.left) != town.personOf(view.pair.right));
        must(casework::answerPair(town.team.dataOfficer(), doubt, PairAnswer::same));
        QCOMPARE(must(casework::pairQueue(town.team.dataOfficer(), 1)).answered, std::int64_t{1});
        town.team.link();
        QCOMPARE(must(casework::pairQueue(town.team.dataOfficer(), 1)).answered, std::int64_t{1});
        QVERIFY(town.personOf(view.pair.left) == town.personOf(view.pair.right));
        town.team.link();
        QVERIFY(town.personOf(view.pair.left) == town.personOf(view.pair.right));
    }

    void theReasonsOfADoubtAddUpToItsWeight() {
        LinkedTown town;
        const auto queue = must(casework::pairQueue(town.team.dataOfficer(), 20));
        QVERIFY(!queue.next.empty());
        for (const DoubtId doubt : queue.next) {
            const auto pair = must(casework::openPair(town.team.dataOfficer(), doubt)).pair;
            double weight = 0;
            for (const records::LinkReason& reason : pair.reasons)
                weight += reason.weight;
            QVERIFY(!pair.reasons.empty() && !pair.why.empty());
            QVERIFY(std::abs(weight - pair.weight) < 0.01);
        }
    }

    void anAnswerOfDifferentKeepsTheTwoApartAndIsAskedNoMore() {
        LinkedTown town;
        const DoubtId doubt = town.firstDoubt();
        QVERIFY(doubt);
        const auto pair = must(casework::openPair(town.team.dataOfficer(), doubt)).pair;
        must(casework::answerPair(town.team.dataOfficer(), doubt, PairAnswer::different));
        town.team.link();
        QVERIFY(town.personOf(pair.left) != town.personOf(pair.right));
        const auto queue = must(casework::pairQueue(town.team.dataOfficer(), 10'000));
        QCOMPARE(std::count(queue.next.begin(), queue.next.end(), doubt), std::ptrdiff_t{0});
    }

    void anAnswerTakenBackLeavesThePairToTheEngine() {
        LinkedTown town;
        const auto before = town.people();
        const DoubtId doubt = town.firstDoubt();
        QVERIFY(doubt);
        must(casework::answerPair(town.team.dataOfficer(), doubt, PairAnswer::same));
        must(casework::answerPair(town.team.dataOfficer(), doubt, PairAnswer::none));
        town.team.link();
        QVERIFY(town.people() == before);
        QVERIFY(town.firstDoubt() == doubt);
    }

    void anUndoneLinkSetsTheRecordApart() {
        LinkedTown town;
        const auto [record, other] = town.together();
        QVERIFY(record);
        const PersonId person = town.personOf(other);
        QVERIFY(town.personOf(record) == person);
        must(casework::undoLink(town.team.dataOfficer(), record));
        for (int run = 0; run < 2; ++run) {
            town.team.link();
            QVERIFY(town.personOf(record) != town.personOf(other));
        }
    }

    void aStoppedRunChangesNothing() {
        LinkedTown town;
        const auto people = town.people();
        const auto [record, other] = town.together();
        must(casework::undoLink(town.team.dataOfficer(), record));
        int stopped = 0;
        for (int steps = 0;; steps += 3) {
            support::StopAfter stop(steps);
            const auto report = casework::linkRecords(town.team.dataOfficer(), stop);
            if (report)
                break;
            QCOMPARE(report.error().code, Code::cancelled);
            QVERIFY(town.people() == people);
            ++stopped;
        }
        QVERIFY(stopped > 0);
        QVERIFY(town.people() != people);
    }

    void aDoubtfulTieBecomesAFamilyWhenAPersonSaysSo() {
        Team team;
        std::string hostel =
            "Person Number;Tenancy Ref;Relationship To Tenant;Surname;First Name;Date of Birth;"
            "Sex;Property Address 1;Town;Property Postcode\n"
            "1;;Other;Price;Ann;14/03/1990;F;Womens Refuge;Leominster;HR6 8AQ\n"
            "2;;Other;Price;Ben;05/06/2015;M;Womens Refuge;Leominster;HR6 8AQ\n";
        must(team.tryImport("housing-2026", "refuge.csv", hostel));
        QCOMPARE(team.link().families, std::int64_t{0});
        const auto queue = must(casework::tieQueue(team.dataOfficer(), 10));
        QCOMPARE(queue.waiting, std::int64_t{1});
        QCOMPARE(queue.next.size(), std::size_t{1});
        must(casework::decideTie(team.dataOfficer(), queue.next[0].id, true));
        QCOMPARE(team.link().families, std::int64_t{1});
        QCOMPARE(must(casework::tieQueue(team.dataOfficer(), 10)).waiting, std::int64_t{0});
    }

    void onlyADataOfficerLinks() {
        Team team;
        base::NoProgress quiet;
        for (const char* user : {"caseworker", "supervisor", "administrator"}) {
            VERIFY_FAILS(casework::linkRecords(team.as(user), quiet), Code::refused, "");
            VERIFY_FAILS(casework::pairQueue(team.as(user), 1), Code::refused, "");
            VERIFY_FAILS(casework::undoLink(team.as(user), RecordId{1}), Code::refused, "");
        }
    }
};

QTEST_APPLESS_MAIN(LinkingTest)
#include "linking_test.moc"
