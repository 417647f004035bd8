// SPDX-License-Identifier: GPL-3.0-or-later
// Tab on every screen, for every role, on a training vault: it reaches every control in sight, goes
// as one reads, is never caught, and where it is can be seen.
#include "app/demo/training_vault.h"
#include "casework/deliveries.h"
#include "casework/work_list.h"
#include "support/ready_prompts.h"
#include "support/shown_window.h"
#include "tab_walk.h"
#include "ui/shell/look.h"
#include "ui/shell/main_window.h"
#include "ui/shell/screen_list.h"
#include "ui/tasks/task_runner.h"

#include <QApplication>
#include <QComboBox>
#include <QPushButton>
#include <QTemporaryDir>
#include <QtTest>

using namespace Qt::StringLiterals;
using access::Role;
using ui::shell::MainWindow;

namespace {

const base::Secret& password() {
    static const base::Secret secret(std::string_view("correct horse battery"));
    return secret;
}

// What opens more of a screen, by object name; in this order, where it is there.
const QStringList openers{
    u"addUser"_s,         u"prepare"_s,          u"importFile"_s,       u"chip-partners"_s,
    u"chip-agreements"_s, u"withdrawDelivery"_s, u"chip-trial"_s,       u"take"_s,
    u"openEvidence"_s,    u"chronology-open"_s,  u"chronology-table"_s, u"map-table"_s,
    u"recordConsent"_s,   u"step-triage"_s,      u"step-agree"_s,       u"step-send-back"_s,
    u"step-nominate"_s,   u"together-table"_s,   u"different"_s,        u"weights-table"_s,
    u"mapLayout"_s,       u"mappingLook"_s,      u"chip-codes"_s,       u"chip-rows"_s,
    u"unlinkShow"_s,      u"chip-versions"_s,    u"putFileForward"_s};

}  // namespace

class FocusTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void unlockPageIsWalked();
    void everyScreenIsWalked_data();
    void everyScreenIsWalked();
    void manyScreensWereWalked();
    void aRingIsMissed();
    void aJumpIsSeen();

private:
    [[nodiscard]] std::unique_ptr<casework::Session> as(Role role) const;
    [[nodiscard]] qint64 subjectOf(const QString& screen, casework::Session& session) const;
    void walk(const QString& where);

    QTemporaryDir m_folder;
    std::filesystem::path m_vault;
    support::ReadyPrompts m_prompts;
    std::unique_ptr<ui::shell::Preferences> m_preferences;
    std::unique_ptr<MainWindow> m_window;
    accessibility::TabWalk m_walk;
};

