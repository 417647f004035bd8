// SPDX-License-Identifier: GPL-3.0-or-later
// What holds for any rows: order does not matter, strangers change no one, what can't be never is,
// a person's word stands, and the engine's pairs and weights are those of a plain all-pairs
// program.
#include "linkage/blocking_keys.h"
#include "linkage/certain_no.h"
#include "linkage/link.h"
#include "tests/support/linkage_town.h"

#include <QtTest>

#include <rapidcheck.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <set>

namespace {

linkage::Output linked(const linkage::Input& input, const linkage::Settings& settings = {}) {
    base::NoProgress quiet;
    auto output = linkage::link(input, settings, quiet);
    RC_ASSERT(output.has_value());
    return *output;
}

std::vector<test::Row> someRows(std::size_t households) {
    return test::Town(*rc::gen::arbitrary<std::uint32_t>()).rows(households);
}

bool shareKey(const linkage::BlockingKeys& keys,
              const linkage::BlockingRule& rule,
              std::uint32_t a,
              std::uint32_t b) {
    const auto left = keys.of(rule, a);
    const auto right = keys.of(rule, b);
    return std::any_of(left.begin(), left.end(), [&](std::uint64_t key) {
        return std::find(right.begin(), right.end(), key) != right.end();
    });
}

// The weight of a pair, from the model and the counts, without the engine's code for it.
double plainWeight(const linkage::Comparer& comparer,
                   const linkage::Model& model,
                   std::uint32_t a,
                   std::uint32_t b) {
    double person = 1;
    double relatives = 1;
    for (std::size_t i = 0; i < model.comparisons.size(); ++i) {
        const unsigned level = comparer.level(i, a, b);
        if (level == 0)
            continue;
        const auto& estimate = model.comparisons[i].levels[level - 1];
        const auto share = comparer.share(i, level, a, b);
        const double bearers = share.bearers;
        double u = estimate.u;
        const double highest = std::max(estimate.u, estimate.m);
        if (share.sent > 0 && share.both) {
            const double others = std::max(bearers - 1 - model.prior * share.sent, 0.0);
            u = (others + 50 * estimate.u) / (share.sent + 50.0);
            u = std::min(std::max(u, estimate.u / 16), highest);
        } else if (share.sent > 0) {
            const double crowd = bearers - 6 - 8 * estimate.u * share.sent;
            u = std::min(std::max(estimate.u, crowd / share.sent), highest);
        }
        const double kin = linkage::kinship(comparer.comparisons()[i].measure);
        const double r = std::max(estimate.r + (1 - kin) * (u - estimate.u), estimate.r / 4);
        person *= estimate.m / u;
        relatives *= r / u;
    }
    const double strangers = 1 - model.prior - model.relativePrior;
    return std::log2(model.prior * person / (strangers + model.relativePrior * relatives));
}

}  // namespace

class LawsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void orderDoesNotMatter();
    void anUnrelatedRecordChangesNoOne();
    void whatCanNotBeNeverIs();
    void aPersonsWordStands();
    void oneToOneIsKept();
    void equalsAPlainAllPairsProgram();
};

void LawsTest::orderDoesNotMatter() {
    QVERIFY(rc::check("the same rows in any order give the same people and weights", [] {
        const auto rows = someRows(20);
        std::vector<std::uint32_t> order(rows.size());
        std::iota(order.begin(), order.end(), 0U);
        std::shuffle(
            order.begin(), order.end(), std::mt19937(*rc::gen::arbitrary<std::uint32_t>()));
        std::vector<test::Row> shuffled;
        for (const std::uint32_t row : order)
            shuffled.push_back(rows[row]);
        const auto straight = linked(test::inputOf(rows));
        const auto mixed = linked(test::inputOf(shuffled));
        RC_ASSERT(straight.model == mixed.model);
        std::map<std::uint32_t, std::uint32_t> same;
        for (std::uint32_t i = 0; i < order.size(); ++i) {
            const auto [found, fresh] =
                same.try_emplace(mixed.person[i], straight.person[order[i]]);
            RC_ASSERT(found->second == straight.person[order[i]]);
        }
        std::set<std::uint32_t> people(straight.person.begin(), straight.person.end());
        RC_ASSERT(same.size() == people.size());
        const auto weights = [](const linkage::Output& output) {
            std::vector<double> all;
            for (const auto& pair : output.pairs)
                all.push_back(pair.weight);
            std::sort(all.begin(), all.end());
            return all;
        };
        RC_ASSERT(weights(straight) == weights(mixed));
    }));
}

void LawsTest::anUnrelatedRecordChangesNoOne() {
    QVERIFY(rc::check("with one model, a stranger's record changes no one", [] {
        auto rows = someRows(20);
        linkage::Settings settings;
        const auto before = linked(test::inputOf(rows));
        settings.model = before.model;
        const auto kept = linked(test::inputOf(rows), settings);
        // One record more shifts value frequencies a little: only what lies on the line may move.
        RC_PRE(std::none_of(kept.pairs.begin(), kept.pairs.end(), [&](const auto& pair) {
            return std::abs(pair.probability - settings.linkProbability) < 0.01;
        }));
        rows.push_back({"Xquixo", "Zzyzx", "1931-12-30", "", "TR1 1ZZ", "1 Quay", "", "", 77, 0});
        const auto after = linked(test::inputOf(rows), settings);
        RC_ASSERT(std::equal(kept.person.begin(), kept.person.end(), after.person.begin()));
        RC_ASSERT(after.person.back() == rows.size() - 1);
    }));
}

