// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/banner.h"
#include "ui/widgets/chips.h"
#include "ui/widgets/clipboard.h"
#include "ui/widgets/pages.h"
#include "ui/widgets/reason_form.h"
#include "ui/widgets/search_field.h"
#include "ui/widgets/table.h"

#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QVBoxLayout>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace ui::widgets;

class WidgetsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aPageOutOfSightAsksForNoRoom();
    void formAsksForAReasonAndWords();
    void formGivesAndTakesADraft();
    void escapeClosesTheForm();
    void searchTellsOnceAfterTyping();
    void slashGoesToTheSearch();
    void chipsChooseOne();
    void enterOpensTheRow();
    void bannerOpensItsDetail();
    void copiesACellAndItsColumn();
    void aCopyLeavesTheClipboardByItself();
    void whatAnotherProgramCopiedStays();
};

namespace {

const ReasonForm::Reasons reasons{{u"need"_s, u"Needs are met elsewhere"_s},
                                  {u"moved"_s, u"Moved away"_s}};

}  // namespace

void WidgetsTest::formAsksForAReasonAndWords() {
    ReasonForm form;
    QSignalSpy confirmed(&form, &ReasonForm::confirmed);
    form.ask(u"Why?"_s, u"It leaves the lists."_s, reasons, u"Record"_s, true);
    auto* confirm = form.findChild<QPushButton*>(u"confirm"_s);
    QCOMPARE(confirm->text(), u"Record"_s);
    QTest::keyClick(confirm, Qt::Key_Space);
    QCOMPARE(confirmed.size(), 0);
    form.findChild<QComboBox*>(u"reason"_s)->setCurrentIndex(2);
    QTest::keyClick(confirm, Qt::Key_Space);
    QCOMPARE(confirmed.size(), 0);
    QTest::keyClicks(form.findChild<QPlainTextEdit*>(u"words"_s), u"They moved to Powys."_s);
    QTest::keyClick(confirm, Qt::Key_Space);
    QCOMPARE(confirmed.size(), 1);
    QCOMPARE(form.reason(), u"moved"_s);
    QCOMPARE(form.words(), u"They moved to Powys."_s);
}

void WidgetsTest::formGivesAndTakesADraft() {
    ReasonForm form;
    QVERIFY(form.draft().isEmpty());
    form.ask(u"Why?"_s, {}, reasons, u"Record"_s, true);
    form.findChild<QComboBox*>(u"reason"_s)->setCurrentIndex(1);
    form.findChild<QPlainTextEdit*>(u"words"_s)->setPlainText(u"Half a sent"_s);
    const QVariantMap draft = form.draft();
    ReasonForm other;
    other.ask(u"Why?"_s, {}, reasons, u"Record"_s, true);
    other.restore(draft);
    QCOMPARE(other.reason(), u"need"_s);
    QCOMPARE(other.words(), u"Half a sent"_s);
}

void WidgetsTest::escapeClosesTheForm() {
    ReasonForm form;
    QSignalSpy closed(&form, &ReasonForm::closed);
    form.ask(u"Why?"_s, {}, reasons, u"Record"_s, true);
    QVERIFY(form.open());
    QTest::keyClick(&form, Qt::Key_Escape);
    QVERIFY(!form.open());
    QCOMPARE(closed.size(), 1);
    QVERIFY(form.draft().isEmpty());
}

void WidgetsTest::searchTellsOnceAfterTyping() {
    SearchField search(u"Search"_s);
    QSignalSpy searched(&search, &SearchField::searched);
    QTest::keyClicks(&search, u"2031"_s);
    QCOMPARE(searched.size(), 0);
    QTRY_COMPARE(searched.size(), 1);
    QCOMPARE(searched[0][0].toString(), u"2031"_s);
    QTest::keyClick(&search, Qt::Key_Escape);
    QTRY_COMPARE(searched.size(), 2);
    QCOMPARE(searched[1][0].toString(), QString());
}

