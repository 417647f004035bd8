// SPDX-License-Identifier: GPL-3.0-or-later
// How records are linked, on a vault with a linked town: drawings with their numbers, a sample
// answered by keys, and learning only when asked.
#include "ui/screens/linkage.h"

#include "casework/link_model.h"
#include "support/linked_town.h"
#include "support/ready_prompts.h"
#include "ui/screens/checking.h"
#include "ui/shell/look.h"
#include "ui/tasks/task_runner.h"
#include "ui/widgets/histogram.h"
#include "ui/widgets/signed_bars.h"
#include "ui/widgets/table.h"

#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QtTest>

using namespace Qt::StringLiterals;
using support::must;

namespace {

class NotedPlaces final : public ui::shell::Places {
public:
    void open(const QString& screen, qint64 /*subject*/) override { opened = screen; }

    void back() override {}

    void changed() override {}

    QString opened;
};

struct Desk {
    support::LinkedTown town;
    ui::tasks::TaskRunner tasks;
    support::ReadyPrompts prompts;
    NotedPlaces places;
    ui::shell::Context context{town.team.dataOfficer(), tasks, prompts, places};
};

QString accuracyWords(const QWidget& screen) {
    return screen.findChild<QLabel*>(u"accuracyWords"_s)->text();
}

void press(const QWidget& screen, const QString& name) {
    auto* button = screen.findChild<QPushButton*>(name);
    QVERIFY2(button != nullptr, qPrintable(name));
    button->click();
}

}  // namespace

class LinkageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void drawsTheModelWithEveryLevelInItsTable();
    void aSampleIsDrawnAndAnsweredByKeys();
    void learnsOnlyWhenAskedAndConfirmed();
    void theHistogramTellsEveryCount();
    void groupsAreNamedOnceAndEveryBarIsInTheTable();
};

void LinkageTest::initTestCase() {
    ui::shell::prepareLook(*qApp, ui::widgets::Scheme::light, 1);
}

void LinkageTest::drawsTheModelWithEveryLevelInItsTable() {
    Desk desk;
    ui::screens::Linkage screen(desk.context, nullptr);
    screen.resize(1000, 800);
    screen.show();
    screen.enter(0);
    const auto model = must(casework::currentModel(desk.town.team.dataOfficer()));
    const auto* drawing = screen.findChild<ui::widgets::SignedBars*>();
    const ui::widgets::Numbers numbers = drawing->numbers();
    QCOMPARE(numbers.rows.size(), model->levels.size());
    QCOMPARE(numbers.headings.size(), 6);
    for (const QStringList& row : numbers.rows)
        QCOMPARE(row.size(), 6);
    QVERIFY(!drawing->accessibleName().isEmpty());
    QVERIFY(accuracyWords(screen).startsWith(u"Not measured yet"_s));
    QVERIFY(!screen.grab().isNull());
}

void LinkageTest::aSampleIsDrawnAndAnsweredByKeys() {
    Desk desk;
    ui::screens::Linkage screen(desk.context, nullptr);
    screen.show();
    screen.enter(0);
    press(screen, u"drawSample"_s);
    QTRY_COMPARE(desk.places.opened, u"checking"_s);
    ui::screens::Checking checking(desk.context, nullptr);
    checking.show();
    checking.enter(0);
    auto& officer = desk.town.team.dataOfficer();
    const std::size_t pairs = must(casework::standingSample(officer))->pairs;
    QCOMPARE(pairs, casework::usualSample);
    auto* table = checking.findChild<ui::widgets::Table*>(u"sampledPair"_s);
    QVERIFY(table->model()->rowCount() > 2);
    press(checking, u"checkSame"_s);
    press(checking, u"checkDifferent"_s);
    QCOMPARE(must(casework::standingSample(officer))->answered, 2U);
    press(checking, u"undoCheck"_s);
    QCOMPARE(must(casework::standingSample(officer))->answered, 1U);
    for (std::size_t i = 1; i < pairs; ++i)
        press(checking, u"checkSame"_s);
    QVERIFY(must(casework::standingSample(officer))->waiting.empty());
    screen.enter(0);
    QVERIFY2(accuracyWords(screen).contains(u"95 % interval"_s), qPrintable(accuracyWords(screen)));
    QVERIFY(!screen.findChild<QPushButton*>(u"checkSample"_s)->isEnabled());
}

void LinkageTest::learnsOnlyWhenAskedAndConfirmed() {
    Desk desk;
    auto& officer = desk.town.team.dataOfficer();
    base::NoProgress quiet;
    for (const std::int64_t pair : must(casework::drawSample(officer, 40, 3, quiet)).waiting)
        must(casework::answerSampled(officer, pair, records::PairAnswer::same));
    const std::int64_t before = must(casework::currentModel(officer))->id;
    ui::screens::Linkage screen(desk.context, nullptr);
    screen.show();
    screen.enter(0);
    press(screen, u"relearnModel"_s);
    auto* table = screen.findChild<ui::widgets::Table*>(u"relearntLevels"_s);
    QTRY_VERIFY(table->isVisible());
    QVERIFY(table->model()->rowCount() > 0);
    QCOMPARE(must(casework::currentModel(officer))->id, before);
    press(screen, u"adoptModel"_s);
    QTRY_VERIFY(must(casework::currentModel(officer))->id > before);
    QVERIFY(!desk.prompts.confirmed.empty());
}

void LinkageTest::theHistogramTellsEveryCount() {
    ui::widgets::Histogram drawing(u"Weights"_s, u"Weight"_s, u"Pairs"_s);
    drawing.show({{-3, 12}, {4, 1'000'000}}, {{-2, u"in doubt"_s}, {4.25, u"linked"_s}});
    drawing.resize(400, 200);
    const ui::widgets::Numbers numbers = drawing.numbers();
    QCOMPARE(numbers.rows.size(), std::size_t{2});
    QCOMPARE(numbers.rows[1].back(), u"1,000,000"_s);
    QCOMPARE(numbers.rows[0].front(), QString(u"\u22123 \u2013 \u22122"_s));
    QVERIFY(!drawing.grab().isNull());
}

void LinkageTest::groupsAreNamedOnceAndEveryBarIsInTheTable() {
    ui::widgets::SignedBars drawing(u"Weights"_s,
                                    {u"Comparison"_s, u"Level"_s, u"Weight"_s, u"m"_s});
    drawing.show({{u"forename"_s, u"same"_s, 7.9, u"+7.9"_s, {u"0.9"_s}, false},
                  {u"forename"_s, u"different"_s, -6.6, u"\u22126.6"_s, {u"0.01"_s}, false}});
    const int oneGroup = drawing.heightFor(400);
    drawing.show({{u"forename"_s, u"same"_s, 7.9, u"+7.9"_s, {u"0.9"_s}, false},
                  {u"surname"_s, u"different"_s, -6.6, u"\u22126.6"_s, {u"0.01"_s}, true}});
    QVERIFY(drawing.heightFor(400) > oneGroup);
    const ui::widgets::Numbers numbers = drawing.numbers();
    QCOMPARE(numbers.rows.size(), std::size_t{2});
    QCOMPARE(numbers.rows[1],
             (QStringList{u"surname"_s, u"different"_s, u"\u22126.6"_s, u"0.01"_s}));
    drawing.resize(400, drawing.heightFor(400));
    QVERIFY(!drawing.grab().isNull());
}

QTEST_MAIN(LinkageTest)
#include "linkage_test.moc"
