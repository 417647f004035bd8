// SPDX-License-Identifier: GPL-3.0-or-later
// A change of the plan from one person to another in the window, by keys alone: a data officer
// tries it and puts it forward; they can't adopt it; a supervisor reads what differs and adopts; a
// lock in between keeps what is half written.
#include "access/policy.h"
#include "casework/plan_versions.h"
#include "support/price_family.h"
#include "support/ready_prompts.h"
#include "support/shown_window.h"
#include "ui/models/help_pages.h"
#include "ui/shell/look.h"
#include "ui/shell/main_window.h"
#include "ui/shell/navigation.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/reason_form.h"

#include <QApplication>
#include <QComboBox>
#include <QDateEdit>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>
#include <QTextBrowser>
#include <QtTest>

using namespace Qt::StringLiterals;
using access::Role;
using support::must;
using ui::shell::MainWindow;

class PlanTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void cleanupTestCase() { m_window.reset(); }

    void dataOfficerTriesAndPutsForward();
    void whoPutItForwardCannotAdopt();
    void aLockKeepsWhatIsHalfWritten();
    void supervisorReadsWhatDiffersAndAdopts();
    void theNextAssessmentUsesIt();
    void aFaultyFileIsRefusedWithEveryFault();
    void aFileThatDiffersInItsTextIsDeclined();
    void whoPutItForwardTakesItBack();
    void showsEachRoleWhatItMayDo_data();
    void showsEachRoleWhatItMayDo();
    void helpOpensItsPage();
    void everyControlHasANameAndFits();

private:
    void enterAs(Role role);
    void press(const QString& name) const;
    void decide(const QString& button, const QString& words);
    void chooseRow(const QString& table, int row) const;
    [[nodiscard]] QString said() const;
    [[nodiscard]] QString cell(int row, int column) const;

    template <class T>
    [[nodiscard]] T* find(const QString& name) const {
        return m_window->currentScreen()->findChild<T*>(name);
    }

    // Of the form in sight: one asked before it may not be gone yet.
    [[nodiscard]] QDateEdit* fromField() const {
        return m_window->currentScreen()->findChildren<QDateEdit*>(u"planFrom"_s).last();
    }

    [[nodiscard]] bool shows(const QString& button) const {
        const auto* found = find<QPushButton>(button);
        return found != nullptr && found->isVisible();
    }

    support::Team m_team;
    QTemporaryDir m_folder;
    support::ReadyPrompts m_prompts;
    std::unique_ptr<ui::shell::Preferences> m_preferences;
    std::unique_ptr<MainWindow> m_window;
};

void PlanTest::initTestCase() {
    ui::shell::prepareLook(*qApp, ui::widgets::Scheme::light, 1);
    support::prepareFamilies(m_team);
    m_preferences = std::make_unique<ui::shell::Preferences>(m_folder.filePath(u"settings.ini"_s));
    m_window = support::shownWindow(m_prompts, *m_preferences);
}

void PlanTest::enterAs(Role role) {
    m_window->lock({});
    m_window->enter(must(casework::Session::unlock(
        m_team.path(), access::roleCode(role), support::TemporaryVault::password())));
    m_window->open(u"plan"_s, 0);
    QCOMPARE(m_window->place(), u"plan"_s);
}

void PlanTest::press(const QString& name) const {
    auto* button = find<QPushButton>(name);
    QVERIFY2(button != nullptr && button->isVisible() && button->isEnabled(), qPrintable(name));
    QTest::keyClick(button, Qt::Key_Space);
}

void PlanTest::chooseRow(const QString& name, int row) const {
    auto* table = find<QTableView>(name);
    QTest::keyClick(table, Qt::Key_Home, Qt::ControlModifier);
    for (int passed = 0; passed < row; ++passed)
        QTest::keyClick(table, Qt::Key_Down);
    QCOMPARE(table->currentIndex().row(), row);
}

// Opens the form of a decision, says why and confirms.
void PlanTest::decide(const QString& button, const QString& words) {
    press(button);
    auto* form = find<ui::widgets::ReasonForm>(u"planDecision"_s);
    QVERIFY(form->isVisible());
    QTest::keyClicks(form->findChild<QPlainTextEdit*>(u"words"_s), words);
    QTest::keyClick(form->findChild<QPushButton*>(u"confirm"_s), Qt::Key_Space);
}

