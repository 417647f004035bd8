// SPDX-License-Identifier: GPL-3.0-or-later
// Which number a person keeps when everyone is linked anew.
#include "casework/person_numbers.h"

#include "casework/link_rows.h"
#include "support/must.h"

#include <QtTest>

#include <rapidcheck.h>

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

using records::PersonChange;
using records::PersonId;
using support::must;

namespace {

using Clusters = std::vector<std::uint32_t>;

std::vector<PersonId> numbers(const std::vector<std::int64_t>& values) {
    std::vector<PersonId> ids;
    for (const std::int64_t value : values)
        ids.push_back(PersonId{value});
    return ids;
}

constexpr std::int64_t firstFresh = 100;

struct Numbering {
    std::vector<PersonId> person;
    std::int64_t fresh = 0;
};

Numbering numberPeople(const Clusters& clusters,
                       const std::vector<PersonId>& before,
                       PersonId first) {
    Numbering numbering;
    numbering.person = must(
        casework::numberPeople(clusters, before, [&](std::int64_t count) -> base::Result<PersonId> {
            numbering.fresh += count;
            return first;
        }));
    return numbering;
}

Numbering numbered(const Clusters& clusters, const std::vector<std::int64_t>& before) {
    return numberPeople(clusters, numbers(before), PersonId{firstFresh});
}

// "4 joined 9, 7 new": as a person would say it.
std::string told(const std::vector<std::int64_t>& person,
                 const std::vector<std::int64_t>& before,
                 const std::vector<std::int64_t>& left = {}) {
    static constexpr const char* kinds[] = {" new", " grew", " joined ", " left rows to ", " gone"};
    std::string text;
    for (const PersonChange& change :
         casework::personChanges(numbers(person), numbers(before), numbers(left)))
        text += (text.empty() ? "" : ", ") + std::to_string(change.person.value) +
                kinds[static_cast<int>(change.kind)] +
                (change.other ? std::to_string(change.other.value) : "");
    return text;
}

// Any clusters of some rows, and any earlier person of each row, or none.
struct Rows {
    Clusters clusters;
    std::vector<PersonId> before;
};

Rows someRows() {
    Rows rows;
    const auto count = *rc::gen::inRange<std::size_t>(1, 40);
    for (std::size_t row = 0; row < count; ++row) {
        rows.clusters.push_back(*rc::gen::inRange<std::uint32_t>(
            0, std::min<std::uint32_t>(8, static_cast<std::uint32_t>(count))));
        rows.before.push_back(PersonId{*rc::gen::inRange<std::int64_t>(0, 8)});
    }
    return rows;
}

std::map<std::uint32_t, PersonId> byCluster(const Clusters& clusters, const Numbering& numbering) {
    std::map<std::uint32_t, PersonId> person;
    for (std::size_t row = 0; row < clusters.size(); ++row)
        person.emplace(clusters[row], numbering.person[row]);
    return person;
}

}  // namespace

class PersonNumbersTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void peopleWhoStayTheSameKeepTheirNumbers() {
        const Numbering answer = numbered({0, 1, 0, 2}, {31, 7, 31, 12});
        QVERIFY(answer.person == numbers({31, 7, 31, 12}));
        QCOMPARE(answer.fresh, std::int64_t{0});
    }

    void aNewRecordTakesTheNumberOfItsPerson() {
        QVERIFY(numbered({0, 0, 1}, {31, 0, 7}).person == numbers({31, 31, 7}));
    }

    void newPeopleGetFreshNumbersInOrder() {
        const Numbering answer = numbered({2, 0, 2, 1}, {0, 0, 0, 5});
        QVERIFY(answer.person == numbers({firstFresh, firstFresh + 1, firstFresh, 5}));
        QCOMPARE(answer.fresh, std::int64_t{2});
    }

    void theLargerPartOfASplitPersonKeepsTheNumber() {
        const Numbering answer = numbered({0, 1, 1}, {9, 9, 9});
        QVERIFY(answer.person == numbers({firstFresh, 9, 9}));
        QCOMPARE(answer.fresh, std::int64_t{1});
    }

    void joinedPeopleKeepTheNumberOfTheLarger() {
        QVERIFY(numbered({0, 0, 0}, {4, 9, 9}).person == numbers({9, 9, 9}));
    }

    void amongEqualsTheLowestNumberIsKept() {
        QVERIFY(numbered({0, 0}, {9, 4}).person == numbers({4, 4}));
    }

    void twoPeopleWhoExchangeARecordKeepTheirNumbers() {
        QVERIFY(numbered({0, 0, 1, 1, 1}, {4, 4, 4, 9, 9}).person == numbers({4, 4, 9, 9, 9}));
    }

    void noRowsNoPeople() {
        const Numbering answer = numbered({}, {});
        QVERIFY(answer.person.empty());
        QCOMPARE(answer.fresh, std::int64_t{0});
    }

    void theOrderOfRowsDoesNotMatterToWhoKeepsWhichNumber() {
        QVERIFY(rc::check("numbers do not hang on the order of rows", [] {
            const Rows rows = someRows();
            std::vector<std::size_t> order(rows.clusters.size());
            std::iota(order.begin(), order.end(), std::size_t{0});
            for (std::size_t i = order.size(); i > 1; --i)
                std::swap(order[i - 1], order[*rc::gen::inRange<std::size_t>(0, i)]);
            Rows mixed;
            for (const std::size_t row : order) {
                mixed.clusters.push_back(rows.clusters[row]);
                mixed.before.push_back(rows.before[row]);
            }
            const PersonId first{firstFresh};
            const auto straight =
                byCluster(rows.clusters, numberPeople(rows.clusters, rows.before, first));
            const auto other =
                byCluster(mixed.clusters, numberPeople(mixed.clusters, mixed.before, first));
            RC_ASSERT(straight.size() == other.size());
            for (const auto& [cluster, person] : straight) {
                const PersonId now = other.at(cluster);
                const bool wasFresh = person.value >= firstFresh;
                const bool keeps = wasFresh ? now.value >= firstFresh : now == person;
                RC_ASSERT(keeps);
            }
        }));
    }

    void everyClusterHasANumberOfItsOwn() {
        QVERIFY(rc::check("one number a cluster", [] {
            const Rows rows = someRows();
            const Numbering answer = numberPeople(rows.clusters, rows.before, PersonId{firstFresh});
            const auto person = byCluster(rows.clusters, answer);
            std::set<PersonId> distinct;
            std::int64_t fresh = 0;
            for (const auto& [cluster, number] : person) {
                RC_ASSERT(number.value > 0);
                RC_ASSERT(distinct.insert(number).second);
                fresh += number.value >= firstFresh ? 1 : 0;
            }
            RC_ASSERT(fresh == answer.fresh);
            for (std::size_t row = 0; row < rows.clusters.size(); ++row)
                RC_ASSERT(answer.person[row] == person.at(rows.clusters[row]));
        }));
    }

    void linkingAgainChangesNoNumber() {
        QVERIFY(rc::check("numbering what was numbered changes nothing", [] {
            const Rows rows = someRows();
            const Numbering once = numberPeople(rows.clusters, rows.before, PersonId{firstFresh});
            const Numbering twice = numberPeople(rows.clusters, once.person, PersonId{500});
            RC_ASSERT(twice.person == once.person);
            RC_ASSERT(twice.fresh == 0);
        }));
    }

    void aRunThatChangesNobodySaysSo() { QCOMPARE(told({4, 9, 4}, {4, 9, 4}), std::string()); }

    void newPeopleAndThoseWithMoreRowsAreTold() {
        QCOMPARE(told({4, 4, 7}, {4, 0, 0}), std::string("4 grew, 7 new"));
    }

    void whoIsJoinedToAnotherIsNoMore() {
        QCOMPARE(told({9, 9, 9}, {4, 9, 9}), std::string("4 joined 9"));
    }

    void whoPartsKeepsTheNumberForTheRest() {
        QCOMPARE(told({9, 9, 100, 101}, {9, 9, 9, 9}),
                 std::string("9 left rows to 100, 9 left rows to 101"));
    }

    void whoHasNoRowThatCountsIsGone() {
        QCOMPARE(told({4}, {4}, {4, 7}), std::string("7 gone"));
        QCOMPARE(told({9}, {4}, {4}), std::string("4 joined 9"));
    }

    void everyEarlierPersonIsStillThereOrToldOf() {
        QVERIFY(rc::check("nobody vanishes unsaid", [] {
            const Rows rows = someRows();
            const Numbering answer = numberPeople(rows.clusters, rows.before, PersonId{firstFresh});
            const auto changes = casework::personChanges(answer.person, rows.before, {});
            for (const PersonId earlier : rows.before) {
                const bool stays = std::ranges::count(answer.person, earlier) > 0;
                const bool joined = std::ranges::any_of(changes, [&](const PersonChange& change) {
                    return change.person == earlier && change.kind == PersonChange::Kind::joined;
                });
                RC_ASSERT(!earlier || stays != joined);
            }
        }));
    }

    void answersAboutRecordsThatAreGoneAreLeftOut() {
        const auto said = [](std::int64_t left, std::int64_t right, records::PairAnswer answer) {
            store::PairDecision decision;
            decision.left = records::RecordId{left};
            decision.right = records::RecordId{right};
            decision.answer = answer;
            return decision;
        };
        using records::PairAnswer;
        casework::LinkRows rows;
        for (const std::int64_t record : {3, 8}) {
            store::IdentityRow who;
            who.record = records::RecordId{record};
            rows.add(who);
        }
        const auto decisions =
            casework::decisionsOn(rows,
                                  casework::answersNow({said(3, 5, PairAnswer::same),
                                                        said(3, 8, PairAnswer::notSure),
                                                        said(3, 8, PairAnswer::different)},
                                                       {}));
        QCOMPARE(decisions.size(), std::size_t{1});
        QCOMPARE(decisions[0].left, 0U);
        QCOMPARE(decisions[0].right, 1U);
        QVERIFY(!decisions[0].same);
    }

    void anAnswerHoldsForTheRecordThatStandsForACorrectedOne() {
        store::PairDecision decision;
        decision.left = records::RecordId{3};
        decision.right = records::RecordId{5};
        decision.answer = records::PairAnswer::same;
        const casework::StandIns standIns{{records::RecordId{3}, records::RecordId{12}}};
        const auto answers = casework::answersNow({decision}, standIns);
        QCOMPARE(answers.size(), std::size_t{1});
        QVERIFY(answers[0].left == records::RecordId{5} &&
                answers[0].right == records::RecordId{12});
        QVERIFY(answers[0].same);
    }
};

QTEST_APPLESS_MAIN(PersonNumbersTest)
#include "person_numbers_test.moc"
