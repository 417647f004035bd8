// SPDX-License-Identifier: GPL-3.0-or-later
// Adding rows to what is linked gives the people that linking all at once gives, with one model.
#include "linkage/increment.h"

#include "linkage/explain.h"
#include "tests/support/linkage_town.h"

#include <QtTest>

#include <rapidcheck.h>

#include <algorithm>
#include <map>
#include <set>

namespace {

using test::Row;

linkage::Output linked(const std::vector<Row>& rows, const linkage::Settings& settings = {}) {
    base::NoProgress quiet;
    auto output = linkage::link(test::inputOf(rows), settings, quiet);
    RC_ASSERT(output.has_value());
    return *output;
}

// The kept people, as a plain program would keep them: rows, and of each row its person, its
// component and its keys.
class Kept {
public:
    explicit Kept(linkage::Model model) { m_settings.model = std::move(model); }

    void add(const std::vector<Row>& fresh) {
        std::vector<std::uint32_t> touched = reached(fresh);
        const auto first = static_cast<std::uint32_t>(m_rows.size());
        for (const Row& row : fresh) {
            touched.push_back(static_cast<std::uint32_t>(m_rows.size()));
            m_rows.push_back(row);
        }
        m_person.resize(m_rows.size());
        m_component.resize(m_rows.size());
        std::vector<Row> rows;
        for (const std::uint32_t row : touched)
            rows.push_back(m_rows[row]);
        const auto output = linked(rows, m_settings);
        for (std::size_t i = 0; i < touched.size(); ++i) {
            m_person[touched[i]] = touched[output.person[i]];
            m_component[touched[i]] = touched[output.component[i]];
        }
        keepKeys(fresh, first);
    }

    [[nodiscard]] const std::vector<Row>& rows() const { return m_rows; }

    [[nodiscard]] const std::vector<std::uint32_t>& person() const { return m_person; }

private:
    // All kept rows of the components that new rows tie with, sorted.
    [[nodiscard]] std::vector<std::uint32_t> reached(const std::vector<Row>& fresh) const {
        const auto keys = linkage::blockingKeys(test::inputOf(fresh).rows, *m_settings.model);
        RC_ASSERT(keys.has_value());
        std::set<std::uint32_t> near;
        for (const std::uint64_t key : keys->keys)
            if (const auto found = m_byKey.find(key); found != m_byKey.end())
                near.insert(found->second.begin(), found->second.end());
        std::vector<Row> rows = fresh;
        const std::vector<std::uint32_t> neighbours(near.begin(), near.end());
        for (const std::uint32_t row : neighbours)
            rows.push_back(m_rows[row]);
        base::NoProgress quiet;
        const auto reachedRows = linkage::reachedBy(
            test::inputOf(rows), static_cast<std::uint32_t>(fresh.size()), m_settings, quiet);
        RC_ASSERT(reachedRows.has_value());
        std::set<std::uint32_t> components;
        for (const std::uint32_t row : *reachedRows)
            components.insert(m_component[neighbours[row - fresh.size()]]);
        std::vector<std::uint32_t> all;
        for (std::uint32_t row = 0; row < m_rows.size(); ++row)
            if (components.contains(m_component[row]))
                all.push_back(row);
        return all;
    }

    void keepKeys(const std::vector<Row>& fresh, std::uint32_t first) {
        const auto keys = linkage::blockingKeys(test::inputOf(fresh).rows, *m_settings.model);
        for (std::uint32_t i = 0; i < fresh.size(); ++i)
            for (const std::uint64_t key : keys->of(i))
                m_byKey[key].push_back(first + i);
    }

    linkage::Settings m_settings;
    std::vector<Row> m_rows;
    std::vector<std::uint32_t> m_person;
    std::vector<std::uint32_t> m_component;
    std::map<std::uint64_t, std::vector<std::uint32_t>> m_byKey;
};

}  // namespace

class IncrementTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void givesThePeopleOfLinkingAllAtOnce();
    void explainsAPairFromItsTwoRowsAlone();
    void tellsWhatHangsTogether();
    void refusesAModelWithoutRules();
};

void IncrementTest::givesThePeopleOfLinkingAllAtOnce() {
    QVERIFY(rc::check("delivery by delivery = all at once, with one model", [] {
        const auto seed = *rc::gen::arbitrary<std::uint32_t>();
        auto rows = test::Town(seed).rows(25);
        std::shuffle(rows.begin(), rows.end(), std::mt19937(seed));
        linkage::Settings settings;
        settings.model = linked(test::Town(seed + 1).rows(40)).model;
        const auto atOnce = linked(rows, settings);
        Kept kept(*settings.model);
        for (std::size_t from = 0; from < rows.size();) {
            const auto most = static_cast<std::size_t>(*rc::gen::inRange(1, 40));
            const std::size_t to = std::min(rows.size(), from + most);
            kept.add({rows.begin() + static_cast<std::ptrdiff_t>(from),
                      rows.begin() + static_cast<std::ptrdiff_t>(to)});
            from = to;
        }
        RC_ASSERT(kept.person() == atOnce.person);
    }));
}

void IncrementTest::explainsAPairFromItsTwoRowsAlone() {
    const auto rows = test::Town(9).rows(60);
    const auto output = linked(rows);
    QVERIFY(!output.pairs.empty());
    for (const linkage::ScoredPair& pair : output.pairs) {
        const auto two = test::inputOf({rows[pair.left], rows[pair.right]});
        const auto reasons =
            linkage::explain(two.rows, 0, 1, linkage::TieKind::weight, output.model);
        QVERIFY(reasons.has_value());
        double sum = 0;
        for (const records::LinkReason& reason : *reasons)
            sum += reason.weight;
        QVERIFY(std::abs(sum - pair.weight) < 1e-6);
    }
}

void IncrementTest::tellsWhatHangsTogether() {
    const auto rows = test::Town(9).rows(60);
    const auto output = linked(rows);
    for (std::uint32_t row = 0; row < rows.size(); ++row) {
        QCOMPARE(output.component[row], output.component[output.person[row]]);
        QVERIFY(output.component[row] <= output.person[row]);
    }
    for (const linkage::RowDoubt& doubt : output.doubts)
        QCOMPARE(output.component[doubt.left], output.component[doubt.right]);
}

void IncrementTest::refusesAModelWithoutRules() {
    const auto input = test::inputOf(test::Town(9).rows(10));
    linkage::Model model = linked(test::Town(9).rows(10)).model;
    model.rules.clear();
    QVERIFY(linkage::blockingKeys(input.rows, model).error().code == base::Code::malformed);
    linkage::Settings settings;
    settings.model = model;
    base::NoProgress quiet;
    QVERIFY(linkage::reachedBy(input, 1, settings, quiet).error().code == base::Code::malformed);
}

QTEST_APPLESS_MAIN(IncrementTest)
#include "increment_test.moc"
