// SPDX-License-Identifier: GPL-3.0-or-later
// The window on a real temporary vault, driven by keys: unlocking, places by role, locking and what
// a lock keeps, and a name on every control.
#include "casework/session.h"
#include "casework/users.h"
#include "support/ready_prompts.h"
#include "support/shown_window.h"
#include "ui/shell/look.h"
#include "ui/shell/main_window.h"
#include "ui/shell/navigation.h"
#include "ui/shell/screen_list.h"
#include "ui/widgets/banner.h"

#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTemporaryDir>
#include <QtTest>

using namespace Qt::StringLiterals;
using ui::shell::MainWindow;

namespace {

const base::Secret& password() {
    static const base::Secret secret(std::string_view("correct horse battery"));
    return secret;
}

// Names of controls a screen reader would find without a name.
QStringList unnamed(QAccessibleInterface* node) {
    QStringList found;
    if (node == nullptr || !node->isValid() || node->state().invisible)
        return found;
    static const QList<QAccessible::Role> controls{QAccessible::PushButton,
                                                   QAccessible::EditableText,
                                                   QAccessible::ComboBox,
                                                   QAccessible::CheckBox,
                                                   QAccessible::RadioButton,
                                                   QAccessible::SpinBox,
                                                   QAccessible::Table,
                                                   QAccessible::ProgressBar};
    if (controls.contains(node->role()) && node->text(QAccessible::Name).isEmpty())
        found << u"%1 %2"_s.arg(
            QString::number(node->role()),
            node->object() == nullptr ? QString() : node->object()->objectName());
    if (node->role() == QAccessible::Table)  // its cells are text
        return found;
    for (int i = 0; i < node->childCount(); ++i)
        found += unnamed(node->child(i));
    return found;
}

}  // namespace

class WindowTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void unlocksByKeyboard();
    void tellsAWrongPassword();
    void makesAVault();
    void showsEachRoleItsPlacesOnly_data();
    void showsEachRoleItsPlacesOnly();
    void everyControlHasAName_data();
    void everyControlHasAName();
    void fitsASmallWindowAtDoubleText_data();
    void fitsASmallWindowAtDoubleText();
    void locksWhenIdleAndKeepsDrafts();
    void lockLeavesNothingOnTheScreen();
    void administratorAddsAPerson();
    void governanceOfficerAddsAgreements();
    void auditorVerifiesTheLog();

private:
    [[nodiscard]] std::unique_ptr<casework::Session> as(access::Role role) const;
    void enterAs(access::Role role);
    [[nodiscard]] ui::widgets::Banner* banner() const;
    static void addRoles();

    QTemporaryDir m_folder;
    std::filesystem::path m_vault;
    support::ReadyPrompts m_prompts;
    std::unique_ptr<ui::shell::Preferences> m_preferences;
    std::unique_ptr<MainWindow> m_window;
};

void WindowTest::initTestCase() {
    ui::shell::prepareLook(*qApp, ui::widgets::Scheme::light, 1);
    m_vault = m_folder.filePath(u"test.vault"_s).toStdString();
    auto first =
        casework::Session::create(m_vault,
                                  {"administrator", "A. Dministrator", access::Role::administrator},
                                  password(),
                                  casework::PasswordCost::quick);
    QVERIFY2(first, first ? "" : base::describe(first.error()).c_str());
    for (const access::Role role : access::allRoles) {
        if (role == access::Role::administrator)
            continue;
        const std::string name(access::roleCode(role));
        QVERIFY(casework::addUser(
            **first, {name, name, role}, password(), casework::PasswordCost::quick));
    }
}

void WindowTest::init() {
    m_prompts.path.clear();
    m_prompts.confirmed.clear();
    QFile::remove(m_folder.filePath(u"settings.ini"_s));
    m_preferences = std::make_unique<ui::shell::Preferences>(m_folder.filePath(u"settings.ini"_s));
    m_window = support::shownWindow(m_prompts, *m_preferences);
}

void WindowTest::cleanup() {
    m_window.reset();
    m_preferences.reset();
}

std::unique_ptr<casework::Session> WindowTest::as(access::Role role) const {
    auto session = casework::Session::unlock(m_vault, access::roleCode(role), password());
    return session ? std::move(*session) : nullptr;
}

void WindowTest::enterAs(access::Role role) {
    auto session = as(role);
    QVERIFY(session != nullptr);
    m_window->enter(std::move(session));
}

ui::widgets::Banner* WindowTest::banner() const {
    return m_window->currentScreen()->findChild<ui::widgets::Banner*>();
}

