// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/link_table.h"

#include "sample.h"
#include "store/family_table.h"
#include "tests/support/temporary_vault.h"

using access::Action;
using access::Role;
using access::Subject;
using records::DoubtfulPair;
using records::Link;
using records::PairAnswer;
using support::granted;
using support::must;
using support::TemporaryVault;

namespace {

std::vector<Link> threeLinks() {
    return {{{1}, {5}, {}, 0, 0, records::LinkOrigin::engine},
            {{2}, {5}, {1}, 12.25, 0.9998, records::LinkOrigin::ownNumber},
            {{3}, {6}, {}, 0, 0, records::LinkOrigin::person}};
}

bool same(const Link& left, const Link& right) {
    return left.record == right.record && left.person == right.person &&
           left.against == right.against && left.weight == right.weight &&
           left.probability == right.probability && left.origin == right.origin;
}

DoubtfulPair pairOf(std::int64_t left, std::int64_t right, double weight = 3) {
    DoubtfulPair pair;
    pair.left.value = left;
    pair.right.value = right;
    pair.weight = weight;
    pair.why = "twins";
    return pair;
}

}  // namespace

class LinkTableTest : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void keepsLinksWithWeightsAndOrigins() {
        TemporaryVault temporary;
        const auto vault = temporary.as(Role::dataOfficer);
        store::LinkTable table(*vault);
        must(table.replaceAll({{{9}, {9}, {}, 0, 0, {}}}, {}));
        must(table.replaceAll(threeLinks(), {}));
        const auto grant = granted(*vault, Action::linkRecords);
        std::vector<Link> read;
        must(table.forEach(grant, [&](Link&& link) -> base::Result<void> {
            read.push_back(std::move(link));
            return {};
        }));
        QVERIFY(std::ranges::equal(read, threeLinks(), same));
        QCOMPARE(must(table.ofPerson(grant, {5})).size(), std::size_t{2});
        QVERIFY(must(table.personOf(grant, {3})) == records::PersonId{6});
        QVERIFY(!must(table.personOf(grant, {9})));
        QCOMPARE(must(table.personCount()), std::int64_t{2});
    }

    void givesPeopleNumbersThatStayFree() {
        TemporaryVault temporary;
        store::LinkTable table(temporary.vault());
        const auto first = must(table.nextPersonIds(100));
        QVERIFY(must(table.nextPersonIds(1)).value == first.value + 100);
    }

    void keepsAPairsNumberAndAnswerThroughANewRun() {
        TemporaryVault temporary;
        const auto vault = temporary.as(Role::dataOfficer);
        store::LinkTable table(*vault);
        const auto all = granted(*vault, Action::reviewLinks);
        must(table.replaceAll(threeLinks(), {pairOf(3, 1), pairOf(1, 2, 9)}));
        const auto waiting = must(table.pairs(all, false, 0, 10));
        QCOMPARE(waiting.size(), std::size_t{2});
        QVERIFY(waiting[0].weight == 9);
        QVERIFY(waiting[1].left.value == 1 && waiting[1].right.value == 3);

        const auto grant = granted(*vault, Action::reviewLinks, Subject::of(waiting[1].id));
        must(table.answer(grant, waiting[1].id, PairAnswer::different));
        must(table.replaceAll(threeLinks(), {pairOf(1, 3), pairOf(2, 3)}));
        QCOMPARE(must(table.pairCount(true)), std::int64_t{1});
        const auto kept = must(table.pair(grant, waiting[1].id));
        QVERIFY(kept.answer == PairAnswer::different && kept.right.value == 3);
        const auto decisions = must(table.decisions(all));
        QVERIFY(decisions.size() == 1 && decisions[0].answer == PairAnswer::different &&
                decisions[0].by == vault->user().id);
    }

    void takesAnAnswerBackAndKeepsTheHistory() {
        TemporaryVault temporary;
        const auto vault = temporary.as(Role::dataOfficer);
        store::LinkTable table(*vault);
        const auto all = granted(*vault, Action::reviewLinks);
        must(table.replaceAll(threeLinks(), {pairOf(1, 3)}));
        const auto id = must(table.pairs(all, false, 0, 1)).front().id;
        must(table.answer(all, id, PairAnswer::same));
        must(table.answer(all, id, PairAnswer::different));
        const auto inForce = must(table.decisions(all));
        QVERIFY(inForce.size() == 1 && inForce[0].answer == PairAnswer::different);
        must(table.undo(all, inForce[0].id));
        QVERIFY(must(table.decisions(all)).empty());
        const auto history = must(table.decisions(all, true));
        QCOMPARE(history.size(), std::size_t{2});
        QVERIFY(history[1].undoneBy == vault->user().id && !history[1].undoneAt.empty());
        QCOMPARE(must(table.pairCount(false)), std::int64_t{1});
        const auto again = table.undo(all, inForce[0].id);
        QVERIFY(!again && again.error().code == base::Code::notFound);
    }

    void leavesPairsNotSureAmongThoseThatWait() {
        TemporaryVault temporary;
        const auto vault = temporary.as(Role::dataOfficer);
        store::LinkTable table(*vault);
        const auto all = granted(*vault, Action::reviewLinks);
        must(table.replaceAll(threeLinks(), {pairOf(1, 3)}));
        const auto id = must(table.pairs(all, false, 0, 1)).front().id;
        must(table.answer(all, id, PairAnswer::notSure));
        QVERIFY(must(table.pairs(all, false, 0, 1)).front().answer == PairAnswer::notSure);
        QCOMPARE(must(table.pairCount(true)), std::int64_t{0});
    }

    void letsAGrantForOneDoubtReachItsRecordsOnly() {
        TemporaryVault temporary;
        const auto vault = temporary.as(Role::dataOfficer);
        const auto delivery = support::sampleDelivery(*vault);
        store::SourceRecordTable records(*vault);
        for (int i = 0; i < 4; ++i)
            must(records.append(support::sampleRecord(delivery)));
        store::LinkTable table(*vault);
        must(table.replaceAll(threeLinks(), {pairOf(1, 2)}));
        const auto id =
            must(table.pairs(granted(*vault, Action::reviewLinks), false, 0, 1)).front().id;
        const auto grant = granted(*vault, Action::reviewLinks, Subject::of(id));
        QVERIFY(must(records.find(grant, {1})).payload.empty());
        QVERIFY(!records.find(grant, {3}));
        QVERIFY(!records.find(grant, {4}));
        QVERIFY(!table.answer(grant, records::DoubtId{id.value + 1}, PairAnswer::same));
        QVERIFY(!table.pairs(grant, false, 0, 10));
    }

    void keepsDecidedTiesAndTheNumbersOfThoseThatWait() {
        TemporaryVault temporary;
        const auto vault = temporary.as(Role::dataOfficer);
        store::FamilyTable table(*vault);
        const records::DoubtfulTie hostel{{}, {{1}, {2}}, "hostel", "uprn:1", {{4}}, {}};
        const records::DoubtfulTie block{{}, {{3}, {5}}, "block", "uprn:2", {}, {}};
        must(table.replaceAll({}, {hostel, block}));
        const auto all = granted(*vault, Action::reviewLinks);
        const auto waiting = must(table.ties(all, false));
        QVERIFY(waiting.size() == 2 && waiting[0].people == hostel.people &&
                waiting[0].evidence == hostel.evidence && waiting[0].home == "uprn:1");
        must(table.decideTie(all, waiting[0].id, true));
        auto grown = hostel;
        grown.people.push_back({9});
        must(table.replaceAll({}, {grown, block}));
        const auto decided = must(table.ties(all, true));
        QVERIFY(decided.size() == 1 && decided[0].id == waiting[0].id &&
                decided[0].decidedFamily == true);
        const auto now = must(table.ties(all, false));
        QVERIFY(now.size() == 2 && now[0].id == waiting[1].id && now[1].people == grown.people);
        must(table.decideTie(all, waiting[0].id, std::nullopt));
        QVERIFY(must(table.ties(all, true)).empty());
    }
};

QTEST_APPLESS_MAIN(LinkTableTest)
#include "link_table_test.moc"
