// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/supersession_table.h"

#include "sample.h"
#include "tests/support/temporary_vault.h"

#include <rapidcheck.h>

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

using records::DeliveryId;
using records::RecordId;
using records::Superseding;
using records::Supersession;
using store::RowKey;
using support::must;
using support::sampleDelivery;
using support::sampleRecord;
using support::TemporaryVault;

namespace {

// A delivery as a test tells it; its rows are numbered in order.
struct Sent {
    int day = 0;  // after the first of January
    std::vector<RowKey> rows;
    std::vector<std::int64_t> whole;
};

base::Date dayOf(int day) {
    return base::Date(2026, 1, 1) + boost::gregorian::days(day);
}

// Deliveries in a vault, with their records' numbers.
class Office {
public:
    explicit Office(store::Vault& vault) : m_vault(vault), m_table(vault) {}

    std::size_t receive(const Sent& sent) {
        auto transaction = must(m_vault.begin());
        const auto name = "delivery " + std::to_string(++named);
        const DeliveryId delivery = sampleDelivery(m_vault, name);
        store::SourceRecordTable records(m_vault);
        std::vector<RecordId> numbers;
        for (const RowKey& row : sent.rows) {
            const RecordId record = must(records.append(sampleRecord(delivery)));
            must(m_table.appendKey(record, delivery, row));
            numbers.push_back(record);
        }
        must(m_table.settle(delivery, dayOf(sent.day), sent.whole));
        must(transaction.commit());
        m_deliveries.push_back(delivery);
        m_records.push_back(numbers);
        return m_deliveries.size() - 1;
    }

    void withdraw(std::size_t delivery) {
        must(m_table.withdraw(m_deliveries[delivery], m_vault.user().id, "sent in error"));
    }

    [[nodiscard]] RecordId record(std::size_t delivery, std::size_t row) const {
        return m_records[delivery][row];
    }

    [[nodiscard]] DeliveryId delivery(std::size_t delivery) const { return m_deliveries[delivery]; }

    // Why the row does not count; nothing while it does.
    [[nodiscard]] std::optional<Supersession> standing(std::size_t delivery,
                                                       std::size_t row) const {
        return must(m_table.find(record(delivery, row)));
    }

    store::SupersessionTable& table() { return m_table; }

private:
    static inline int named = 0;

    store::Vault& m_vault;
    store::SupersessionTable m_table;
    std::vector<DeliveryId> m_deliveries;
    std::vector<std::vector<RecordId>> m_records;
};

// Where a row stands among the deliveries told: (delivery, row).
using Place = std::pair<std::size_t, std::size_t>;

struct Said {
    Superseding why = Superseding::replaced;
    std::optional<std::size_t> by;
    std::optional<std::size_t> row;

