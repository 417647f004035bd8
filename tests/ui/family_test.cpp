// SPDX-License-Identifier: GPL-3.0-or-later
// One invented family from partners' files to a supervisor's decision, in the window alone: the
// data officer imports, links and assesses; a caseworker puts forward; a supervisor must open the
// evidence before deciding; a lock in between loses nothing.
#include "casework/session.h"
#include "casework/users.h"
#include "support/ready_prompts.h"
#include "support/shown_window.h"
#include "ui/parts/criteria_board.h"
#include "ui/shell/draft_keeper.h"
#include "ui/shell/look.h"
#include "ui/shell/main_window.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/lanes.h"
#include "ui/widgets/reason_form.h"

#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>
#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using access::Role;
using ui::shell::MainWindow;

namespace {

constexpr std::string_view secret = "correct horse battery";

QString policeDay(const QDate& day) {
    return QLocale::c().toString(day, u"dd-MMM-yyyy"_s);
}

QString housingDay(const QDate& day) {
    return day.toString(u"dd/MM/yyyy"_s);
}

}  // namespace

class FamilyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void cleanupTestCase() { m_window.reset(); }

    void importsLinksAndAssesses();
    void refusesTheSameFileTwice();
    void caseworkerOpensTheFamilyByKeys();
    void recordsConsent();
    void opensTheChronologyByKeys();
    void aHalfWrittenNominationOutlivesALock();
    void aLockKeepsWhatIsHalfWritten();
    void aCrashKeepsWhatIsHalfWritten();
    void caseworkerPutsForward();
    void supervisorMustOpenTheEvidence();
    void supervisorSendsBack();

private:
    void enterAs(Role role);
    void write(const QString& name, const QStringList& lines) const;
    void import(const QString& name, const QString& agreement);
    void press(const QString& name) const;
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

void FamilyTest::initTestCase() {
    ui::shell::prepareLook(*qApp, ui::widgets::Scheme::light, 1);
    m_vault = m_folder.filePath(u"family.vault"_s).toStdString();
    auto first = casework::Session::create(m_vault,
                                           {"administrator", "", Role::administrator},
                                           base::Secret(secret),
                                           casework::PasswordCost::quick);
    QVERIFY(first);
    for (const Role role :
         {Role::caseworker, Role::supervisor, Role::dataOfficer, Role::governanceOfficer}) {
        const std::string name(access::roleCode(role));
        QVERIFY(casework::addUser(
            **first, {name, name, role}, base::Secret(secret), casework::PasswordCost::quick));
    }
    m_preferences = std::make_unique<ui::shell::Preferences>(m_folder.filePath(u"settings.ini"_s));
    m_window = support::shownWindow(m_prompts, *m_preferences);
    const QDate today = QDate::currentDate();
    const QString mother = u"Arden|Wilhelmina|04-May-1985|F|14|Quarry Bank|Leominster|HR6 8ZZ"_s;
    const QString child = u"Arden|Barnaby|%1|M|14|Quarry Bank|Leominster|HR6 8ZZ"_s.arg(
        policeDay(today.addYears(-14).addDays(-40)));
    write(
        u"tenancies.csv"_s,
        {u"Person Number;Tenancy Ref;Surname;First Name;Date of Birth;Sex;Property Address "
         u"1;Town;Property "
         "Postcode;Relationship To Tenant;Tenancy Start;Currently Resident"_s,
         u"1;T1;Arden;Wilhelmina;04/05/1985;F;14 Quarry Bank;Leominster;HR6 8ZZ;Tenant;01/02/2019;Y"_s,
         u"2;T1;Arden;Barnaby;%1;M;14 Quarry Bank;Leominster;HR6 8ZZ;Son;01/02/2019;Y"_s.arg(
             housingDay(today.addYears(-14).addDays(-40)))});
    write(u"offences.csv"_s,
          {u"Person Ref|Surname|Forename 1|DOB|Sex|Premises|Street|Town|Postcode|Offence "
           u"Date|Outcome Date|Offence Code|Offence "
           "Description|Outcome"_s,
           u"N2|%1|%2|%3|8|Criminal damage|CONVICTED"_s.arg(
               child, policeDay(today.addDays(-60)), policeDay(today.addDays(-30)))});
    write(u"callouts.csv"_s,
          {u"Person Ref|Surname|Forename 1|DOB|Sex|Premises|Street|Town|Postcode|Incident Date|DA "
           u"Incident No|Child "
           "Present|Involvement|DASH Risk"_s,
           u"N1|%1|%2|DA1|Y|VICTIM|MEDIUM"_s.arg(mother, policeDay(today.addDays(-20)))});
}

