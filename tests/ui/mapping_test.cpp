// SPDX-License-Identifier: GPL-3.0-or-later
// Unseen layouts from file to accepted rows in the window, by keys alone: a data officer maps,
// tries and puts forward; a supervisor signs off; the data officer imports. No file is edited by
// hand.
#include "casework/deliveries.h"
#include "casework/session.h"
#include "casework/users.h"
#include "support/ready_prompts.h"
#include "support/shown_window.h"
#include "ui/shell/look.h"
#include "ui/shell/main_window.h"
#include "ui/widgets/banner.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>
#include <QTemporaryDir>
#include <QtTest>

using namespace Qt::StringLiterals;
using access::Role;
using ui::shell::MainWindow;

namespace {

constexpr std::string_view secret = "correct horse battery";

QString unseen(const QString& name) {
    return QString::fromUtf8(FF_TEST_DATA) + u"/intake/unseen/"_s + name;
}

}  // namespace

class MappingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void cleanupTestCase() { m_window.reset(); }

    void fromFileToAcceptedRows_data();
    void fromFileToAcceptedRows();
    void aChangeByHandIsTried();
    void aLockKeepsWhatIsHalfMapped();
    void aKnownLayoutNeedsNoMapping();
    void everyControlHasANameAndFits();

private:
    void enterAs(Role role);
    void press(const QString& name) const;
    void choose(const QString& box, const QString& value) const;
    void lookAt(const QString& file, const QString& agreement);
    [[nodiscard]] QString said() const;

    template <class T>
    [[nodiscard]] T* find(const QString& name) const {
        return m_window->currentScreen()->findChild<T*>(name);
    }

    QTemporaryDir m_folder;
    std::filesystem::path m_vault;
    support::ReadyPrompts m_prompts;
    std::unique_ptr<ui::shell::Preferences> m_preferences;
    std::unique_ptr<MainWindow> m_window;
};

void MappingTest::initTestCase() {
    ui::shell::prepareLook(*qApp, ui::widgets::Scheme::light, 1);
    m_vault = m_folder.filePath(u"mapping.vault"_s).toStdString();
    auto first = casework::Session::create(m_vault,
                                           {"administrator", "", Role::administrator},
                                           base::Secret(secret),
                                           casework::PasswordCost::quick);
    QVERIFY(first);
    for (const Role role : {Role::supervisor, Role::dataOfficer, Role::governanceOfficer}) {
        const std::string name(access::roleCode(role));
        QVERIFY(casework::addUser(
            **first, {name, name, role}, base::Secret(secret), casework::PasswordCost::quick));
    }
    m_preferences = std::make_unique<ui::shell::Preferences>(m_folder.filePath(u"settings.ini"_s));
    m_window = support::shownWindow(m_prompts, *m_preferences);
    enterAs(Role::governanceOfficer);
    m_window->open(u"deliveries"_s, 0);
    m_prompts.path =
        QString::fromLatin1(FF_SOURCE_DIR) + u"/resources/partners/agreements/standard.toml"_s;
    press(u"addAgreements"_s);
    QVERIFY2(said().startsWith(u"Added"_s), qPrintable(said()));
}

void MappingTest::enterAs(Role role) {
    m_window->lock({});
    auto session = casework::Session::unlock(m_vault, access::roleCode(role), base::Secret(secret));
    QVERIFY(session);
    m_window->enter(std::move(*session));
}

void MappingTest::press(const QString& name) const {
    auto* button = find<QPushButton>(name);
    QVERIFY2(button != nullptr && button->isEnabled(), qPrintable(name));
    QTest::keyClick(button, Qt::Key_Space);
}

// By the arrow keys, as a person without a mouse does.
void MappingTest::choose(const QString& name, const QString& value) const {
    auto* box = find<QComboBox>(name);
    QVERIFY2(box != nullptr, qPrintable(name));
    const int wanted = box->findData(value);
    QVERIFY2(wanted >= 0, qPrintable(value));
    QTest::keyClick(box, Qt::Key_Home);
    while (box->currentIndex() < wanted)
        QTest::keyClick(box, Qt::Key_Down);
    QCOMPARE(box->currentData().toString(), value);
}

QString MappingTest::said() const {
    auto* banner = m_window->currentScreen()->findChild<ui::widgets::Banner*>();
    return banner->isVisible() ? banner->text() : QString();
}

void MappingTest::lookAt(const QString& file, const QString& agreement) {
    m_prompts.path = file;
    press(u"mapLayout"_s);
    choose(u"mappingAgreement"_s, agreement);
    press(u"mappingLook"_s);
    QTRY_VERIFY2(find<QWidget>(u"mappingForm"_s)->isVisible(), qPrintable(said()));
}

void MappingTest::fromFileToAcceptedRows_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("agreement");
    QTest::addColumn<QString>("rows");
    QTest::newRow("police") << u"crimes-named-suspects.txt"_s << u"police-2026"_s << u"24"_s;
    QTest::newRow("benefits") << u"claimants.tsv"_s << u"dwp-2026"_s << u"20"_s;
    QTest::newRow("housing") << u"rent-arrears.csv"_s << u"housing-2026"_s << u"22"_s;
}