    friend bool operator==(const Said&, const Said&) = default;
};

// The rules once more, by looking at everything.
std::optional<Said> naively(const std::vector<Sent>& all,
                            const std::set<std::size_t>& withdrawn,
                            const Place& place) {
    const auto [own, at] = place;
    const RowKey& row = all[own].rows[at];
    if (withdrawn.contains(own))
        return Said{Superseding::deliveryWithdrawn, {}, {}};
    if (row.row != 0 && !row.withdraws)
        for (std::size_t i = at + 1; i < all[own].rows.size(); ++i)
            if (all[own].rows[i].row == row.row && all[own].rows[i].withdraws)
                return Said{Superseding::takenBack, own, i};
    std::vector<std::size_t> order(all.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, {}, [&](std::size_t i) { return all[i].day; });
    for (const std::size_t later : order) {
        if (all[later].day <= all[own].day || withdrawn.contains(later))
            continue;
        for (std::size_t i = 0; i < all[later].rows.size(); ++i)
            if (row.row != 0 && all[later].rows[i].row == row.row)
                return Said{row.withdraws                  ? Superseding::notice
                            : all[later].rows[i].withdraws ? Superseding::takenBack
                                                           : Superseding::replaced,
                            later,
                            i};
        if (std::ranges::find(all[later].whole, row.part) != all[later].whole.end())
            return Said{row.withdraws ? Superseding::notice : Superseding::noLongerSent, later, {}};
    }
    return row.withdraws ? std::optional(Said{Superseding::notice, {}, {}}) : std::nullopt;
}

// Keys, parts and days of one case stay clear of those of another: they share a vault.
std::vector<Sent> anyDeliveries(int of) {
    const int count = *rc::gen::inRange(1, 7);
    std::vector<Sent> all(static_cast<std::size_t>(count));
    for (std::size_t i = 0; i < all.size(); ++i) {
        all[i].day = of * 40 + static_cast<int>(i) * 3;
        const int rows = *rc::gen::inRange(0, 5);
        for (int r = 0; r < rows; ++r)
            all[i].rows.push_back(
                {*rc::gen::element(0, 1, 2, 3) == 0 ? 0 : of * 10 + *rc::gen::inRange(1, 4),
                 of * 10 + *rc::gen::inRange(1, 3),
                 *rc::gen::weightedElement<bool>({{5, false}, {1, true}})});
        for (const std::int64_t part : {of * 10 + 1, of * 10 + 2})
            if (*rc::gen::weightedElement<bool>({{3, false}, {1, true}}))
                all[i].whole.push_back(part);
    }
    return all;
}

std::vector<std::size_t> shuffled(std::size_t count) {
    std::vector<std::size_t> order(count);
    std::iota(order.begin(), order.end(), std::size_t{0});
    for (std::size_t i = count; i > 1; --i)
        std::swap(order[i - 1],
                  order[static_cast<std::size_t>(*rc::gen::inRange(0, static_cast<int>(i)))]);
    return order;
}

}  // namespace

