// SPDX-License-Identifier: GPL-3.0-or-later
// Every filter and order of the work list against a naive one, over rows made at random.
#include "store/work_list.h"

#include "records/family.h"
#include "store/query.h"
#include "support/must.h"
#include "tests/support/temporary_vault.h"

#include <algorithm>
#include <random>
#include <tuple>

using access::Action;
using access::Role;
using records::CaseState;
using records::FamilyId;
using store::FamilyFilter;
using store::FamilyOrder;
using support::granted;
using support::must;
using support::TemporaryVault;

namespace {

struct Made {
    std::int64_t family = 0;
    int criteria = 0;
    bool flagged = false;
    std::string newest;
    bool hasNoCase = true;
    CaseState state = CaseState::assessed;
    std::string since;
    std::int64_t takenBy = 0;
    std::int64_t allocatedTo = 0;
};

constexpr std::int64_t me = 20;

std::vector<Made> makeRows(store::Vault& vault, std::size_t count) {
    std::mt19937 random(7);
    const auto below = [&random](int limit) { return static_cast<int>(random() % limit); };
    const auto day = [&below] {
        return "2026-0" + std::to_string(1 + below(3)) + "-1" + std::to_string(below(3));
    };
    std::vector<Made> all;
    for (std::size_t i = 0; i < count; ++i) {
        Made one;
        one.family = static_cast<std::int64_t>(i * 3 + 1);
        one.criteria = below(4);
        one.flagged = one.criteria >= 2;
        one.newest = one.criteria > 0 ? day() : "";
        if (below(3) > 0) {
            one.hasNoCase = false;
            one.state = static_cast<CaseState>(below(8));
            one.since = day();
            one.takenBy = below(3) == 0 ? me + below(2) : 0;
            one.allocatedTo = below(4) == 0 ? me + below(2) : 0;
        }
        must(store::run(vault.database(),
                        "INSERT INTO family_rows (family_id, adults, children, assessed, outcomes, "
                        "criteria_met, flagged, newest, has_no_case, state, since, taken_by, "
                        "allocated_to) VALUES (?, 1, 1, 1, '', ?, ?, ?, ?, ?, ?, ?, ?)",
                        one.family,
                        one.criteria,
                        one.flagged,
                        one.newest,
                        one.hasNoCase,
                        static_cast<int>(one.state),
                        one.since,
                        one.takenBy,
                        one.allocatedTo));
        all.push_back(one);
    }
    return all;
}

bool fits(const Made& row, const FamilyFilter& filter) {
    const bool mine = row.takenBy == filter.owner.value || row.allocatedTo == filter.owner.value;
    return (filter.states.empty() || std::ranges::count(filter.states, row.state) > 0) &&
           (!filter.owner || mine) &&
           (!filter.unowned || (row.takenBy == 0 && row.allocatedTo == 0)) &&
           (!filter.flaggedOnly || row.flagged) && row.criteria >= filter.atLeastCriteria &&
           std::to_string(row.family).find(filter.text) != std::string::npos;
}

bool before(const Made& a, const Made& b, FamilyOrder order) {
    switch (order) {
        case FamilyOrder::newestEvidence:
            return std::tie(a.newest, a.family) < std::tie(b.newest, b.family);
        case FamilyOrder::waitingLongest:
            return std::tie(a.since, a.family) < std::tie(b.since, b.family);
        case FamilyOrder::criteriaMet:
            return std::tie(a.criteria, a.family) < std::tie(b.criteria, b.family);
        case FamilyOrder::state:
            return std::tie(a.state, a.since, a.family) < std::tie(b.state, b.since, b.family);
        case FamilyOrder::reference:
            break;
    }
    return a.family < b.family;
}

// Without an index or a thought.
std::vector<FamilyId> naive(std::vector<Made> rows, const FamilyFilter& filter) {
    std::erase_if(rows, [&filter](const Made& row) { return !fits(row, filter); });
    std::sort(rows.begin(), rows.end(), [&filter](const Made& a, const Made& b) {
        return filter.descending ? before(b, a, filter.order) : before(a, b, filter.order);
    });
    if (filter.order == FamilyOrder::waitingLongest)
        std::stable_partition(
            rows.begin(), rows.end(), [](const Made& row) { return !row.hasNoCase; });
    std::vector<FamilyId> ids;
    for (const Made& row : rows)
        ids.push_back({row.family});
    return ids;
}

std::vector<FamilyFilter> filters() {
    std::vector<FamilyFilter> all(7);
    all[1].owner.value = me;
    all[2].states = {CaseState::proposed, CaseState::sentBack};
    all[2].unowned = true;
    all[3].states = {CaseState::triaged};
    all[4].states = {CaseState::agreed, CaseState::allocated, CaseState::supported};
    all[5].flaggedOnly = true;
    all[6].atLeastCriteria = 2;
    return all;
}

}  // namespace

class WorkListTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void everyFilterAndOrderGivesWhatANaiveOneGives() {
        TemporaryVault temporary;
        const auto vault = temporary.as(Role::supervisor);
        const auto made = makeRows(*vault, 300);
        const auto grant = granted(*vault, Action::listFamilies);
        const store::WorkList list(*vault);
        for (FamilyFilter filter : filters())
            for (const FamilyOrder order : {FamilyOrder::reference,
                                            FamilyOrder::newestEvidence,
                                            FamilyOrder::waitingLongest,
                                            FamilyOrder::criteriaMet,
                                            FamilyOrder::state})
                for (const bool descending : {false, true})
                    for (const char* text : {"", "1", "40", "999"}) {
                        filter.order = order;
                        filter.descending = descending;
                        filter.text = text;
                        const auto expected = naive(made, filter);
                        QVERIFY(must(list.inOrder(grant, filter)) == expected);
                        QCOMPARE(must(list.count(grant, filter)),
                                 static_cast<std::int64_t>(expected.size()));
                    }
    }

    void aListKeepsItsOrderWhileItIsPaged() {
        TemporaryVault temporary;
        const auto vault = temporary.as(Role::supervisor);
        makeRows(*vault, 40);
        const auto grant = granted(*vault, Action::listFamilies);
        const store::WorkList list(*vault);
        FamilyFilter filter;
        filter.order = FamilyOrder::criteriaMet;
        const auto families = must(list.inOrder(grant, filter));
        must(store::run(
            vault->database(), "DELETE FROM family_rows WHERE family_id = ?", families[3].value));
        must(store::run(vault->database(),
                        "UPDATE family_rows SET criteria_met = 6 WHERE family_id = ?",
                        families[4].value));
        const auto rows = must(list.rowsOf(grant, families));
        QCOMPARE(rows.size(), families.size());
        for (std::size_t i = 0; i < rows.size(); ++i)
            QVERIFY(i == 3 ? !rows[i] : rows[i] && rows[i]->family == families[i]);
        QCOMPARE(rows[4]->criteriaMet, 6);
    }

    void isReadWithAGrantToListOnly() {
        TemporaryVault temporary;
        const auto grant = granted(temporary.vault(), Action::manageUsers);
        const store::WorkList list(temporary.vault());
        const std::vector<FamilyId> one{{1}};
        QVERIFY(!list.inOrder(grant, {}) && !list.rowsOf(grant, one) && !list.count(grant, {}));
    }
};

QTEST_APPLESS_MAIN(WorkListTest)
#include "work_list_test.moc"
