// SPDX-License-Identifier: GPL-3.0-or-later
#include "criteria/difference.h"

#include "criteria/plan.h"
#include "criteria/threshold.h"
#include "support/must.h"

#include <QtTest>

#include <algorithm>

using namespace criteria;
using records::PlanDifference;
using support::must;

namespace {

std::string herefordshire() {
    return std::string(shippedPlan("herefordshire-2020")->text);
}

std::string with(std::string text, std::string_view before, std::string_view after) {
    const std::size_t at = text.find(before);
    if (at == std::string::npos)
        qFatal("the plan does not say so");
    text.replace(at, before.size(), after);
    return text;
}

bool says(const PlanDifference& difference, const std::string& words) {
    return std::find(difference.otherwise.begin(), difference.otherwise.end(), words) !=
           difference.otherwise.end();
}

}  // namespace

class DifferenceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void aPlanDiffersFromItselfInNothing() {
        for (const ShippedPlan& plan : shippedPlans())
            QVERIFY(must(planDifference(plan.text, plan.text)).none());
    }

    void commentsSpacesAndTheVersionsNameAreNoDifference() {
        const std::string text = herefordshire();
        std::string other = must(withVersion(text, "V13"));
        other = with(other, "minimum_criteria = 2", "minimum_criteria   =   2  # as ever");
        QVERIFY(other != text);
        QVERIFY(must(planDifference(text, other)).none());
    }

    void everyNumberThatMayBeSetIsFoundAsWhatItIs() {
        const std::string text = herefordshire();
        for (const auto& threshold : must(thresholdsOf(text, "plan"))) {
            const double value =
                threshold.value + 1 <= threshold.most ? threshold.value + 1 : threshold.value - 1;
            const auto found =
                must(planDifference(text, must(withThreshold(text, threshold, value))));
            QVERIFY(found.otherwise.empty());
            QCOMPARE(found.numbers.size(), std::size_t{1});
            QCOMPARE(found.numbers[0].indicator, threshold.indicator);
            QCOMPARE(found.numbers[0].wording, threshold.wording);
            QCOMPARE(found.numbers[0].words, threshold.words);
            QCOMPARE(found.numbers[0].before, threshold.value);
            QCOMPARE(found.numbers[0].after, value);
        }
    }

    void whatElseDiffersIsNamedByItsPlace_data() {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<QString>("words");
        const auto row = [](const char* before, const char* after, const char* words) {
            QTest::newRow(words) << QString::fromUtf8(before) << QString::fromUtf8(after)
                                 << QString::fromUtf8(words);
        };
        row("A child with a proven offence",
            "A young person with a proven offence",
            "indicator 1a is worded or measured otherwise");
        row("[\"convicted\", \"cautioned\", \"youth-caution\"]",
            "[\"convicted\"]",
            "indicator 1a is worded or measured otherwise");
        row("heading = \"Staying safe in the community\"",
            "heading = \"Safe\"",
            "criterion 1 has another heading");
        row("council = \"Herefordshire Council\"",
            "council = \"The council\"",
            "'council' says something else");
        row("in_education = true", "in_education = false", "'dependent_child' says something else");
        row("reference = \"Family First",
            "effective_to = 2030-03-31\nreference = \"Family First",
            "'effective_to' is new");
        row("fresh_days = 190\n", "", "'fresh_days' is gone");
    }

    void whatElseDiffersIsNamedByItsPlace() {
        QFETCH(QString, before);
        QFETCH(QString, after);
        QFETCH(QString, words);
        const std::string text = herefordshire();
        const std::string other = with(text, before.toStdString(), after.toStdString());
        QVERIFY(readPlan(other, "other").has_value());
        const auto found = must(planDifference(text, other));
        QVERIFY(found.numbers.empty());
        QCOMPARE(found.otherwise, (std::vector<std::string>{words.toStdString()}));
    }

    void anIndicatorComesAndGoes() {
        const std::string text = herefordshire();
        const std::size_t from = text.find("[[criterion.indicator]]\ncode = \"1b\"");
        const std::size_t to = text.find("[[criterion.indicator]]\ncode = \"1c\"");
        const std::string shorter = text.substr(0, from) + text.substr(to);
        QVERIFY(says(must(planDifference(text, shorter)), "indicator 1b is gone"));
        QVERIFY(says(must(planDifference(shorter, text)), "indicator 1b is new"));
        QCOMPARE(must(planDifference(text, shorter)).otherwise.size(), std::size_t{1});
    }

    void anotherCouncilsPlanIsAnotherPlan() {
        const auto found =
            must(planDifference(herefordshire(), shippedPlan("national-2015-2020")->text));
        QVERIFY(found.otherwise.size() > 5);
    }
};

QTEST_APPLESS_MAIN(DifferenceTest)
#include "difference_test.moc"
