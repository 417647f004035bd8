// SPDX-License-Identifier: GPL-3.0-or-later
// The work list in the window: searched as one types, sorted by a heading or from the keyboard.
#include "support/price_family.h"
#include "support/ready_prompts.h"
#include "support/shown_window.h"
#include "ui/shell/look.h"
#include "ui/shell/main_window.h"
#include "ui/widgets/search_field.h"

#include <QApplication>
#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QtTest>

using namespace Qt::StringLiterals;
using support::must;
using ui::shell::MainWindow;

class WorkListTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void cleanupTestCase() { m_window.reset(); }

    void init();
    void aHeadingSortsAndAgainTheOtherWay();
    void aHeadingThatSortsNothingLeavesTheOrder();
    void theOrderIsChosenByKeys();
    void searchesAsOneTypesAndKeepsTheOrder();
    void aFamilyThatIsGoneSaysSo();

private:
    [[nodiscard]] QTableView* table() const {
        return m_window->currentScreen()->findChild<QTableView*>(u"families"_s);
    }

    [[nodiscard]] QComboBox* order() const {
        return m_window->currentScreen()->findChild<QComboBox*>(u"order"_s);
    }

    [[nodiscard]] QStringList column(int number) const;
    void pressHeading(int number) const;

    support::Team m_team;
    QTemporaryDir m_folder;
    support::ReadyPrompts m_prompts;
    std::unique_ptr<ui::shell::Preferences> m_preferences;
    std::unique_ptr<MainWindow> m_window;
};

void WorkListTest::initTestCase() {
    ui::shell::prepareLook(*qApp, ui::widgets::Scheme::light, 1);
    support::prepareFamilies(m_team);
    m_preferences = std::make_unique<ui::shell::Preferences>(m_folder.filePath(u"settings.ini"_s));
    m_window = support::shownWindow(m_prompts, *m_preferences);
}

void WorkListTest::init() {
    m_window->enter(must(m_team.caseworker().another()));
    QTest::mouseClick(m_window->currentScreen()->findChild<QPushButton*>(u"chip-all"_s),
                      Qt::LeftButton);
    QCOMPARE(table()->model()->rowCount(), 3);
}

QStringList WorkListTest::column(int number) const {
    QStringList cells;
    for (int row = 0; row < table()->model()->rowCount(); ++row)
        cells << table()->model()->index(row, number).data().toString();
    return cells;
}

void WorkListTest::pressHeading(int number) const {
    const QHeaderView* headings = table()->horizontalHeader();
    QTest::mouseClick(
        headings->viewport(),
        Qt::LeftButton,
        {},
        QPoint(headings->sectionViewportPosition(number) + 12, headings->height() / 2));
}

void WorkListTest::aHeadingSortsAndAgainTheOtherWay() {
    pressHeading(2);
    QCOMPARE(column(2), (QStringList{u"3 met"_s, u"2 met"_s, u"0 met"_s}));
    QCOMPARE(table()->horizontalHeader()->sortIndicatorSection(), 2);
    QCOMPARE(table()->horizontalHeader()->sortIndicatorOrder(), Qt::DescendingOrder);
    pressHeading(2);
    QCOMPARE(column(2), (QStringList{u"0 met"_s, u"2 met"_s, u"3 met"_s}));
    QCOMPARE(order()->currentText(), u"Fewest criteria met first"_s);
    pressHeading(0);
    const QStringList references = column(0);
    pressHeading(0);
    QCOMPARE(column(0), QStringList(references.rbegin(), references.rend()));
    pressHeading(3);
    QCOMPARE(column(3).front(), u"Nothing: not proposed"_s);
    pressHeading(3);
    QCOMPARE(column(3).back(), u"Nothing: not proposed"_s);
}

void WorkListTest::aHeadingThatSortsNothingLeavesTheOrder() {
    pressHeading(2);
    const QStringList before = column(0);
    pressHeading(1);
    QCOMPARE(column(0), before);
    QCOMPARE(table()->horizontalHeader()->sortIndicatorSection(), 2);
    QCOMPARE(table()->horizontalHeader()->sortIndicatorOrder(), Qt::DescendingOrder);
}

void WorkListTest::theOrderIsChosenByKeys() {
    order()->setFocus();
    QTest::keyClick(order(), Qt::Key_Down);
    QTest::keyClick(order(), Qt::Key_Down);
    QCOMPARE(order()->currentText(), u"Most criteria met first"_s);
    QCOMPARE(column(2).front(), u"3 met"_s);
    QCOMPARE(table()->horizontalHeader()->sortIndicatorSection(), 2);
}

void WorkListTest::searchesAsOneTypesAndKeepsTheOrder() {
    pressHeading(0);
    pressHeading(0);
    const QStringList all = column(0);
    auto* search = m_window->currentScreen()->findChild<QLineEdit*>(u"search"_s);
    search->setFocus();
    QTest::keyClicks(search, u"ff-"_s);
    QTRY_COMPARE(column(0), all);
    QTest::keyClicks(search, all.front().mid(3));
    QTRY_COMPARE(column(0), QStringList{all.front()});
    QTest::keyClick(search, Qt::Key_X);
    QTRY_VERIFY(!table()->isVisible());
    QTest::keyClick(search, Qt::Key_Escape);
    QTRY_COMPARE(column(0), all);
}

void WorkListTest::aFamilyThatIsGoneSaysSo() {
    const std::vector<records::FamilyId> unknown{{987654}};
    const auto rows = must(casework::workRows(m_team.caseworker(), unknown));
    QCOMPARE(rows.size(), std::size_t{1});
    QCOMPARE(rows[0].waitsFor, std::string("Not in the list any more"));
    QCOMPARE(rows[0].outcomes[0], records::Outcome::notApplicable);
}

QTEST_MAIN(WorkListTest)
#include "work_list_test.moc"
