// SPDX-License-Identifier: GPL-3.0-or-later
#include "criteria/threshold.h"

#include "criteria/plan.h"

#include <QtTest>

using namespace criteria;
using records::PlanThreshold;

class ThresholdTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyShippedPlanHasItsNumbers();
    void oneNumberChangesAndNothingElse();
    void everyNumberOfAPlanCanBeChangedAndChangedBack();
    void aNumberOutOfBoundsIsRefused();
    void aNumberOfAnotherTextIsRefused();
    void aVersionGetsAnotherName();
};

namespace {

std::string herefordshire() {
    return std::string(shippedPlan("herefordshire-2020")->text);
}

PlanThreshold named(const std::string& indicator, const std::string& words) {
    const auto all = thresholdsOf(herefordshire(), "plan");
    for (const PlanThreshold& threshold : *all)
        if (threshold.indicator == indicator && threshold.words.find(words) != std::string::npos)
            return threshold;
    return {};
}

}  // namespace

void ThresholdTest::everyShippedPlanHasItsNumbers() {
    for (const ShippedPlan& plan : shippedPlans()) {
        const auto all = thresholdsOf(plan.text, plan.fileName);
        QVERIFY2(all.has_value(), plan.name.c_str());
        QVERIFY(all->size() > 20);
    }
    QCOMPARE(named("", "criteria a family meets").value, 2.0);
    QCOMPARE(named("1a", "within this many months").value, 12.0);
    QCOMPARE(named("1a", "aged to").value, 17.0);
}

void ThresholdTest::oneNumberChangesAndNothingElse() {
    const std::string text = herefordshire();
    const auto changed = withThreshold(text, named("1a", "within this many months"), 18);
    QVERIFY(changed.has_value());
    const auto before = readPlan(text, "plan");
    const auto after = readPlan(*changed, "plan");
    QVERIFY(after.has_value());
    QCOMPARE(after->indicator("1a")->measure.window.amount, 18);
    QCOMPARE(after->indicator("1b")->measure.window.amount,
             before->indicator("1b")->measure.window.amount);
    QCOMPARE(changed->size(), text.size());
    QVERIFY(after->fingerprint != before->fingerprint);
}

void ThresholdTest::everyNumberOfAPlanCanBeChangedAndChangedBack() {
    const std::string text = herefordshire();
    const auto all = thresholdsOf(text, "plan");
    for (std::size_t i = 0; i < all->size(); ++i) {
        const PlanThreshold& threshold = all->at(i);
        const double other =
            threshold.value + 1 <= threshold.most ? threshold.value + 1 : threshold.value - 1;
        const auto changed = withThreshold(text, threshold, other);
        QVERIFY2(changed.has_value(), (threshold.indicator + threshold.words).c_str());
        const auto read = thresholdsOf(*changed, "plan");
        QVERIFY2(read.has_value(), (threshold.indicator + threshold.words).c_str());
        QCOMPARE(read->at(i).value, other);
        const auto back = withThreshold(*changed, read->at(i), threshold.value);
        QVERIFY(back.has_value());
        QCOMPARE(*back, text);
    }
}

void ThresholdTest::aNumberOutOfBoundsIsRefused() {
    const auto changed = withThreshold(herefordshire(), named("", "criteria a family meets"), 7);
    QVERIFY(!changed.has_value());
    QCOMPARE(changed.error().code, base::Code::malformed);
    QVERIFY(!withThreshold(herefordshire(), named("1a", "within this many months"), 1.5));
}

void ThresholdTest::aNumberOfAnotherTextIsRefused() {
    QVERIFY(!withThreshold("name = \"x\"\n", named("1a", "within this many months"), 6));
    QVERIFY(!withThreshold("\n\n" + herefordshire(), named("1a", "within this many months"), 6));
}

void ThresholdTest::aVersionGetsAnotherName() {
    const auto changed = withVersion(herefordshire(), "V13, trial");
    QVERIFY(changed.has_value());
    QCOMPARE(readPlan(*changed, "plan")->version, std::string("V13, trial"));
    QVERIFY(!withVersion(herefordshire(), "  "));
    QVERIFY(!withVersion(herefordshire(), "a\"b"));
}

QTEST_APPLESS_MAIN(ThresholdTest)
#include "threshold_test.moc"