void WidgetsTest::slashGoesToTheSearch() {
    QWidget window;
    auto* column = new QVBoxLayout(&window);
    auto* button = new QPushButton(u"Other"_s, &window);
    auto* search = new SearchField(u"Search"_s, &window);
    column->addWidget(button);
    column->addWidget(search);
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    button->setFocus();
    QTest::keyClick(button, Qt::Key_Slash);
    QVERIFY(search->hasFocus());
    QCOMPARE(search->text(), QString());
}

void WidgetsTest::chipsChooseOne() {
    Chips chips(u"Which"_s);
    chips.add(u"mine"_s, u"Mine"_s);
    chips.add(u"all"_s, u"All"_s);
    QCOMPARE(chips.chosen(), u"mine"_s);
    QSignalSpy chose(&chips, &Chips::chose);
    chips.setCount(u"all"_s, 48);
    auto* all = chips.findChild<QPushButton*>(u"chip-all"_s);
    QVERIFY(all->text().contains(u"48"_s));
    QVERIFY(all->accessibleName().contains(u"48"_s));
    QTest::keyClick(all, Qt::Key_Space);
    QCOMPARE(chose.size(), 1);
    QCOMPARE(chips.chosen(), u"all"_s);
}

void WidgetsTest::enterOpensTheRow() {
    QStandardItemModel model(3, 2);
    Table table(u"Rows"_s);
    table.setModel(&model);
    table.chooseFirst();
    QSignalSpy opened(&table, &Table::opened);
    QTest::keyClick(&table, Qt::Key_Down);
    QTest::keyClick(&table, Qt::Key_Return);
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened[0][0].toInt(), 1);
}

void WidgetsTest::bannerOpensItsDetail() {
    Banner banner;
    banner.showError(u"The file was not imported."_s, u"Where: row 12"_s);
    QVERIFY(banner.isVisible());
    QVERIFY(banner.accessibleName().contains(u"not imported"_s));
    QTest::keyClick(banner.findChild<QPushButton*>(u"bannerMore"_s), Qt::Key_Space);
    const auto labels = banner.findChildren<QLabel*>();
    QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel* each) {
        return each->text() == u"Where: row 12"_s && each->isVisible();
    }));
    QTest::keyClick(banner.findChild<QPushButton*>(u"bannerClose"_s), Qt::Key_Space);
    QVERIFY(!banner.isVisible());
}

void WidgetsTest::copiesACellAndItsColumn() {
    QStandardItemModel model(2, 2);
    model.setHorizontalHeaderLabels({u"Family"_s, u"State"_s});
    model.setItem(0, 0, new QStandardItem(u"FF-1"_s));
    model.setItem(1, 0, new QStandardItem(u"FF-2"_s));
    Table table(u"Families"_s);
    table.setModel(&model);
    table.setCurrentIndex(model.index(1, 0));
    QTest::keyClick(&table, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"FF-2"_s);
    QTest::keyClick(&table, Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"Family\nFF-1\nFF-2"_s);
}

void WidgetsTest::aCopyLeavesTheClipboardByItself() {
    copyForAWhile(u"PROBERT, Katherine"_s, std::chrono::milliseconds(20));
    QCOMPARE(QGuiApplication::clipboard()->text(), u"PROBERT, Katherine"_s);
    QTRY_VERIFY(QGuiApplication::clipboard()->text().isEmpty());
}

void WidgetsTest::whatAnotherProgramCopiedStays() {
    copyForAWhile(u"PROBERT, Katherine"_s, std::chrono::milliseconds(20));
    QGuiApplication::clipboard()->setText(u"shopping"_s);
    QTest::qWait(60);
    clearCopied();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"shopping"_s);
}

void WidgetsTest::aPageOutOfSightAsksForNoRoom() {
    ui::widgets::Pages pages;
    auto* low = new QWidget(&pages);
    auto* tall = new QWidget(&pages);
    low->setMinimumSize(80, 30);
    tall->setMinimumSize(900, 700);
    pages.addWidget(low);
    pages.addWidget(tall);
    QCOMPARE(pages.minimumSizeHint(), QSize(80, 30));
    pages.setCurrentWidget(tall);
    QCOMPARE(pages.minimumSizeHint(), QSize(900, 700));
}

QTEST_MAIN(WidgetsTest)
#include "widgets_test.moc"
