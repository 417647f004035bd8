// SPDX-License-Identifier: GPL-3.0-or-later
// Doubtful ties in the window: what is shown of one, and the four keys.
#include "casework/tie_review.h"
#include "support/price_family.h"
#include "support/ready_prompts.h"
#include "support/shown_window.h"
#include "ui/shell/look.h"
#include "ui/shell/main_window.h"

#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QtTest>

using namespace Qt::StringLiterals;
using support::must;
using ui::shell::MainWindow;

class TiesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void cleanupTestCase() { m_window.reset(); }

    void init();
    void theRecordsOfTheChosenTieStandBesideIt();
    void leavingOpenGoesToTheNext();
    void aNoLeavesTheListAndIsTakenBackByKey();
    void aFamilyIsMadeOnlyOnceItsConsequenceIsConfirmed();
    void thePlaceCountsWhatWaits();
    void theLastAnswerOfAllIsTakenBackByKeyToo();

private:
    [[nodiscard]] QTableView* table(const QString& name) const {
        return m_window->currentScreen()->findChild<QTableView*>(name);
    }

    void key(Qt::Key key) const { QTest::keyClick(table(u"ties"_s), key); }

    // Wherever the focus is.
    void pressUndo() const { QTest::keyClick(m_window.get(), Qt::Key_U); }

    [[nodiscard]] int waiting() const { return table(u"ties"_s)->model()->rowCount(); }

    support::Team m_team;
    QTemporaryDir m_folder;
    support::ReadyPrompts m_prompts;
    std::unique_ptr<ui::shell::Preferences> m_preferences;
    std::unique_ptr<MainWindow> m_window;
};

void TiesTest::initTestCase() {
    ui::shell::prepareLook(*qApp, ui::widgets::Scheme::light, 1);
    std::string refuges =
        "Person Number;Tenancy Ref;Relationship To Tenant;Surname;First Name;Date of Birth;"
        "Sex;Property Address 1;Town;Property Postcode\n";
    refuges +=
        "1;;Other;Price;Ann;14/03/1990;F;Womens Refuge;Leominster;HR6 8AQ\n"
        "2;;Other;Price;Ben;05/06/2015;M;Womens Refuge;Leominster;HR6 8AQ\n"
        "3;;Other;Hughes;Zoe;01/04/1988;F;Womens Hostel;Ledbury;HR8 1AA\n"
        "4;;Other;Hughes;Max;23/09/2013;M;Womens Hostel;Ledbury;HR8 1AA\n";
    must(m_team.tryImport("housing-2026", "refuges.csv", refuges));
    m_team.link();
    m_preferences = std::make_unique<ui::shell::Preferences>(m_folder.filePath(u"settings.ini"_s));
    m_window = support::shownWindow(m_prompts, *m_preferences);
}

void TiesTest::init() {
    m_window->enter(must(m_team.dataOfficer().another()));
    m_window->open(u"ties"_s, 0);
    QVERIFY2(waiting() >= 1, "no tie to look at");
}

void TiesTest::theRecordsOfTheChosenTieStandBesideIt() {
    const auto* records = table(u"tieRecords"_s)->model();
    QCOMPARE(records->rowCount(), 2);
    for (int row = 0; row < records->rowCount(); ++row) {
        QVERIFY(records->index(row, 0).data().toString().startsWith(u"PRICE, "_s) ||
                records->index(row, 0).data().toString().startsWith(u"HUGHES, "_s));
        QVERIFY(records->index(row, 2).data().toString().contains(u"refuges.csv, row"_s));
    }
}

void TiesTest::leavingOpenGoesToTheNext() {
    const QString first = table(u"tieRecords"_s)->model()->index(0, 0).data().toString();
    key(Qt::Key_L);
    QCOMPARE(table(u"ties"_s)->currentIndex().row(), 1);
    QVERIFY(table(u"tieRecords"_s)->model()->index(0, 0).data().toString() != first);
    key(Qt::Key_L);
    QCOMPARE(table(u"ties"_s)->currentIndex().row(), 0);
    QCOMPARE(waiting(), 2);
}

void TiesTest::aNoLeavesTheListAndIsTakenBackByKey() {
    const int before = waiting();
    auto* undo = m_window->currentScreen()->findChild<QPushButton*>(u"undoTie"_s);
    QVERIFY(!undo->isEnabled());
    key(Qt::Key_N);
    QCOMPARE(must(casework::tieQueue(m_team.dataOfficer(), 10)).waiting, before - 1);
    QVERIFY(undo->isEnabled());
    pressUndo();
    QCOMPARE(waiting(), before);
    QVERIFY(!undo->isEnabled());
}

void TiesTest::aFamilyIsMadeOnlyOnceItsConsequenceIsConfirmed() {
    const int before = waiting();
    m_prompts.confirmed.clear();
    key(Qt::Key_F);
    QCOMPARE(m_prompts.confirmed.size(), 1);
    QVERIFY(m_prompts.confirmed.first().contains(u"2 people"_s));
    QCOMPARE(must(casework::tieQueue(m_team.dataOfficer(), 10)).waiting, before - 1);
    pressUndo();
    QCOMPARE(waiting(), before);
}

void TiesTest::thePlaceCountsWhatWaits() {
    auto* place = m_window->findChild<QPushButton*>(u"place-ties"_s);
    QVERIFY(place->accessibleName().contains(u"%1 waiting"_s.arg(waiting())));
}

void TiesTest::theLastAnswerOfAllIsTakenBackByKeyToo() {
    key(Qt::Key_N);
    key(Qt::Key_N);
    QCOMPARE(must(casework::tieQueue(m_team.dataOfficer(), 10)).waiting, std::int64_t{0});
    QVERIFY(!table(u"ties"_s)->isVisible());
    pressUndo();
    QCOMPARE(waiting(), 1);
}

QTEST_MAIN(TiesTest)
#include "ties_test.moc"
