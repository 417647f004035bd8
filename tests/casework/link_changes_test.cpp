// SPDX-License-Identifier: GPL-3.0-or-later
// A run over what changed gives what a run over everything gives: the same people, doubts and
// families, whatever came in between.
#include "casework/link_undo.h"
#include "casework/linking.h"
#include "store/family_table.h"
#include "store/link_model_table.h"
#include "store/link_run_table.h"
#include "store/link_table.h"
#include "store/person_change_table.h"
#include "store/supersession_table.h"
#include "support/stop_after.h"
#include "support/team.h"
#include "tests/support/linkage_town.h"

#include <map>
#include <random>
#include <set>

using casework::LinkReport;
using casework::LinkScope;
using records::PersonChange;
using records::PersonId;
using records::RecordId;
using support::must;
using support::Team;

namespace {

std::string housingLine(const test::Row& row, std::size_t number) {
    const std::string birth =
        row.birth.empty()
            ? ""
            : row.birth.substr(8, 2) + "/" + row.birth.substr(5, 2) + "/" + row.birth.substr(0, 4);
    return std::to_string(number) + ";" + row.address + row.postcode + ";Other;" + row.surname +
           ";" + row.forename + ";" + birth + ";" + row.sex + ";" + row.address + ";" +
           row.postcode + "\n";
}

// What a vault says of everybody: families and doubts by the records and people they are about.
struct Said {
    std::map<std::int64_t, std::int64_t> people;                    // by record
    std::set<std::pair<std::int64_t, std::int64_t>> doubts;         // records
    std::set<std::tuple<std::int64_t, std::int64_t, int>> members;  // family, person, role
    std::set<std::pair<std::string, std::size_t>> ties;             // home, people

    friend bool operator==(const Said&, const Said&) = default;
};

class GrowingVault {
public:
    explicit GrowingVault(std::uint32_t seed) : m_random(seed), m_rows(test::Town(seed).rows(60)) {
        std::shuffle(m_rows.begin(), m_rows.end(), m_random);
    }

    Team team;

    // The next rows, as a delivery of their own.
    void receive(std::size_t rows) {
        std::string text =
            "Person Number;Tenancy Ref;Relationship To Tenant;Surname;First Name;Date of Birth;"
            "Sex;Property Address 1;Property Postcode\n";
        for (std::size_t i = 0; i < rows && m_next < m_rows.size(); ++i, ++m_next)
            text += housingLine(m_rows[m_next], m_next + 1);
        must(team.tryImport(
            "housing-2026", "rows-" + std::to_string(++m_files) + ".csv", std::move(text)));
    }

    [[nodiscard]] std::size_t rows() const { return m_rows.size(); }

    LinkReport link(LinkScope scope = LinkScope::changes) {
        base::NoProgress quiet;
        return must(casework::linkRecords(team.dataOfficer(), quiet, scope));
    }

    std::uint32_t upTo(std::size_t bound) { return static_cast<std::uint32_t>(m_random() % bound); }

    // Answers some doubtful pair, one way or the other, or sets a record apart.
    void decide() {
        auto& officer = team.dataOfficer();
        if (upTo(3) == 0) {
            const auto rows = must(casework::clusters(officer));
            must(casework::undoLink(officer, rows[upTo(rows.size())].record));
            return;
        }
        const auto queue = must(casework::pairQueue(officer, 50));
        if (!queue.next.empty())
            must(casework::answerPair(
                officer,
                queue.next[upTo(queue.next.size())],
                upTo(2) == 0 ? records::PairAnswer::same : records::PairAnswer::different));
    }

    void withdrawOne() {
        auto& vault = team.dataOfficer().vault();
        store::SupersessionTable table(vault);
        const auto standings = must(table.standings());
        const auto& one = standings[1 + upTo(standings.size() - 1)];
        if (one.withdrawnAt.empty())
            must(table.withdraw(one.delivery, vault.user().id, "sent in error"));
    }

