// SPDX-License-Identifier: GPL-3.0-or-later
#include "linkage/relearn.h"

#include <QtTest>

#include <cmath>

using namespace linkage;

namespace {

Model small() {
    Model model;
    model.prior = 0.001;
    model.relativePrior = 0.002;
    model.comparisons = {
        {"forename", {{"same", 0.8, 0.01, 0.02, 100}, {"different", 0.2, 0.99, 0.98, 25}}},
        {"place", {{"same home", 0.6, 0.001, 0.54, 80}, {"elsewhere", 0.4, 0.999, 0.46, 40}}}};
    return model;
}

LabelledPair pair(bool same, const char* forename, const char* place, double standsFor = 1) {
    return {same,
            standsFor,
            {{"prior", "any two records", -10},
             {"forename", forename, 0},
             {"place", place, 0},
             {"relatives", "allowance", -1}}};
}

}  // namespace

class RelearnTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void withoutAnswersNothingChanges();
    void pairsThatAreDifferentTeachNothingOfM();
    void answersMoveMAsFarAsTheyAreMany();
    void anAnswerCountsByWhatItStandsFor();
    void notSentIsNoAnswer();
    void uStays();
    void sharesStillAddUp();
};

void RelearnTest::withoutAnswersNothingChanges() {
    const Relearnt out = relearn(small(), {});
    QVERIFY(out.model == small());
    QCOMPARE(out.changes.size(), 4U);
}

void RelearnTest::pairsThatAreDifferentTeachNothingOfM() {
    const Relearnt out = relearn(small(), {pair(false, "different", "same home")});
    QVERIFY(out.model == small());
    QCOMPARE(out.used, 0U);
}

void RelearnTest::answersMoveMAsFarAsTheyAreMany() {
    const std::vector<LabelledPair> answers(50, pair(true, "different", "same home"));
    const Relearnt out = relearn(small(), answers);
    // Fifty of the model's own against fifty answers: half way.
    QVERIFY(std::abs(out.model.comparisons[0].levels[1].m - 0.6) < 1e-12);
    QVERIFY(std::abs(out.model.comparisons[1].levels[0].m - 0.8) < 1e-12);
    QCOMPARE(out.changes[1].labelled, 50U);
    QVERIFY(std::abs(out.changes[1].weightAfter - std::log2(0.6 / 0.99)) < 1e-12);
    QCOMPARE(out.model.comparisons[0].levels[1].pairs, 75.0);
    // Relatives live together as one person's records do.
    QVERIFY(out.model.comparisons[1].levels[0].r > small().comparisons[1].levels[0].r);
}

void RelearnTest::anAnswerCountsByWhatItStandsFor() {
    std::vector<LabelledPair> answers(10, pair(true, "same", "same home", 1000));
    answers.push_back(pair(true, "different", "elsewhere", 1));
    const double rare = relearn(small(), answers).model.comparisons[0].levels[1].m;
    answers.back().standsFor = 1000;
    const double equal = relearn(small(), answers).model.comparisons[0].levels[1].m;
    QVERIFY(rare < equal);
}

void RelearnTest::notSentIsNoAnswer() {
    const Relearnt out = relearn(small(), {pair(true, "not sent by both", "elsewhere")});
    QCOMPARE(out.model.comparisons[0].levels[0].m, 0.8);
    QVERIFY(out.model.comparisons[1].levels[1].m > 0.4);
}

void RelearnTest::uStays() {
    const Relearnt out = relearn(small(), {pair(true, "same", "elsewhere")});
    for (std::size_t i = 0; i < 2; ++i)
        for (std::size_t level = 0; level < 2; ++level)
            QCOMPARE(out.model.comparisons[i].levels[level].u,
                     small().comparisons[i].levels[level].u);
}

void RelearnTest::sharesStillAddUp() {
    std::vector<LabelledPair> answers(7, pair(true, "same", "elsewhere", 3));
    answers.push_back(pair(true, "different", "not sent by both", 40));
    const Relearnt out = relearn(small(), answers);
    for (const ComparisonEstimate& comparison : out.model.comparisons)
        QVERIFY(std::abs(comparison.levels[0].m + comparison.levels[1].m - 1) < 1e-12);
}

QTEST_GUILESS_MAIN(RelearnTest)
#include "relearn_test.moc"