class SupersessionTableTest : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void aLaterRowOfTheSameKeyReplacesTheEarlier() {
        TemporaryVault temporary;
        Office office(temporary.vault());
        const auto first = office.receive({0, {{7, 0}, {8, 0}}, {}});
        const auto second = office.receive({5, {{7, 0}}, {}});
        QVERIFY(office.standing(first, 0) == (Supersession{office.record(first, 0),
                                                           Superseding::replaced,
                                                           office.delivery(second),
                                                           office.record(second, 0)}));
        QVERIFY(!office.standing(first, 1));
        QVERIFY(!office.standing(second, 0));
    }

    void aLateDeliveryNeverReplacesANewerOne() {
        TemporaryVault temporary;
        Office office(temporary.vault());
        const auto newer = office.receive({5, {{7, 0}}, {}});
        const auto late = office.receive({0, {{7, 0}}, {}});
        QVERIFY(!office.standing(newer, 0));
        QCOMPARE(office.standing(late, 0)->byRecord, office.record(newer, 0));
    }

    void aWholeDeliveryEndsWhatItNoLongerSays() {
        TemporaryVault temporary;
        Office office(temporary.vault());
        const auto first = office.receive({0, {{7, 1}, {8, 1}, {9, 2}, {0, 1}}, {1, 2}});
        const auto second = office.receive({5, {{7, 1}}, {1}});
        QCOMPARE(office.standing(first, 0)->why, Superseding::replaced);
        QCOMPARE(office.standing(first, 1)->why, Superseding::noLongerSent);
        QVERIFY(!office.standing(first, 2));  // of another part
        QCOMPARE(office.standing(first, 3)->byDelivery, office.delivery(second));
    }

    void aRowTakenBackCountsNoMoreUntilItIsSentAgain() {
        TemporaryVault temporary;
        Office office(temporary.vault());
        const auto first = office.receive({0, {{7, 0}}, {}});
        const auto notice = office.receive({1, {{7, 0, true}}, {}});
        QCOMPARE(office.standing(first, 0)->why, Superseding::takenBack);
        QCOMPARE(office.standing(notice, 0)->why, Superseding::notice);
        const auto again = office.receive({2, {{7, 0}}, {}});
        QVERIFY(!office.standing(again, 0));
        QCOMPARE(must(office.table().standIns()).at(office.record(first, 0)),
                 office.record(again, 0));
    }

    void aWithdrawnDeliveryLeavesWhatItHadReplaced() {
        TemporaryVault temporary;
        Office office(temporary.vault());
        const auto first = office.receive({0, {{7, 0}}, {}});
        const auto wrong = office.receive({1, {{7, 0}, {8, 0}}, {}});
        office.withdraw(wrong);
        QVERIFY(!office.standing(first, 0));
        QCOMPARE(office.standing(wrong, 0)->why, Superseding::deliveryWithdrawn);
        QCOMPARE(must(office.table().counts(office.delivery(wrong))),
                 (std::vector<std::pair<Superseding, std::int64_t>>{
                     {Superseding::deliveryWithdrawn, 2}}));
        const auto standings = must(office.table().standings());
        QCOMPARE(standings.back().reason, std::string("sent in error"));
        VERIFY_FAILS(office.table().withdraw(office.delivery(wrong), {1}, "again"),
                     base::Code::exists,
                     "withdrawn already");
        VERIFY_FAILS(
            office.table().withdraw({99}, {1}, "none"), base::Code::notFound, "no such delivery");
    }

    void theChainOfARowGoesBackToTheFirst() {
        TemporaryVault temporary;
        Office office(temporary.vault());
        const auto first = office.receive({0, {{7, 0}}, {}});
        const auto third = office.receive({9, {{7, 0}}, {}});
        const auto second = office.receive({4, {{7, 0}}, {}});
        const auto history = must(office.table().historyOf(office.record(third, 0)));
        QCOMPARE(history.size(), std::size_t{2});
        QCOMPARE(history[0].record, office.record(second, 0));
        QCOMPARE(history[1].record, office.record(first, 0));
        QVERIFY(must(office.table().historyOf(office.record(first, 0))).empty());
    }

    void supersedesByTheRulesWhateverTheOrderOfArrival() {
        TemporaryVault temporary;
        int of = 0;
        QVERIFY(rc::check("as the rules say, looked at one by one", [&] {
            const auto all = anyDeliveries(++of);
            const auto arrival = shuffled(all.size());
            std::set<std::size_t> withdrawn;
            if (*rc::gen::weightedElement<bool>({{1, false}, {1, true}}))
                withdrawn.insert(
                    static_cast<std::size_t>(*rc::gen::inRange(0, static_cast<int>(all.size()))));
            const auto withdrawAt =
                static_cast<std::size_t>(*rc::gen::inRange(0, static_cast<int>(all.size()) + 1));
            Office office(temporary.vault());
            std::map<std::size_t, std::size_t> told;  // from the order of arrival to `all`
            std::map<std::size_t, std::size_t> arrived;
            std::set<std::size_t> pending = withdrawn;
            for (std::size_t i = 0; i < arrival.size(); ++i) {
                const std::size_t handle = office.receive(all[arrival[i]]);
                told[handle] = arrival[i];
                arrived[arrival[i]] = handle;
                for (const std::size_t gone : std::set(pending))
                    if (i >= withdrawAt && arrived.contains(gone)) {
                        office.withdraw(arrived[gone]);
                        pending.erase(gone);
                    }
            }
            for (const std::size_t gone : pending)
                office.withdraw(arrived[gone]);
            for (std::size_t delivery = 0; delivery < all.size(); ++delivery)
                for (std::size_t row = 0; row < all[delivery].rows.size(); ++row) {
                    const auto expected = naively(all, withdrawn, {delivery, row});
                    const auto found = office.standing(arrived[delivery], row);
                    RC_ASSERT(found.has_value() == expected.has_value());
                    if (!expected)
                        continue;
                    RC_ASSERT(found->why == expected->why);
                    RC_ASSERT(
                        found->byDelivery ==
                        (expected->by ? office.delivery(arrived[*expected->by]) : DeliveryId()));
                    RC_ASSERT(found->byRecord ==
                              (expected->row ? office.record(arrived[*expected->by], *expected->row)
                                             : RecordId()));
                }
        }));
    }
};

QTEST_GUILESS_MAIN(SupersessionTableTest)
#include "supersession_table_test.moc"