void FamilyTest::write(const QString& name, const QStringList& lines) const {
    QFile file(m_folder.filePath(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(lines.join(u"\r\n"_s).toUtf8() + "\r\n");
}

void FamilyTest::enterAs(Role role) {
    m_window->lock({});
    auto session = casework::Session::unlock(m_vault, access::roleCode(role), base::Secret(secret));
    QVERIFY(session);
    m_window->enter(std::move(*session));
}

void FamilyTest::press(const QString& name) const {
    auto* button = find<QPushButton>(name);
    QVERIFY2(button != nullptr && button->isEnabled(), qPrintable(name));
    QTest::keyClick(button, Qt::Key_Space);
}

QString FamilyTest::said() const {
    auto* banner = m_window->currentScreen()->findChild<ui::widgets::Banner*>();
    return banner->isVisible() ? banner->text() : QString();
}

void FamilyTest::import(const QString& name, const QString& agreement) {
    m_prompts.path = m_folder.filePath(name);
    press(u"importFile"_s);
    auto* choice = find<QComboBox>(u"importAgreement"_s);
    choice->setCurrentIndex(choice->findData(agreement));
    press(u"importGo"_s);
}

void FamilyTest::importsLinksAndAssesses() {
    enterAs(Role::governanceOfficer);
    m_window->open(u"deliveries"_s, 0);
    m_prompts.path =
        QString::fromLatin1(FF_SOURCE_DIR) + u"/resources/partners/agreements/standard.toml"_s;
    press(u"addAgreements"_s);
    QVERIFY2(said().startsWith(u"Added"_s), qPrintable(said()));
    enterAs(Role::dataOfficer);
    m_window->open(u"deliveries"_s, 0);
    import(u"tenancies.csv"_s, u"housing-2026"_s);
    QTRY_VERIFY2(said().contains(u"2 rows in, 2 accepted, 0 rejected"_s), qPrintable(said()));
    import(u"offences.csv"_s, u"police-2026"_s);
    QTRY_VERIFY2(said().contains(u"offences.csv: 1 row in, 1 accepted"_s), qPrintable(said()));
    import(u"callouts.csv"_s, u"police-2026"_s);
    QTRY_VERIFY2(said().contains(u"callouts.csv: 1 row in, 1 accepted"_s), qPrintable(said()));
    QCOMPARE(find<QTableView>(u"deliveries"_s)->model()->rowCount(), 3);
    press(u"linkRecords"_s);
    QTRY_VERIFY2(said().contains(u"4 records are 2 people in 1 family"_s), qPrintable(said()));
    press(u"assessFamilies"_s);
    QTRY_VERIFY2(said().contains(u"1 family assessed, 1 flagged"_s), qPrintable(said()));
}

void FamilyTest::refusesTheSameFileTwice() {
    import(u"callouts.csv"_s, u"police-2026"_s);
    QTRY_VERIFY2(said().contains(u"was not imported"_s), qPrintable(said()));
    QCOMPARE(find<QTableView>(u"deliveries"_s)->model()->rowCount(), 3);
}

void FamilyTest::caseworkerOpensTheFamilyByKeys() {
    enterAs(Role::caseworker);
    QCOMPARE(m_window->place(), u"work"_s);
    press(u"chip-waiting"_s);
    auto* families = find<QTableView>(u"families"_s);
    QCOMPARE(families->model()->rowCount(), 1);
    QTest::keyClick(families, Qt::Key_Return);
    QCOMPARE(m_window->place(), u"family"_s);
    QVERIFY(m_window->currentScreen()->title().startsWith(u"Family FF-"_s));
    for (int number = 1; number <= 6; ++number) {
        auto* tile = find<QWidget>(u"criterion-%1"_s.arg(number));
        QVERIFY(tile != nullptr && !tile->accessibleName().isEmpty());
    }
    QVERIFY(find<QWidget>(u"criterion-1"_s)->accessibleName().contains(u"Met"_s));
    QVERIFY(find<QWidget>(u"criterion-4"_s)->accessibleName().contains(u"Unknown"_s));
    press(u"take"_s);
    QVERIFY(find<QPushButton>(u"putBack"_s) != nullptr);
    QVERIFY(qobject_cast<ui::parts::CriterionTile*>(QApplication::focusWidget()) != nullptr);
    press(u"openEvidence"_s);
    auto* evidence = find<QTableView>(u"evidence"_s);
    QCOMPARE(evidence->model()->rowCount(), 1);
    QVERIFY(evidence->model()->index(0, 4).data().toString().contains(u"offences.csv, row 2"_s));
    QVERIFY(find<QLabel>(u"evidenceFields"_s)->text().contains(u"Criminal damage"_s));
}

void FamilyTest::recordsConsent() {
    press(u"recordConsent"_s);
    press(u"consentSave"_s);  // nothing is presumed to have been said
    QVERIFY(find<QComboBox>(u"consentAnswer"_s)->hasFocus());
    find<QComboBox>(u"consentAnswer"_s)->setCurrentIndex(1);
    press(u"consentSave"_s);  // without the wording's version
    auto* consents = find<QTableView>(u"consents"_s);
    QVERIFY(consents->model()->index(0, 1).data().toString().contains(u"Not yet"_s));
    find<QLineEdit>(u"consentWording"_s)->setText(u"leaflet 2020-2"_s);
    if (auto* who = find<QComboBox>(u"consentDecidedBy"_s); who->isVisible())
        who->setCurrentIndex(2);
    press(u"consentSave"_s);
    QVERIFY2(said().contains(u"recorded"_s), qPrintable(said()));
    QVERIFY(consents->model()->index(0, 1).data().toString().contains(u"iven"_s));
}

void FamilyTest::opensTheChronologyByKeys() {
    press(u"chronology-open"_s);
    auto* lanes = m_window->currentScreen()->findChild<ui::widgets::Lanes*>();
    QVERIFY(lanes != nullptr && lanes->isVisible());
    QVERIFY(lanes->numbers().rows.size() >= 2);
    const auto rows = lanes->numbers().rows;
    const auto undated =
        std::ranges::count(rows, u"no date"_s, [](const auto& row) { return row[1]; });
    const QString counted = QString::number(rows.size() - static_cast<std::size_t>(undated));
    const auto labels = m_window->currentScreen()->findChildren<QLabel*>();
    QVERIFY(std::ranges::any_of(labels, [&](const QLabel* label) {
        return label->text().startsWith(counted + u" dated record"_s) &&
               label->text().contains(u"without a date"_s) == (undated > 0);
    }));
    QTest::keyClick(lanes, Qt::Key_Down);
    QVERIFY(lanes->accessibleDescription().contains(u", 2"_s));
    press(u"chronology-table"_s);
    QVERIFY(!lanes->isVisible());
    press(u"chronology-table"_s);
}

void FamilyTest::aHalfWrittenNominationOutlivesALock() {
    press(u"step-nominate"_s);
    QTest::keyClicks(find<QLineEdit>(u"nominationName"_s), u"R. Head"_s);
    QTest::keyClicks(find<QPlainTextEdit>(u"nominationReason"_s), u"The school wor"_s);
    find<QComboBox>(u"nominationCriterion"_s)->setCurrentIndex(2);
    enterAs(Role::caseworker);
    QCOMPARE(find<QLineEdit>(u"nominationName"_s)->text(), u"R. Head"_s);
    QCOMPARE(find<QPlainTextEdit>(u"nominationReason"_s)->toPlainText(), u"The school wor"_s);
    QCOMPARE(find<QComboBox>(u"nominationCriterion"_s)->currentIndex(), 2);
    press(u"nominateCancel"_s);
    QVERIFY(!find<QPlainTextEdit>(u"nominationReason"_s)->isVisible());
}

void FamilyTest::aLockKeepsWhatIsHalfWritten() {
    press(u"step-triage"_s);
    auto* words = find<QPlainTextEdit>(u"words"_s);
    QTest::keyClicks(words, u"Two criteria, and the moth"_s);
    enterAs(Role::caseworker);  // locks, and the same person returns
    QCOMPARE(m_window->place(), u"family"_s);
    QCOMPARE(find<QPlainTextEdit>(u"words"_s)->toPlainText(), u"Two criteria, and the moth"_s);
}

void FamilyTest::aCrashKeepsWhatIsHalfWritten() {
    m_window->findChild<ui::shell::DraftKeeper*>()->keepNow();  // as it does every few seconds
    MainWindow next(m_prompts, *m_preferences, std::chrono::minutes(15));
    auto session = casework::Session::unlock(
        m_vault, access::roleCode(Role::caseworker), base::Secret(secret));
    QVERIFY(session);
    next.enter(std::move(*session));
    QCOMPARE(next.place(), u"family"_s);
    QCOMPARE(next.currentScreen()->findChild<QPlainTextEdit*>(u"words"_s)->toPlainText(),
             u"Two criteria, and the moth"_s);
}

void FamilyTest::caseworkerPutsForward() {
    QTest::keyClicks(find<QPlainTextEdit>(u"words"_s), u"er asked for help."_s);
    auto* reason = find<QComboBox>(u"reason"_s);
    if (reason->isVisible())
        reason->setCurrentIndex(1);
    press(u"confirm"_s);
    QVERIFY2(said().contains(u"with a supervisor"_s), qPrintable(said()));
    QVERIFY(find<QPushButton>(u"step-triage"_s) == nullptr ||
            !find<QPushButton>(u"step-triage"_s)->isVisible());
}

void FamilyTest::supervisorMustOpenTheEvidence() {
    enterAs(Role::supervisor);
    QCOMPARE(m_window->place(), u"reviews"_s);
    auto* families = find<QTableView>(u"families"_s);
    QCOMPARE(families->model()->rowCount(), 1);
    QTest::keyClick(families, Qt::Key_Return);
    QCOMPARE(m_window->place(), u"family"_s);
    for (const QString& step : {u"step-agree"_s, u"step-send-back"_s}) {
        auto* button = find<QPushButton>(step);
        QVERIFY2(button == nullptr || !button->isEnabled(), qPrintable(step));
    }
    QVERIFY(said().contains(u"evidence"_s));
    press(u"openEvidence"_s);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QVERIFY(find<QPushButton>(u"step-agree"_s)->isEnabled());
    QCOMPARE(find<QTableView>(u"evidence"_s)->model()->rowCount(), 1);
}

void FamilyTest::supervisorSendsBack() {
    press(u"step-send-back"_s);
    auto* form = m_window->currentScreen()->findChild<ui::widgets::ReasonForm*>(u"reasonForm"_s);
    QVERIFY(form->open());
    press(u"confirm"_s);  // no reason yet
    QVERIFY(form->open());
    find<QComboBox>(u"reason"_s)->setCurrentIndex(1);
    QTest::keyClicks(find<QPlainTextEdit>(u"words"_s), u"Please add the school's view."_s);
    press(u"confirm"_s);
    QVERIFY2(said().contains(u"sent back"_s), qPrintable(said()));
    m_window->back();
    QCOMPARE(m_window->place(), u"reviews"_s);
    QVERIFY(!find<QTableView>(u"families"_s)->isVisible());  // the queue says it is empty
}

QTEST_MAIN(FamilyTest)
#include "family_test.moc"