void LawsTest::whatCanNotBeNeverIs() {
    QVERIFY(rc::check("no person holds two rows that can't be one person", [] {
        auto rows = someRows(20);
        // Bridges: rows of a family with the telling fields gone or borrowed.
        for (std::size_t i = 1; i < rows.size(); i += 5) {
            rows[i].birth.clear();
            rows[i].nhs = rows[i - 1].nhs;
        }
        const auto input = test::inputOf(rows);
        linkage::Settings settings;
        settings.linkProbability = 0.3;  // as many links as can be
        const auto output = linked(input, settings);
        const auto table = linkage::prepare(input.rows, nullptr, 1);
        const linkage::Comparer comparer(*table);
        const linkage::CertainNo certainNo(comparer);
        const auto* nhs = table->find(linkage::FieldKind::nhsNumber);
        std::map<std::uint32_t, std::set<std::uint32_t>> numbers;
        for (std::uint32_t i = 0; i < rows.size(); ++i)
            if (const auto value = table->value(*nhs, table->profileOf[i]); value != 0)
                numbers[output.person[i]].insert(value);
        for (const auto& [person, values] : numbers)
            RC_ASSERT(values.size() == 1U);
        for (std::uint32_t i = 0; i < rows.size(); ++i)
            for (std::uint32_t j = 0; j < i; ++j)
                // Where no number at all speaks, names and dates alone must agree.
                if (output.person[i] == output.person[j] && !numbers.contains(output.person[i]))
                    RC_ASSERT(certainNo.between(table->profileOf[i], table->profileOf[j]).empty());
    }));
}

void LawsTest::aPersonsWordStands() {
    QVERIFY(rc::check("decisions win over any weight", [] {
        auto input = test::inputOf(someRows(15));
        const auto rows = input.rows.size();
        const auto before = linked(input);
        const auto a = *rc::gen::inRange<std::uint32_t>(0, rows);
        const auto b = *rc::gen::inRange<std::uint32_t>(0, rows);
        RC_PRE(a != b);
        const bool same = before.person[a] != before.person[b];
        input.decisions = {{a, b, same}};
        const auto after = linked(input);
        RC_ASSERT((after.person[a] == after.person[b]) == same);
    }));
}

void LawsTest::oneToOneIsKept() {
    QVERIFY(rc::check("one per source: no person has two rows of one source", [] {
        auto input = test::inputOf(someRows(20));
        input.onePerSource = true;
        const auto output = linked(input);
        std::set<std::pair<std::uint32_t, std::uint32_t>> seen;
        for (std::size_t i = 0; i < output.person.size(); ++i)
            RC_ASSERT(
                seen.insert({output.person[i], input.rows.source(static_cast<std::uint32_t>(i))})
                    .second);
    }));
}

void LawsTest::equalsAPlainAllPairsProgram() {
    for (std::uint32_t seed = 1; seed <= 3; ++seed) {
        const auto input = test::inputOf(test::Town(seed).rows(50));
        base::NoProgress quiet;
        linkage::Settings settings;
        const auto output = linkage::link(input, settings, quiet);
        QVERIFY(output.has_value());
        const auto table = linkage::prepare(input.rows, nullptr, 1);
        const linkage::Comparer comparer(*table);
        const linkage::BlockingKeys keys(*table);
        const auto rules = linkage::rulesFor(comparer);
        std::map<std::pair<std::uint32_t, std::uint32_t>, double> expected;
        std::uint64_t candidates = 0;
        for (std::uint32_t a = 0; a < table->profiles; ++a)
            for (std::uint32_t b = a; b < table->profiles; ++b) {
                const bool blocked =
                    a == b || std::any_of(rules.begin(), rules.end(), [&](const auto& rule) {
                        return shareKey(keys, rule, a, b);
                    });
                candidates += blocked && a != b ? 1U : 0U;
                const double weight = plainWeight(comparer, output->model, a, b);
                if (!blocked || 1 / (1 + std::exp2(-weight)) < settings.reviewProbability)
                    continue;
                for (std::uint32_t i = 0; i < table->profileOf.size(); ++i)
                    for (std::uint32_t j = i + 1; j < table->profileOf.size(); ++j)
                        if (std::minmax(table->profileOf[i], table->profileOf[j]) ==
                            std::pair<const std::uint32_t&, const std::uint32_t&>(a, b))
                            expected[{i, j}] = weight;
            }
        QCOMPARE(output->candidatePairs, candidates);
        QCOMPARE(output->pairs.size(), expected.size());
        for (const auto& pair : output->pairs) {
            const auto found = expected.find({pair.left, pair.right});
            QVERIFY(found != expected.end());
            QVERIFY(std::abs(found->second - pair.weight) < 1e-9);
        }
    }
}

QTEST_APPLESS_MAIN(LawsTest)
#include "laws_test.moc"