void FocusTest::initTestCase() {
    ui::shell::prepareLook(*qApp, ui::widgets::Scheme::light, 1);
    m_vault = m_folder.filePath(u"training.vault"_s).toStdString();
    base::NoProgress quiet;
    const auto made = app::makeTrainingVault({m_vault, 300, 1}, password(), quiet);
    QVERIFY2(made, made ? "" : base::describe(made.error()).c_str());
    QFile file(m_folder.filePath(u"layout.csv"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(
        "Ref,Family name,First name,Born,Sex,House,Postcode,Owes,Since\r\n"
        "1,Arden,Mina,04/05/1985,F,14 Quarry Bank,HR6 8ZZ,310.50,01/02/2026\r\n");
    file.close();
    m_prompts.path = file.fileName();
    m_preferences = std::make_unique<ui::shell::Preferences>(m_folder.filePath(u"settings.ini"_s));
    for (const Role role : access::allRoles)  // the tour is over
        m_preferences->setTourSeen(QString::fromStdString(std::string(access::roleCode(role))));
    m_window = support::shownWindow(m_prompts, *m_preferences);
}

void FocusTest::cleanup() {
    QVERIFY2(m_walk.faults().isEmpty(), qPrintable(u'\n' + m_walk.faults().join(u'\n')));
}

std::unique_ptr<casework::Session> FocusTest::as(Role role) const {
    auto session = casework::Session::unlock(m_vault, access::roleCode(role), password());
    return session ? std::move(*session) : nullptr;
}

qint64 FocusTest::subjectOf(const QString& screen, casework::Session& session) const {
    if (screen == u"family"_s) {
        casework::WorkQuery query;
        query.filter = session.roleMay(access::Action::decide) ? casework::WorkFilter::review
                                                               : casework::WorkFilter::waiting;
        const auto families = casework::listFamilies(session, query, 0, 1);
        return families && !families->empty() ? families->front().family.value : 0;
    }
    if (screen == u"quality"_s) {
        const auto deliveries = casework::listDeliveries(session);
        return deliveries && !deliveries->empty() ? deliveries->front().id.value : 0;
    }
    return 0;
}

void FocusTest::walk(const QString& where) {
    support::settle(*m_window);
    m_walk.walk(*m_window, where);
}

void FocusTest::unlockPageIsWalked() {
    m_window->offerVault(QString::fromStdString(m_vault.string()));
    walk(u"unlock"_s);
    QTest::keyClick(m_window->findChild<QPushButton*>(u"otherWay"_s), Qt::Key_Space);
    walk(u"a new vault"_s);
    QTest::keyClick(m_window->findChild<QPushButton*>(u"otherWay"_s), Qt::Key_Space);
}

void FocusTest::everyScreenIsWalked_data() {
    QTest::addColumn<Role>("role");
    for (const Role role : access::allRoles)
        QTest::newRow(std::string(access::roleCode(role)).c_str()) << role;
}

void FocusTest::everyScreenIsWalked() {
    QFETCH(Role, role);
    m_window->lock({});
    auto session = as(role);
    QVERIFY(session != nullptr);
    auto asking = as(role);
    m_window->enter(std::move(session));
    const QString who = QString::fromStdString(std::string(access::roleCode(role)));
    for (const ui::shell::ScreenEntry& entry : ui::shell::screenList()) {
        if (!mayOpen(*asking, entry))
            continue;
        const QString id = QString::fromLatin1(entry.id);
        m_window->open(id, subjectOf(id, *asking));
        QCOMPARE(m_window->place(), id);
        walk(who + u", "_s + id);
        for (const QString& opener : openers) {
            auto* button = m_window->currentScreen()->findChild<QPushButton*>(opener);
            if (button == nullptr || !button->isVisible() || !button->isEnabled())
                continue;
            QTest::keyClick(button, Qt::Key_Space);
            walk(u"%1, %2, %3"_s.arg(who, id, opener));
        }
    }
}

void FocusTest::manyScreensWereWalked() {
    qInfo("%d walks, %d looks of a control", m_walk.walks(), m_walk.looks());
    QVERIFY(m_walk.walks() > 90);
    QVERIFY(m_walk.looks() > 20);
}

// The walk itself can find fault.
void FocusTest::aRingIsMissed() {
    QWidget window;
    auto* first = new QWidget(&window);  // takes the focus, and draws nothing
    auto* second = new QPushButton(u"Two"_s, &window);
    first->setFocusPolicy(Qt::StrongFocus);
    first->resize(80, 40);
    first->setAccessibleName(u"One"_s);
    second->setAccessibleName(u"Two"_s);
    second->move(0, 100);
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    first->setFocus();
    accessibility::TabWalk walk;
    walk.walk(window, u"made up"_s);
    QCOMPARE(walk.faults().size(), 1);
    QVERIFY2(walk.faults().front().contains(u"can't be seen"_s), qPrintable(walk.faults().front()));
    m_window->activateWindow();
}

void FocusTest::aJumpIsSeen() {
    QWidget window;
    auto* low = new QPushButton(u"Low"_s, &window);
    auto* high = new QPushButton(u"High"_s, &window);
    auto* middle = new QPushButton(u"Middle"_s, &window);
    auto* caught = new QPushButton(u"Apart"_s, &window);
    low->move(0, 200);
    middle->move(0, 100);
    caught->move(0, 300);
    caught->setFocusPolicy(Qt::TabFocus);
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    high->setFocus();
    accessibility::TabWalk walk;
    walk.walk(window, u"made up"_s);
    QVERIFY2(walk.faults().join(u'\n').contains(u"goes back"_s),
             qPrintable(walk.faults().join(u'\n')));
    m_window->activateWindow();
}

QTEST_MAIN(FocusTest)
#include "focus_test.moc"
