// SPDX-License-Identifier: GPL-3.0-or-later
// What a person may choose about the columns of a table, by hand and by key, and that it is kept
// for them.
#include "ui/widgets/table.h"

#include "ui/shell/arrangement.h"
#include "ui/shell/look.h"
#include "ui/shell/preferences.h"
#include "ui/widgets/clipboard.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QMenu>
#include <QSignalSpy>
#include <QSplitter>
#include <QStandardItemModel>
#include <QTemporaryDir>
#include <QTextEdit>
#include <QVBoxLayout>
#include <QtTest>

using namespace Qt::StringLiterals;
using ui::widgets::Table;

namespace {

// A screen with one table of three columns.
struct Page : QWidget {
    Page() {
        model.setHorizontalHeaderLabels({u"Family"_s, u"Members"_s, u"Waits for"_s});
        for (int row = 0; row < 5; ++row)
            model.appendRow({new QStandardItem(u"FF-%1"_s.arg(row)),
                             new QStandardItem(u"2 adults"_s),
                             new QStandardItem(u"triage"_s)});
        table = new Table(u"Families"_s, this);
        table->setObjectName(u"families"_s);
        table->setModel(&model);
        table->setShares({0, 1, 2});
        auto* column = new QVBoxLayout(this);
        column->addWidget(table);
        split = new QSplitter(this);
        split->setObjectName(u"split"_s);
        split->addWidget(new QTextEdit(split));
        split->addWidget(new QTextEdit(split));
        column->addWidget(split);
        resize(900, 500);
    }

    QStandardItemModel model;
    Table* table;
    QSplitter* split;
};

// The menu of the Menu key, and one of its actions by the words it begins with.
QAction* actionOf(Table& table, const QString& beginning) {
    QContextMenuEvent byKey(QContextMenuEvent::Keyboard, QPoint(5, 5), QPoint(5, 5));
    QApplication::sendEvent(table.viewport(), &byKey);
    const auto menus = table.findChildren<QMenu*>();
    for (const QMenu* menu : menus)
        for (QAction* action : menu->actions())
            if (action->text().remove(u'&').startsWith(beginning))
                return action;
    return nullptr;
}

}  // namespace

class TableTest : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void initTestCase() { ui::shell::prepareLook(*qApp, ui::widgets::Scheme::light, 1); }

    void cleanup() {
        while (QWidget* popup = QApplication::activePopupWidget())
            popup->close();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }

    void aColumnIsHiddenAndShownByKeys() {
        Page page;
        page.show();
        page.table->setCurrentIndex(page.model.index(0, 1));
        QSignalSpy chosen(page.table, &Table::columnsChosen);
        QAction* members = actionOf(*page.table, u"Members"_s);
        QVERIFY(members != nullptr && members->isChecked());
        members->trigger();
        QVERIFY(page.table->isColumnHidden(1));
        QCOMPARE(chosen.size(), 1);
        cleanup();
        actionOf(*page.table, u"Members"_s)->trigger();
        QVERIFY(!page.table->isColumnHidden(1));
    }

    void theLastColumnStays() {
        Page page;
        page.show();
        page.table->chooseColumns({{u"hidden"_s, QStringList{u"Members"_s, u"Waits for"_s}}});
        QVERIFY(!actionOf(*page.table, u"Family"_s)->isEnabled());
        cleanup();
        page.table->chooseColumns(
            {{u"hidden"_s, QStringList{u"Family"_s, u"Members"_s, u"Waits for"_s}}});
        for (int column = 0; column < 3; ++column)
            QVERIFY(!page.table->isColumnHidden(column));  // a table without columns shows all
    }

    void aWidthChosenOutlivesTheSharing() {
        Page page;
        page.show();
        page.table->horizontalHeader()->resizeSection(1, 333);  // as a hand does
        const int letters = page.table->columnChoices()[u"widths"_s].toMap()[u"Members"_s].toInt();
        QVERIFY(letters > 0);
        const int kept = page.table->columnWidth(1);
        page.resize(1300, 500);
        QCoreApplication::sendPostedEvents();
        QVERIFY(std::abs(page.table->columnWidth(1) - kept) <= 8);  // to the letter
        page.table->setCurrentIndex(page.model.index(0, 1));
        actionOf(*page.table, u"Wider"_s)->trigger();
        QVERIFY(page.table->columnWidth(1) > kept + 8);
        cleanup();
        actionOf(*page.table, u"Columns as at first"_s)->trigger();
        QVERIFY(page.table->columnChoices().isEmpty());
    }

    void sharingTheWidthIsNoChoice() {
        Page page;
        page.show();
        page.resize(600, 400);
        QCoreApplication::sendPostedEvents();
        page.resize(1200, 400);
        QCoreApplication::sendPostedEvents();
        QVERIFY(page.table->columnChoices().isEmpty());
    }

    void choicesAreKeptForThePersonWhoMadeThem() {
        const QTemporaryDir folder;
        ui::shell::Preferences preferences(folder.filePath(u"settings.ini"_s));
        {
            Page page;
            ui::shell::keepArrangement(page, u"work"_s, u"bea"_s, preferences);
            page.show();
            actionOf(*page.table, u"Members"_s)->trigger();
            page.split->setSizes({100, 700});
            Q_EMIT page.split->splitterMoved(100, 1);
            cleanup();
        }
        Page again;
        ui::shell::keepArrangement(again, u"work"_s, u"bea"_s, preferences);
        again.show();
        QVERIFY(again.table->isColumnHidden(1));
        QVERIFY(again.split->sizes()[0] < again.split->sizes()[1] / 3);
        Page another;
        ui::shell::keepArrangement(another, u"work"_s, u"sam"_s, preferences);
        QVERIFY(!another.table->isColumnHidden(1));
        Page elsewhere;
        ui::shell::keepArrangement(elsewhere, u"reviews"_s, u"bea"_s, preferences);
        QVERIFY(!elsewhere.table->isColumnHidden(1));
    }

    void whatMayOnlyBeLookedAtIsNotCopied() {
        Page page;
        page.show();
        page.table->setCurrentIndex(page.model.index(0, 0));
        QVERIFY(actionOf(*page.table, u"Copy cell"_s) != nullptr);
        cleanup();
        page.table->forbidCopies();
        QGuiApplication::clipboard()->setText(u"before"_s);
        QVERIFY(actionOf(*page.table, u"Copy cell"_s) == nullptr);
        QTest::keyClick(page.table, Qt::Key_C, Qt::ControlModifier);
        QTest::keyClick(page.table, Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"before"_s);
    }
};

QTEST_MAIN(TableTest)
#include "table_test.moc"