void WindowTest::unlocksByKeyboard() {
    m_window->offerVault(QString::fromStdString(m_vault.string()));
    auto* user = m_window->findChild<QLineEdit*>(u"user"_s);
    auto* secret = m_window->findChild<QLineEdit*>(u"password"_s);
    QTest::keyClicks(user, u"caseworker"_s);
    QTest::keyClicks(secret, u"correct horse battery"_s);
    QTest::keyClick(secret, Qt::Key_Return);
    QVERIFY(secret->text().isEmpty());
    QTRY_VERIFY(!m_window->locked());
    QCOMPARE(m_window->place(), u"work"_s);
    QVERIFY(m_window->findChild<QLabel*>(u"who"_s)->text().contains(u"Caseworker"_s));
    QCOMPARE(m_preferences->lastUser(), u"caseworker"_s);
    QCOMPARE(m_preferences->recentVaults().size(), 1);
}

void WindowTest::tellsAWrongPassword() {
    m_window->offerVault(QString::fromStdString(m_vault.string()));
    QTest::keyClicks(m_window->findChild<QLineEdit*>(u"user"_s), u"caseworker"_s);
    auto* secret = m_window->findChild<QLineEdit*>(u"password"_s);
    QTest::keyClicks(secret, u"not the password"_s);
    QTest::keyClick(secret, Qt::Key_Return);
    auto* message = m_window->findChild<ui::widgets::Banner*>();
    QTRY_VERIFY(message->isVisible());
    QVERIFY(message->text().contains(u"not right"_s));
    QVERIFY(m_window->locked());
}

void WindowTest::makesAVault() {
    QTest::keyClick(m_window->findChild<QPushButton*>(u"otherWay"_s), Qt::Key_Space);
    m_window->findChild<QComboBox*>(u"vault"_s)->setEditText(m_folder.filePath(u"new"_s));
    QTest::keyClicks(m_window->findChild<QLineEdit*>(u"user"_s), u"first"_s);
    QTest::keyClicks(m_window->findChild<QLineEdit*>(u"password"_s), u"correct horse battery"_s);
    auto* again = m_window->findChild<QLineEdit*>(u"again"_s);
    QTest::keyClicks(again, u"correct horse"_s);
    QTest::keyClick(again, Qt::Key_Return);
    QVERIFY(m_window->findChild<ui::widgets::Banner*>()->text().contains(u"differ"_s));
    QTest::keyClicks(again, u" battery"_s);
    QTest::keyClick(again, Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->locked(), 30000);
    QCOMPARE(m_window->place(), u"people"_s);
    QVERIFY(std::filesystem::exists(m_folder.filePath(u"new.vault"_s).toStdString()));
}

void WindowTest::addRoles() {
    QTest::addColumn<access::Role>("role");
    for (const access::Role role : access::allRoles)
        QTest::newRow(std::string(access::roleCode(role)).c_str()) << role;
}

void WindowTest::showsEachRoleItsPlacesOnly_data() {
    addRoles();
}

void WindowTest::showsEachRoleItsPlacesOnly() {
    QFETCH(access::Role, role);
    enterAs(role);
    const QStringList places = m_window->findChild<ui::shell::Navigation*>()->places();
    const auto session = as(role);
    for (const ui::shell::ScreenEntry& entry : ui::shell::screenList()) {
        const QString id = QString::fromLatin1(entry.id);
        const bool may = mayOpen(*session, entry);
        if (entry.group != ui::shell::Group::none)
            QCOMPARE(places.contains(id), may);
        if (!may) {
            m_window->open(id, 0);
            QVERIFY(m_window->place() != id);
        }
    }
    QVERIFY(!places.isEmpty());
}

void WindowTest::everyControlHasAName_data() {
    addRoles();
}

void WindowTest::everyControlHasAName() {
    QFETCH(access::Role, role);
    QCOMPARE(unnamed(QAccessible::queryAccessibleInterface(m_window.get())), QStringList());
    enterAs(role);
    for (const QString& place : m_window->findChild<ui::shell::Navigation*>()->places()) {
        m_window->open(place, 0);
        QCOMPARE(m_window->place(), place);
        QVERIFY2(!m_window->currentScreen()->accessibleName().isEmpty(), qPrintable(place));
        for (const QString& opener : {u"addUser"_s, u"prepare"_s})
            if (auto* button = m_window->currentScreen()->findChild<QPushButton*>(opener))
                QTest::keyClick(button, Qt::Key_Space);
        QCOMPARE(unnamed(QAccessible::queryAccessibleInterface(m_window.get())), QStringList());
    }
}

void WindowTest::fitsASmallWindowAtDoubleText_data() {
    addRoles();
}

void WindowTest::fitsASmallWindowAtDoubleText() {
    QFETCH(access::Role, role);
    m_preferences->setTextScale(2);
    ui::widgets::applyTheme(*qApp, ui::widgets::Scheme::light, 2);
    MainWindow large(m_prompts, *m_preferences, std::chrono::minutes(15));
    large.resize(1280, 800);
    large.show();
    auto session = as(role);
    QVERIFY(session != nullptr);
    large.enter(std::move(session));
    for (const QString& place : large.findChild<ui::shell::Navigation*>()->places()) {
        large.open(place, 0);
        QVERIFY2(large.minimumSizeHint().height() <= 800, qPrintable(place));
        QVERIFY2(large.minimumSizeHint().width() <= 1280,
                 qPrintable(u"%1 needs %2"_s.arg(place).arg(large.minimumSizeHint().width())));
    }
    ui::widgets::applyTheme(*qApp, ui::widgets::Scheme::light, 1);
}