QString PlanTest::said() const {
    auto* banner = m_window->currentScreen()->findChild<ui::widgets::Banner*>();
    return banner->isVisible() ? banner->text() : QString();
}

QString PlanTest::cell(int row, int column) const {
    return find<QTableView>(u"planVersions"_s)->model()->index(row, column).data().toString();
}

void PlanTest::dataOfficerTriesAndPutsForward() {
    enterAs(Role::dataOfficer);
    press(u"chip-trial"_s);
    auto* table = find<QTableView>(u"thresholds"_s);
    QVERIFY(table->hasFocus());
    QVERIFY(!find<QPushButton>(u"putForward"_s)->isEnabled());
    QVERIFY(table->model()->index(0, 2).data().toString().contains(u"criteria a family meets"_s));
    chooseRow(u"thresholds"_s, 0);
    QTest::keyClick(table, Qt::Key_Return);
    auto* value = find<QDoubleSpinBox>(u"thresholdValue"_s);
    QVERIFY(value->hasFocus());
    QTest::keyClicks(value, u"3"_s);
    QTest::keyClick(value, Qt::Key_Tab);
    auto* version = find<QLineEdit>(u"planVersion"_s);
    version->selectAll();
    QTest::keyClicks(version, u"V13"_s);
    press(u"tryPlan"_s);
    auto* result = find<QLabel>(u"trialResult"_s);
    QTRY_VERIFY2_WITH_TIMEOUT(
        result->text().contains(u"0 enter, 1 leave"_s), qPrintable(result->text()), 30000);
    press(u"putForward"_s);
    auto* form = find<ui::widgets::ReasonForm>(u"planProposal"_s);
    QVERIFY(form->isVisible());
    QVERIFY(fromField()->hasFocus());
    auto* confirm = form->findChild<QPushButton*>(u"confirm"_s);
    QTest::keyClick(confirm, Qt::Key_Space);
    QVERIFY(form->isVisible());  // without a reason it stays
    QTest::keyClicks(form->findChild<QPlainTextEdit*>(u"words"_s), u"The council agreed."_s);
    QTest::keyClick(confirm, Qt::Key_Space);
    QVERIFY2(said().contains(u"version V13, is put forward"_s), qPrintable(said()));
    QVERIFY(!form->isVisible());
}

void PlanTest::whoPutItForwardCannotAdopt() {
    QVERIFY(find<QTableView>(u"planVersions"_s)->hasFocus());
    QCOMPARE(cell(0, 0), u"V13"_s);
    QCOMPARE(cell(0, 2), u"waits for adoption"_s);
    QCOMPARE(cell(0, 3), u"Data officer"_s);
    QCOMPARE(cell(1, 2), u"in force"_s);
    QCOMPARE(cell(1, 3), u"came with the program"_s);
    QVERIFY(!shows(u"adoptPlan"_s) && !shows(u"declinePlan"_s));
    QVERIFY(shows(u"withdrawPlan"_s));
    chooseRow(u"planVersions"_s, 1);
    QVERIFY(!shows(u"withdrawPlan"_s));
    QCOMPARE(find<QLabel>(u"planAgainst"_s)->text(), u"This is the plan in force."_s);
}