    [[nodiscard]] Said said() {
        auto& vault = team.dataOfficer().vault();
        const auto grant = support::granted(vault, access::Action::linkRecords);
        Said all;
        const store::LinkTable links(vault);
        must(links.forEach(grant, [&](records::Link&& link) -> base::Result<void> {
            all.people[link.record.value] = link.person.value;
            return {};
        }));
        for (const bool answered : {false, true})
            for (const auto& pair : must(links.pairs(grant, answered, 0, 100'000)))
                all.doubts.emplace(pair.left.value, pair.right.value);
        const store::FamilyTable families(vault);
        for (const records::Family& family : must(families.all(grant)))
            for (const records::Membership& member : family.members)
                all.members.emplace(
                    family.id.value, member.person.value, static_cast<int>(member.role));
        for (const auto& tie : must(families.ties(grant, false)))
            all.ties.emplace(tie.home, tie.people.size());
        return all;
    }

private:
    std::mt19937 m_random;
    std::vector<test::Row> m_rows;
    std::size_t m_next = 0;
    int m_files = 0;
};

}  // namespace

class LinkChangesTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void theFirstRunEstimatesAModelAndTheNextLinksWhatIsNew() {
        GrowingVault vault(3);
        vault.receive(vault.rows() * 7 / 10);
        QVERIFY(vault.link().scope == LinkScope::estimate);
        vault.receive(5);
        const LinkReport report = vault.link();
        QVERIFY(report.scope == LinkScope::changes);
        QVERIFY(report.recordsLinked >= 5 && report.recordsLinked < report.records / 2);
        QCOMPARE(report.records, static_cast<std::int64_t>(vault.rows() * 7 / 10 + 5));
    }

    void runsOverChangesGiveWhatARunOverEverythingGives_data() {
        QTest::addColumn<unsigned>("seed");
        for (unsigned seed = 1; seed <= 6; ++seed)
            QTest::addRow("town %u", seed) << seed;
    }

    void runsOverChangesGiveWhatARunOverEverythingGives() {
        QFETCH(const unsigned, seed);
        GrowingVault vault(seed);
        vault.receive(vault.rows() * 6 / 10);
        vault.link();
        for (int step = 0; step < 5; ++step) {
            if (vault.upTo(4) != 0)
                vault.receive(1 + vault.upTo(vault.rows() / 20));
            if (vault.upTo(2) == 0)
                vault.decide();
            if (step == 3)
                vault.withdrawOne();
            QVERIFY(vault.link().scope == LinkScope::changes);
        }
        const Said grown = vault.said();
        const LinkReport whole = vault.link(LinkScope::whole);
        const Said anew = vault.said();
        QVERIFY(grown.people == anew.people);
        QVERIFY(grown.doubts == anew.doubts);
        QVERIFY(grown.members == anew.members);
        QVERIFY(grown.ties == anew.ties);
        std::set<std::int64_t> people;
        for (const auto& [record, person] : anew.people)
            people.insert(person);
        QCOMPARE(whole.people, static_cast<std::int64_t>(people.size()));
    }

    void aRunOverAllIsNotedOnce() {
        GrowingVault vault(3);
        vault.receive(vault.rows() / 2);
        auto& officer = vault.team.dataOfficer();
        const auto grant = support::granted(officer.vault(), access::Action::linkRecords);
        const store::LinkRunTable runs(officer.vault());
        for (std::int64_t run = 1; run <= 3; ++run) {
            vault.link(LinkScope::whole);
            QCOMPARE(must(runs.newestWhole(grant))->id, run);
        }
    }

    void aRunWithNothingNewChangesNothing() {
        GrowingVault vault(5);
        vault.receive(vault.rows() / 2);
        vault.link();
        const Said before = vault.said();
        const LinkReport report = vault.link();
        QVERIFY(report.scope == LinkScope::changes);
        QCOMPARE(report.recordsLinked, std::int64_t{0});
        QVERIFY(vault.said() == before);
        QVERIFY(must(casework::changedPeople(vault.team.dataOfficer())).empty());
    }

    void aRunSaysWhomItChangedAndLeavesEveryOtherNumber() {
        GrowingVault vault(7);
        vault.receive(vault.rows() * 8 / 10);
        vault.link();
        const Said before = vault.said();
        vault.receive(12);
        const LinkReport report = vault.link();
        const Said after = vault.said();
        std::set<std::int64_t> told;
        for (const PersonChange& change : must(casework::changedPeople(vault.team.dataOfficer())))
            told.insert(change.person.value);
        QVERIFY(!told.empty());
        QVERIFY(report.peopleAdded + report.peopleGrown > 0);
        for (const auto& [record, person] : before.people)
            QVERIFY(after.people.at(record) == person || told.contains(person));
        for (const auto& [record, person] : after.people)
            QVERIFY(before.people.contains(record) || told.contains(person));
    }

    void anotherModelInForceMakesTheNextRunAWholeOne() {
        GrowingVault vault(9);
        vault.receive(vault.rows() / 2);
        vault.link();
        auto& officer = vault.team.dataOfficer();
        const auto grant = support::granted(officer.vault(), access::Action::linkRecords);
        store::LinkModelTable models(officer.vault());
        const auto model = must(models.inForce(grant));
        QVERIFY(model && model->records > 0);
        must(models.adopt(grant, model->json, "read from a file"));
        QVERIFY(vault.link().scope == LinkScope::whole);
        QVERIFY(vault.link().scope == LinkScope::changes);
        QVERIFY(vault.link(LinkScope::estimate).scope == LinkScope::estimate);
        QCOMPARE(must(models.list(grant)).size(), std::size_t{3});
    }

    void aVaultThatOutgrewItsModelIsEstimatedAnew() {
        GrowingVault vault(11);
        vault.receive(vault.rows() / 10);
        QVERIFY(vault.link().scope == LinkScope::estimate);
        vault.receive(vault.rows());
        QVERIFY(vault.link().scope == LinkScope::estimate);
    }

    void aStoppedRunOverChangesLeavesTheVaultAsItWas() {
        GrowingVault vault(13);
        vault.receive(vault.rows() * 8 / 10);
        vault.link();
        const Said before = vault.said();
        vault.receive(20);
        int stopped = 0;
        for (int steps = 0;; ++steps) {
            support::StopAfter stop(steps);
            if (casework::linkRecords(vault.team.dataOfficer(), stop))
                break;
            QVERIFY(vault.said() == before);
            ++stopped;
        }
        QVERIFY(stopped > 0);
        const Said grown = vault.said();
        vault.link(LinkScope::whole);
        QVERIFY(vault.said().people == grown.people);
    }
};

QTEST_APPLESS_MAIN(LinkChangesTest)
#include "link_changes_test.moc"
