// SPDX-License-Identifier: GPL-3.0-or-later
#include "linkage/accuracy.h"

#include <QtTest>

#include <rapidcheck.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>

using namespace linkage;

namespace {

std::size_t sum(const std::vector<std::size_t>& sizes) {
    return std::accumulate(sizes.begin(), sizes.end(), std::size_t{0});
}

}  // namespace

class AccuracyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theIntervalIsJeffreys_data();
    void theIntervalIsJeffreys();
    void oneBandHasThePlainInterval();
    void eachAnswerStandsForItsBand();
    void whatIsAnsweredWhollyIsCertain();
    void noAnswersMeanNoKnowledge();
    void theIntervalCoversTheTruth();
    void asksNoMoreThanThereIs();
    void asksMostWhereTheModelIsLeastSure();
};

// Brown, Cai & DasGupta (2001) give these limits by the quantiles of a beta distribution; computed
// with another program.
void AccuracyTest::theIntervalIsJeffreys_data() {
    QTest::addColumn<int>("right");
    QTest::addColumn<int>("all");
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    QTest::newRow("none of 10") << 0 << 10 << 0.0 << 0.217196;
    QTest::newRow("10 of 10") << 10 << 10 << 0.782804 << 1.0;
    QTest::newRow("5 of 10") << 5 << 10 << 0.223528 << 0.776472;
    QTest::newRow("nothing asked") << 0 << 0 << 0.0 << 1.0;
}

void AccuracyTest::theIntervalIsJeffreys() {
    QFETCH(int, right);
    QFETCH(int, all);
    QFETCH(double, low);
    QFETCH(double, high);
    const Interval found =
        jeffreys(static_cast<std::uint64_t>(right), static_cast<std::uint64_t>(all));
    QVERIFY2(std::abs(found.low - low) < 1e-4, std::to_string(found.low).c_str());
    QVERIFY2(std::abs(found.high - high) < 1e-4, std::to_string(found.high).c_str());
}

void AccuracyTest::oneBandHasThePlainInterval() {
    const Accuracy found = accuracyOf({{true, 1'000'000, 18, 2}});
    const Interval plain = jeffreys(18, 20);
    QVERIFY(std::abs(found.precision - 0.9) < 1e-12);
    QVERIFY(std::abs(found.precisionInterval.low - plain.low) < 0.005);
    QVERIFY(std::abs(found.precisionInterval.high - plain.high) < 0.005);
}

void AccuracyTest::eachAnswerStandsForItsBand() {
    // 900 links of which a tenth is wrong, 100 all right; 50 doubtful pairs, half of them one
    // person.
    const Accuracy found =
        accuracyOf({{true, 900, 18, 2}, {true, 100, 10, 0}, {false, 50, 10, 10}});
    QVERIFY(std::abs(found.precision - 0.91) < 1e-9);
    QVERIFY(std::abs(found.recall - 910.0 / 935.0) < 1e-9);
    QCOMPARE(found.answered, 50U);
}

void AccuracyTest::whatIsAnsweredWhollyIsCertain() {
    const Accuracy found = accuracyOf({{true, 20, 19, 1}, {false, 4, 1, 3}});
    QCOMPARE(found.precisionInterval.low, found.precisionInterval.high);
    QCOMPARE(found.recall, 0.95);
    QCOMPARE(found.recallInterval.low, 0.95);
}

void AccuracyTest::noAnswersMeanNoKnowledge() {
    const Accuracy found = accuracyOf({{true, 1000, 0, 0}, {false, 1000, 0, 0}});
    QVERIFY(found.precisionInterval.low < 0.01 && found.precisionInterval.high > 0.99);
}

// Of many samples from a known population, about 95 in 100 intervals must hold the truth.
void AccuracyTest::theIntervalCoversTheTruth() {
    std::mt19937_64 random(11);
    const std::vector<std::pair<StratumAnswers, double>> population{
        {{true, 50'000, 0, 0}, 0.999}, {{true, 2'000, 0, 0}, 0.93}, {{false, 900, 0, 0}, 0.4}};
    double precision = 0;
    double linked = 0;
    for (const auto& [band, share] : population)
        if (band.linked) {
            precision += static_cast<double>(band.pairs) * share;
            linked += static_cast<double>(band.pairs);
        }
    precision /= linked;
    int covered = 0;
    constexpr int samples = 40;
    for (int sample = 0; sample < samples; ++sample) {
        std::vector<StratumAnswers> strata;
        for (auto [band, share] : population) {
            std::bernoulli_distribution same(share);
            for (int i = 0; i < 14; ++i)
                ++(same(random) ? band.same : band.different);
            strata.push_back(band);
        }
        const Interval found = accuracyOf(strata).precisionInterval;
        covered += found.low <= precision && precision <= found.high ? 1 : 0;
    }
    QVERIFY2(covered >= samples * 9 / 10, std::to_string(covered).c_str());
}

void AccuracyTest::asksNoMoreThanThereIs() {
    QVERIFY(rc::check([] {
        const auto counts = *rc::gen::container<std::vector<unsigned>>(rc::gen::inRange(0U, 500U));
        const std::size_t total = *rc::gen::inRange<std::size_t>(0, 200);
        std::vector<StratumSize> strata;
        std::size_t all = 0;
        std::size_t least = 0;
        for (const unsigned count : counts) {
            strata.push_back({count, (count % 100) / 100.0});
            all += count;
            least += std::min(count, 3U);
        }
        const auto sizes = sampleSizes(strata, total);
        RC_ASSERT(sizes.size() == strata.size());
        for (std::size_t i = 0; i < sizes.size(); ++i)
            RC_ASSERT(sizes[i] <= strata[i].pairs);
        RC_ASSERT(sum(sizes) == std::min(all, std::max(total, least)));
    }));
}

void AccuracyTest::asksMostWhereTheModelIsLeastSure() {
    const auto sizes = sampleSizes({{10'000, 0.9999}, {10'000, 0.5}}, 40);
    QCOMPARE(sum(sizes), 40U);
    QVERIFY(sizes[1] > 2 * sizes[0]);
    QVERIFY(sizes[0] >= 3);
}

QTEST_GUILESS_MAIN(AccuracyTest)
#include "accuracy_test.moc"