void WindowTest::locksWhenIdleAndKeepsDrafts() {
    MainWindow window(m_prompts, *m_preferences, std::chrono::milliseconds(400));
    window.show();
    window.enter(as(access::Role::dataOfficer));
    window.open(u"deliveries"_s, 0);
    QCOMPARE(window.place(), u"deliveries"_s);
    QTRY_VERIFY_WITH_TIMEOUT(window.locked(), 5000);
    QVERIFY(window.currentScreen() == nullptr);
    window.enter(as(access::Role::caseworker));  // another person starts at their own first place
    QCOMPARE(window.place(), u"work"_s);
    window.lock({});
    window.enter(as(access::Role::dataOfficer));
    QCOMPARE(window.place(), u"deliveries"_s);
}

void WindowTest::lockLeavesNothingOnTheScreen() {
    enterAs(access::Role::auditor);
    QVERIFY(!m_window->findChildren<ui::shell::Screen*>().isEmpty());
    QTest::keyClick(m_window.get(), Qt::Key_L, Qt::ControlModifier);
    QVERIFY(m_window->locked());
    QVERIFY(m_window->findChildren<ui::shell::Screen*>().isEmpty());
    QVERIFY(m_window->findChildren<QTableView*>().isEmpty());
    QCOMPARE(m_window->findChild<QLabel*>(u"who"_s)->text(), u"Locked"_s);
}

void WindowTest::administratorAddsAPerson() {
    enterAs(access::Role::administrator);
    auto* users = m_window->findChild<QTableView*>(u"users"_s);
    const int before = users->model()->rowCount();
    QTest::keyClick(m_window->findChild<QPushButton*>(u"addUser"_s), Qt::Key_Space);
    QTest::keyClicks(m_window->findChild<QLineEdit*>(u"newName"_s), u"second.auditor"_s);
    m_window->findChild<QComboBox*>(u"newRole"_s)->setCurrentText(u"Auditor"_s);
    QTest::keyClicks(m_window->findChild<QLineEdit*>(u"newPassword"_s),
                     u"a long enough password"_s);
    QTest::keyClick(m_window->findChild<QPushButton*>(u"addGo"_s), Qt::Key_Space);
    QTRY_COMPARE_WITH_TIMEOUT(users->model()->rowCount(), before + 1, 30000);
    QTRY_VERIFY(m_window->currentScreen()->isAncestorOf(QApplication::focusWidget()));
    QVERIFY(casework::Session::unlock(
        m_vault, "second.auditor", base::Secret(std::string_view("a long enough password"))));
}

void WindowTest::governanceOfficerAddsAgreements() {
    enterAs(access::Role::governanceOfficer);
    m_window->open(u"deliveries"_s, 0);
    m_prompts.path =
        QString::fromLatin1(FF_SOURCE_DIR) + u"/resources/partners/agreements/standard.toml"_s;
    QTest::keyClick(m_window->findChild<QPushButton*>(u"addAgreements"_s), Qt::Key_Space);
    QVERIFY2(banner()->text().startsWith(u"Added"_s), qPrintable(banner()->text()));
    QTest::keyClick(m_window->findChild<QPushButton*>(u"addAgreements"_s), Qt::Key_Space);
    QVERIFY2(banner()->text().contains(u"not added"_s), qPrintable(banner()->text()));
}

void WindowTest::auditorVerifiesTheLog() {
    enterAs(access::Role::auditor);
    m_window->open(u"audit"_s, 0);
    auto* log = m_window->findChild<QTableView*>(u"audit"_s);
    QVERIFY(log->model()->rowCount() > 3);
    const auto cell = [log](int row, int column) {
        return log->model()->index(row, column).data().toString();
    };
    QCOMPARE(cell(0, 2), u"auditor"_s);
    const auto* told = m_window->findChild<QLabel*>(u"auditEvent"_s);
    QVERIFY2(told->text().contains(u"auditor as auditor \u00b7 Read the audit log"_s),
             qPrintable(told->text()));
    for (int row = 0; row < log->model()->rowCount(); ++row)
        QVERIFY2(cell(row, 3).front().isUpper() && !cell(row, 3).contains(u'-'),
                 qPrintable(cell(row, 3)));
    QTest::keyClick(log, Qt::Key_Down);
    QVERIFY2(told->text().contains(u"Event "_s + cell(1, 0)), qPrintable(told->text()));
    QTest::keyClick(m_window->findChild<QPushButton*>(u"verify"_s), Qt::Key_Space);
    QTRY_VERIFY(banner()->isVisible());
    QVERIFY2(banner()->text().contains(u"whole"_s), qPrintable(banner()->text()));
}

QTEST_MAIN(WindowTest)
#include "window_test.moc"