void MappingTest::fromFileToAcceptedRows() {
    QFETCH(QString, file);
    QFETCH(QString, agreement);
    QFETCH(QString, rows);
    enterAs(Role::dataOfficer);
    m_window->open(u"deliveries"_s, 0);
    press(u"openMappings"_s);
    QCOMPARE(m_window->place(), u"mappings"_s);
    lookAt(unseen(file), agreement);
    QCOMPARE(find<QTableView>(u"firstRows"_s)->model()->rowCount(), 10);
    press(u"mappingTry"_s);
    const QString accepted = u"%1 rows in = %1 accepted + 0 rejected"_s.arg(rows);
    QTRY_VERIFY2(find<QLabel>(u"trialCounts"_s)->text().startsWith(accepted), qPrintable(said()));
    press(u"mappingSave"_s);
    QVERIFY2(said().contains(u"put forward"_s), qPrintable(said()));
    QVERIFY(find<QPushButton>(u"signOff"_s)->isHidden());

    enterAs(Role::supervisor);
    m_window->open(u"mappings"_s, 0);
    auto* mappings = find<QTableView>(u"mappings"_s);
    int waiting = -1;
    for (int row = 0; row < mappings->model()->rowCount(); ++row)
        if (mappings->model()->index(row, 3).data().toString().contains(u"waits"_s))
            waiting = row;
    QVERIFY(waiting >= 0);
    QTest::keyClick(mappings, Qt::Key_Home, Qt::ControlModifier);
    for (int row = 0; row < waiting; ++row)
        QTest::keyClick(mappings, Qt::Key_Down);
    QVERIFY(find<QPlainTextEdit>(u"mappingText"_s)->toPlainText().contains(u"recognised_by"_s));
    press(u"signOff"_s);
    QVERIFY2(said().contains(u"is in use"_s), qPrintable(said()));

    enterAs(Role::dataOfficer);
    m_window->open(u"deliveries"_s, 0);
    m_prompts.path = unseen(file);
    press(u"importFile"_s);
    choose(u"importAgreement"_s, agreement);
    press(u"importGo"_s);
    QTRY_VERIFY2(said().contains(u"%1 rows in, %1 accepted, 0 rejected"_s.arg(rows)),
                 qPrintable(said()));
}

void MappingTest::aChangeByHandIsTried() {
    const QString file = m_folder.filePath(u"disposals.csv"_s);
    QFile out(file);
    QVERIFY(out.open(QIODevice::WriteOnly));
    out.write(
        "Surname,First,Ref A,When,Result\r\nPrice,Ann,7,13/11/2025,Guilty\r\n"
        "Price,Ben,8,14/11/2025,Zzz\r\n");
    out.close();
    m_window->open(u"mappings"_s, 0);
    lookAt(file, u"police-2026"_s);
    choose(u"mappingType"_s, u"offence"_s);
    choose(u"target-2"_s, u"local_id"_s);
    choose(u"target-3"_s, u"offence.offence_date"_s);
    press(u"mappingTry"_s);
    QVERIFY2(said().contains(u"not whole"_s), qPrintable(said()));
    choose(u"target-3"_s, u"offence.outcome_date"_s);
    choose(u"target-4"_s, u"offence.outcome"_s);
    press(u"mappingTry"_s);
    auto* counts = find<QLabel>(u"trialCounts"_s);
    QTRY_VERIFY2(counts->text().startsWith(u"2 rows in = 1 accepted + 1 rejected"_s),
                 qPrintable(said() + counts->text()));
    QVERIFY(find<QTableView>(u"trialIssues"_s)->model()->rowCount() >= 1);
    // What the code means is said, and the trial is made again.
    for (int code = 0; code < 2; ++code) {
        auto* meaning = find<QComboBox>(u"meaning-4-%1"_s.arg(code));
        if (meaning->currentData().toString().isEmpty())
            choose(meaning->objectName(), u"cautioned"_s);
    }
    QVERIFY(counts->text().startsWith(u"Not tried"_s));
    press(u"mappingTry"_s);
    QTRY_VERIFY2(counts->text().startsWith(u"2 rows in = 2 accepted"_s), qPrintable(said()));
}

void MappingTest::aLockKeepsWhatIsHalfMapped() {
    find<QLineEdit>(u"mappingName"_s)->clear();
    QTest::keyClicks(find<QLineEdit>(u"mappingName"_s), u"police-by-hand"_s);
    enterAs(Role::dataOfficer);
    QCOMPARE(m_window->place(), u"mappings"_s);
    QTRY_VERIFY(find<QWidget>(u"mappingForm"_s)->isVisible());
    QTRY_COMPARE(find<QLineEdit>(u"mappingName"_s)->text(), u"police-by-hand"_s);
    QCOMPARE(find<QComboBox>(u"target-4"_s)->currentData().toString(), u"offence.outcome"_s);
    press(u"mappingClose"_s);
    QVERIFY(!find<QWidget>(u"mappingForm"_s)->isVisible());
}

void MappingTest::aKnownLayoutNeedsNoMapping() {
    lookAt(unseen(u"rent-arrears.csv"_s), u"housing-2026"_s);
    QVERIFY(find<QLabel>(u"mappingChanges"_s)->text().contains(u"nothing needs to be mapped"_s));
    QVERIFY(!find<QPushButton>(u"mappingSave"_s)->isEnabled());
}

void MappingTest::everyControlHasANameAndFits() {
    for (const QComboBox* box : m_window->currentScreen()->findChildren<QComboBox*>())
        QVERIFY2(!box->accessibleName().isEmpty(), qPrintable(box->objectName()));
    for (const QLineEdit* field : m_window->currentScreen()->findChildren<QLineEdit*>())
        QVERIFY2(!field->accessibleName().isEmpty(), qPrintable(field->objectName()));
    QVERIFY(m_window->currentScreen()->minimumSizeHint().width() <= 1024);
}

QTEST_MAIN(MappingTest)
#include "mapping_test.moc"