void PlanTest::aLockKeepsWhatIsHalfWritten() {
    press(u"chip-trial"_s);
    QCOMPARE(find<QDoubleSpinBox>(u"thresholdValue"_s)->value(), 3.0);
    auto* version = find<QLineEdit>(u"planVersion"_s);
    version->selectAll();
    QTest::keyClicks(version, u"V14"_s);
    press(u"putForward"_s);
    const QDate day = QDate::currentDate().addDays(40);
    fromField()->setDate(day);
    auto* form = find<ui::widgets::ReasonForm>(u"planProposal"_s);
    QTest::keyClicks(form->findChild<QPlainTextEdit*>(u"words"_s), u"Half a sent"_s);
    m_window->lock({});
    m_window->enter(must(casework::Session::unlock(
        m_team.path(), "data-officer", support::TemporaryVault::password())));
    QCOMPARE(m_window->place(), u"plan"_s);
    form = find<ui::widgets::ReasonForm>(u"planProposal"_s);
    QVERIFY(form->isVisible());
    QCOMPARE(form->findChild<QPlainTextEdit*>(u"words"_s)->toPlainText(), u"Half a sent"_s);
    QCOMPARE(fromField()->date(), day);
    auto* words = form->findChild<QPlainTextEdit*>(u"words"_s);
    QTest::keyClick(words, Qt::Key_End, Qt::ControlModifier);
    QTest::keyClicks(words, u"ence."_s);
    QTest::keyClick(form->findChild<QPushButton*>(u"confirm"_s), Qt::Key_Space);
    QVERIFY2(said().contains(u"version V14, is put forward"_s), qPrintable(said()));
    QCOMPARE(cell(0, 0), u"V14"_s);
    QCOMPARE(cell(0, 1), QLocale(QLocale::English).toString(day, u"d MMM yyyy"_s));
    QVERIFY(find<QLabel>(u"planStory"_s)->text().contains(u"Half a sentence."_s));
}

void PlanTest::supervisorReadsWhatDiffersAndAdopts() {
    enterAs(Role::supervisor);
    QVERIFY(find<QPushButton>(u"chip-versions"_s)->text().contains(u"2"_s));
    press(u"chip-versions"_s);
    chooseRow(u"planVersions"_s, 1);
    QCOMPARE(cell(1, 0), u"V13"_s);
    auto* numbers = find<QTableView>(u"planNumbers"_s)->model();
    QCOMPARE(numbers->rowCount(), 1);
    QCOMPARE(numbers->index(0, 3).data().toString(), u"2"_s);
    QCOMPARE(numbers->index(0, 4).data().toString(), u"3"_s);
    const QString story = find<QLabel>(u"planStory"_s)->text();
    QVERIFY2(story.contains(u"The council agreed."_s) && story.contains(u"1 leave"_s),
             qPrintable(story));
    QVERIFY(!find<QLabel>(u"planOtherwise"_s)->isVisible());
    QVERIFY(!shows(u"withdrawPlan"_s));
    m_prompts.confirmed.clear();
    decide(u"adoptPlan"_s, u"Read and agreed."_s);
    QCOMPARE(m_prompts.confirmed.size(), 1);
    QVERIFY2(m_prompts.confirmed[0].contains(u"3 families carry findings"_s),
             qPrintable(m_prompts.confirmed[0]));
    QVERIFY2(said().contains(u"V13 is adopted"_s), qPrintable(said()));
    QCOMPARE(cell(1, 2), u"in force"_s);
    QCOMPARE(cell(1, 4), u"Supervisor"_s);
    QCOMPARE(cell(2, 2), u"earlier"_s);
    QVERIFY(!shows(u"adoptPlan"_s));
    QVERIFY(find<QPushButton>(u"chip-versions"_s)->text().contains(u"1"_s));
}

void PlanTest::theNextAssessmentUsesIt() {
    QCOMPARE(m_team.assess().flagged, std::int64_t{1});
    QVERIFY(must(casework::planInUse(m_team.supervisor())).same);
}

void PlanTest::aFaultyFileIsRefusedWithEveryFault() {
    std::string text = must(casework::planInForce(m_team.supervisor()));
    text.replace(text.find("kind = \"count\""), 14, "kind = \"cuont\"");
    text.replace(text.find("subject = \"parent\""), 18, "subject = \"parnet\"");
    enterAs(Role::supervisor);
    m_prompts.path = QString::fromStdString(m_team.write("faulty.toml", text).string());
    press(u"putFileForward"_s);
    QVERIFY2(said().contains(u"cuont"_s) && said().contains(u"parnet"_s), qPrintable(said()));
    QVERIFY(!find<ui::widgets::ReasonForm>(u"planProposal"_s)->isVisible());
}

