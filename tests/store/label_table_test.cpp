// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/label_table.h"

#include "sample.h"
#include "store/link_run_table.h"
#include "support/must.h"
#include "support/temporary_vault.h"

#include <QtTest>

using access::Action;
using base::Code;
using records::PairAnswer;
using records::RecordId;
using support::granted;
using support::must;

namespace {

store::PairSample sample() {
    store::PairSample made;
    made.model = 3;
    made.seed = 11;
    made.strata = {{true, -1000, 900}, {false, 4.25, 7}};
    return made;
}

std::vector<store::Label> pairs() {
    store::Label linked;
    linked.left = RecordId{2};
    linked.right = RecordId{1};
    linked.weight = 9.5;
    linked.probability = 0.998;
    linked.linked = true;
    store::Label doubt;
    doubt.stratum = 1;
    doubt.left = RecordId{3};
    doubt.right = RecordId{4};
    return {linked, doubt};
}

}  // namespace

class LabelTableTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsASampleWithItsBandsAndPairs();
    void theNewestSampleIsTheOneInUse();
    void anAnswerTellsWhoAndWhen();
    void aChosenAnswerIsNoneOfASample();
    void othersAreRefused();
    void keepsWhatARunTold();
};

void LabelTableTest::keepsASampleWithItsBandsAndPairs() {
    const support::TemporaryVault folder;
    const auto vault = folder.as(access::Role::dataOfficer);
    store::LabelTable table(*vault);
    const auto grant = granted(*vault, Action::reviewLinks);
    QVERIFY(!must(table.newestSample(grant)));
    const auto id = must(table.keepSample(grant, sample(), pairs()));
    const auto kept = must(table.newestSample(grant));
    QCOMPARE(kept->id, id);
    QCOMPARE(kept->seed, 11);
    QCOMPARE(kept->strata.size(), 2U);
    QVERIFY(kept->strata[0].linked && kept->strata[0].pairs == 900);
    QCOMPARE(kept->strata[1].least, 4.25);
    const auto labels = must(table.ofSample(grant, id));
    QCOMPARE(labels.size(), 2U);
    QVERIFY(labels[0].left == RecordId{1} && labels[0].right == RecordId{2});
    QCOMPARE(labels[0].model, 3);
    QVERIFY(labels[0].answer == PairAnswer::none);
}

void LabelTableTest::theNewestSampleIsTheOneInUse() {
    const support::TemporaryVault folder;
    const auto vault = folder.as(access::Role::dataOfficer);
    store::LabelTable table(*vault);
    const auto grant = granted(*vault, Action::reviewLinks);
    const auto first = must(table.keepSample(grant, sample(), pairs()));
    const auto second = must(table.keepSample(grant, sample(), {}));
    QVERIFY(second > first);
    QCOMPARE(must(table.newestSample(grant))->id, second);
    QVERIFY(must(table.ofSample(grant, second)).empty());
    QCOMPARE(must(table.ofSample(grant, first)).size(), 2U);
}

void LabelTableTest::anAnswerTellsWhoAndWhen() {
    const support::TemporaryVault folder;
    const auto vault = folder.as(access::Role::dataOfficer);
    store::LabelTable table(*vault);
    const auto grant = granted(*vault, Action::reviewLinks);
    const auto id = must(table.keepSample(grant, sample(), pairs()));
    const auto label = must(table.ofSample(grant, id)).front();
    QVERIFY(must(table.answered(grant)).empty());
    must(table.answer(grant, label.id, PairAnswer::different));
    const auto answered = must(table.answered(grant));
    QCOMPARE(answered.size(), 1U);
    QVERIFY(answered[0].answer == PairAnswer::different);
    QVERIFY(answered[0].by == vault->user().id);
    QVERIFY(!answered[0].at.empty());
    QCOMPARE(answered[0].sample, id);
    must(table.answer(grant, label.id, PairAnswer::notSure));
    QVERIFY(must(table.answered(grant)).empty());
    VERIFY_FAILS(table.answer(grant, 99, PairAnswer::same), Code::notFound, "in no sample");
}

void LabelTableTest::aChosenAnswerIsNoneOfASample() {
    const support::TemporaryVault folder;
    const auto vault = folder.as(access::Role::dataOfficer);
    store::LabelTable table(*vault);
    const auto grant = granted(*vault, Action::reviewLinks);
    store::Label label = pairs().back();
    label.answer = PairAnswer::same;
    must(table.note(grant, label));
    label.answer = PairAnswer::different;
    must(table.note(grant, label));
    const auto answered = must(table.answered(grant));
    QCOMPARE(answered.size(), 1U);
    QCOMPARE(answered[0].sample, 0);
    QVERIFY(answered[0].answer == PairAnswer::different);
    VERIFY_FAILS(table.find(grant, answered[0].id), Code::notFound, "in no sample");
    label.answer = PairAnswer::none;
    must(table.note(grant, label));
    QVERIFY(must(table.answered(grant)).empty());
}

void LabelTableTest::othersAreRefused() {
    const support::TemporaryVault folder;
    const auto vault = folder.as(access::Role::supervisor);
    const store::LabelTable table(*vault);
    const auto grant = granted(*vault, Action::listFamilies);
    QVERIFY(table.newestSample(grant).error().code == Code::refused);
    QVERIFY(table.answered(grant).error().code == Code::refused);
    QVERIFY(table.find(grant, 1).error().code == Code::refused);
}

void LabelTableTest::keepsWhatARunTold() {
    const support::TemporaryVault folder;
    const auto vault = folder.as(access::Role::dataOfficer);
    store::LinkRunTable table(*vault);
    const auto grant = granted(*vault, Action::linkRecords);
    QVERIFY(!must(table.newestWhole(grant)));
    must(table.add(grant, 1, true, "{\"a\": 1}"));
    must(table.add(grant, 2, true, "{\"a\": 2}"));
    must(table.add(grant, 2, false, "{}"));
    const auto newest = must(table.newestWhole(grant));
    QCOMPARE(newest->model, 2);
    QCOMPARE(newest->report, "{\"a\": 2}");
    QVERIFY(newest->by == vault->user().id);
}

QTEST_GUILESS_MAIN(LabelTableTest)
#include "label_table_test.moc"