void PlanTest::aFileThatDiffersInItsTextIsDeclined() {
    std::string text = must(casework::planInForce(m_team.supervisor()));
    text.replace(text.find("V13"), 3, "V15");
    text.replace(text.find("A child with a proven"), 21, "Anybody with a proven");
    m_prompts.path = QString::fromStdString(m_team.write("wording.toml", text).string());
    press(u"putFileForward"_s);
    auto* form = find<ui::widgets::ReasonForm>(u"planProposal"_s);
    QTest::keyClicks(form->findChild<QPlainTextEdit*>(u"words"_s), u"Plainer words."_s);
    QTest::keyClick(form->findChild<QPushButton*>(u"confirm"_s), Qt::Key_Space);
    QVERIFY2(said().contains(u"V15, is put forward"_s), qPrintable(said()));
    QVERIFY(!shows(u"adoptPlan"_s));  // a supervisor too is not two people
    enterAs(Role::governanceOfficer);
    press(u"chip-versions"_s);
    QVERIFY(find<QLabel>(u"planOtherwise"_s)->isVisible());
    QVERIFY(find<QLabel>(u"planOtherwise"_s)->text().contains(u"indicator 1a is worded"_s));
    QVERIFY(find<QTextBrowser>(u"planVersionWords"_s)
                ->toPlainText()
                .contains(u"Anybody with a proven"_s));
    QVERIFY(!find<QTableView>(u"planNumbers"_s)->isVisible());
    decide(u"declinePlan"_s, u"The wording is the council's."_s);
    QVERIFY2(said().startsWith(u"Declined"_s), qPrintable(said()));
    QCOMPARE(cell(0, 2), u"declined"_s);
    QVERIFY(find<QLabel>(u"planStory"_s)->text().contains(u"The wording is the council's."_s));
}

void PlanTest::whoPutItForwardTakesItBack() {
    enterAs(Role::dataOfficer);
    press(u"chip-versions"_s);
    chooseRow(u"planVersions"_s, 1);
    QCOMPARE(cell(1, 0), u"V14"_s);
    press(u"withdrawPlan"_s);
    QVERIFY2(said().contains(u"V14 is taken back"_s), qPrintable(said()));
    QCOMPARE(cell(1, 2), u"withdrawn"_s);
    QVERIFY(!shows(u"withdrawPlan"_s));
}

void PlanTest::showsEachRoleWhatItMayDo_data() {
    QTest::addColumn<Role>("role");
    for (const Role role : access::allRoles)
        if (access::permission(role, access::Action::readPlan).allowed)
            QTest::newRow(std::string(access::roleCode(role)).c_str()) << role;
}

void PlanTest::showsEachRoleWhatItMayDo() {
    QFETCH(Role, role);
    const auto may = [role](access::Action action) {
        return access::permission(role, action).allowed;
    };
    enterAs(role);
    QCOMPARE(find<QPushButton>(u"chip-trial"_s) != nullptr, may(access::Action::assess));
    QCOMPARE(shows(u"putFileForward"_s), may(access::Action::proposePlan));
    press(u"chip-versions"_s);
    QCOMPARE(find<QTableView>(u"planVersions"_s)->model()->rowCount(), 4);
}

void PlanTest::helpOpensItsPage() {
    enterAs(Role::caseworker);
    QTest::keyClick(m_window->currentScreen(), Qt::Key_F1);
    QCOMPARE(m_window->place(), u"help"_s);
    QVERIFY(m_window->currentScreen()->findChild<QTextBrowser*>()->toPlainText().contains(
        u"A change of it needs two people"_s));
}

void PlanTest::everyControlHasANameAndFits() {
    enterAs(Role::supervisor);
    press(u"chip-versions"_s);
    const auto named = [](const QWidget* control) {
        QVERIFY2(!control->accessibleName().isEmpty() && !control->objectName().isEmpty(),
                 qPrintable(control->objectName()));
    };
    for (const auto* control : m_window->currentScreen()->findChildren<QPushButton*>())
        if (control->isVisible())
            named(control);
    for (const auto* control : m_window->currentScreen()->findChildren<QTableView*>())
        named(control);
    for (const auto* control : m_window->currentScreen()->findChildren<QTextBrowser*>())
        named(control);
    QVERIFY(m_window->currentScreen()->minimumSizeHint().width() <= 1024);
    QVERIFY(m_window->currentScreen()->minimumSizeHint().height() <= 700);
}

QTEST_MAIN(PlanTest)
#include "plan_test.moc"
