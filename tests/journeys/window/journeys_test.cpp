// SPDX-License-Identifier: GPL-3.0-or-later
// The main job in the window alone, from no vault at all to a released submission and its audit, by
// people of seven jobs who have no mouse. Pictures of the way are kept in the build's folder
// `screenshots/journeys`.
#include "app/synth/synth.h"
#include "casework/session.h"
#include "support/keyboard.h"
#include "support/must.h"
#include "support/ready_prompts.h"
#include "support/shown_window.h"
#include "ui/shell/look.h"
#include "ui/shell/main_window.h"
#include "ui/widgets/banner.h"

#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QTableView>
#include <QTemporaryDir>
#include <QtTest>

using namespace Qt::StringLiterals;
using ui::shell::MainWindow;

namespace {

constexpr int patience = 60'000;  // ms, for jobs off the window's thread

const QString password = u"three unrelated words"_s;

}  // namespace

class JourneysTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void init();
    void cleanup();
    void anAdministratorMakesAVaultAndAddsColleagues();
    void aGovernanceOfficerRecordsTheAgreements();
    void aDataOfficerReceivesFiles();
    void aDataOfficerSavesRowIssuesForTheSender();
    void aDataOfficerLinksAndResolvesDoubts();
    void aDataOfficerUndoesALink();
    void aDataOfficerAssesses();
    void aCaseworkerTriages();
    void aSupervisorReviewsAndAllocates();
    void aCaseworkerSupportsAndRecordsWhatWasSaid();
    void anExportingOfficerPrepares();
    void anotherPersonReleases();
    void anAuditorSeesAllOfIt();

private:
    void signIn(const QString& user);
    void go(const QString& place);
    void picture(const QString& name);
    [[nodiscard]] QString said() const;
    [[nodiscard]] QString heading() const;

    template <class T>
    [[nodiscard]] T* find(const QString& name) const {
        return m_window->currentScreen()->findChild<T*>(name);
    }

    QTemporaryDir m_folder;
    std::vector<synth::WrittenFile> m_files;
    support::ReadyPrompts m_prompts;
    std::unique_ptr<ui::shell::Preferences> m_preferences;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<support::Keyboard> m_keys;
    QDir m_pictures;
    QString m_family;  // "FF-12", whom all this is about
    int m_taken = 0;
    bool m_failed = false;
};

void JourneysTest::initTestCase() {
    ui::shell::prepareLook(*qApp, ui::widgets::Scheme::light, 1);
    m_pictures = QDir(QString::fromLatin1(FF_BUILD_DIR) + u"/screenshots/journeys"_s);
    QVERIFY(QDir().mkpath(m_pictures.path()));
    synth::Request request;
    request.folder = m_folder.filePath(u"files"_s).toStdString();
    request.people = 1200;
    request.seed = 7;
    request.asAt = base::today();
    base::NoProgress quiet;
    m_files = support::must(synth::synthesise(request, quiet)).files;
    m_preferences = std::make_unique<ui::shell::Preferences>(m_folder.filePath(u"settings.ini"_s));
    m_window = support::shownWindow(m_prompts, *m_preferences);
    m_keys = std::make_unique<support::Keyboard>(*m_window);
}

void JourneysTest::cleanupTestCase() {
    m_window.reset();
}

void JourneysTest::init() {
    QVERIFY2(!m_failed, "an earlier part of the journey failed");
}

// What follows rests on what failed, so the rest is not tried.
void JourneysTest::cleanup() {
    if (!QTest::currentTestFailed())
        return;
    m_failed = true;
    picture(u"failed-%1"_s.arg(QString::fromLatin1(QTest::currentTestFunction())));
}

void JourneysTest::signIn(const QString& user) {
    if (!m_window->locked())
        m_keys->press(Qt::Key_L, Qt::ControlModifier);
    QVERIFY(m_window->locked());
    QVERIFY(m_keys->write(u"user"_s, user));
    QVERIFY(m_keys->write(u"password"_s, password));
    m_keys->press(Qt::Key_Return);
    const auto* complaint = m_window->findChild<ui::widgets::Banner*>();
    QTRY_VERIFY2_WITH_TIMEOUT(!m_window->locked(), qPrintable(complaint->text()), patience);
}

void JourneysTest::go(const QString& place) {
    QVERIFY2(m_keys->press(u"place-"_s + place), qPrintable(place));
    QCOMPARE(m_window->place(), place);
}

void JourneysTest::picture(const QString& name) {
    for (int i = 0; i < 2; ++i) {
        m_window->grab();
        QCoreApplication::sendPostedEvents();
    }
    m_window->grab().save(
        m_pictures.filePath(u"%1-%2.png"_s.arg(++m_taken, 2, 10, QLatin1Char('0')).arg(name)));
}

QString JourneysTest::said() const {
    const ui::shell::Screen* screen = m_window->currentScreen();
    if (screen == nullptr)
        return {};
    const auto* banner = screen->findChild<ui::widgets::Banner*>();
    return banner->isVisible() ? banner->text() : QString();
}

QString JourneysTest::heading() const {
    return m_window->currentScreen()->title();
}

void JourneysTest::anAdministratorMakesAVaultAndAddsColleagues() {
    QVERIFY(m_keys->press(u"otherWay"_s));
    QVERIFY(m_keys->write(u"vault"_s, m_folder.filePath(u"county"_s)));
    QVERIFY(m_keys->write(u"user"_s, u"ines"_s));
    QVERIFY(m_keys->write(u"password"_s, password));
    QVERIFY(m_keys->write(u"again"_s, password));
    picture(u"make-a-vault"_s);
    m_keys->press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->locked(), patience);
    QCOMPARE(m_window->place(), u"people"_s);
    const std::pair<QString, QString> colleagues[] = {
        {u"gus"_s, u"Information governance officer"_s},
        {u"dan"_s, u"Data officer"_s},
        {u"bea"_s, u"Caseworker"_s},
        {u"sam"_s, u"Supervisor"_s},
        {u"eve"_s, u"Exporting officer"_s},
        {u"ana"_s, u"Auditor"_s}};
    for (const auto& [name, role] : colleagues) {
        const int before = find<QTableView>(u"users"_s)->model()->rowCount();
        QVERIFY(m_keys->press(u"addUser"_s));
        QVERIFY(m_keys->write(u"newName"_s, name));
        QVERIFY(m_keys->choose(u"newRole"_s, role));
        QVERIFY(m_keys->write(u"newPassword"_s, password));
        QVERIFY(m_keys->press(u"addGo"_s));
        QTRY_COMPARE_WITH_TIMEOUT(
            find<QTableView>(u"users"_s)->model()->rowCount(), before + 1, patience);
    }
    picture(u"people"_s);
}

void JourneysTest::aGovernanceOfficerRecordsTheAgreements() {
    signIn(u"gus"_s);
    go(u"deliveries"_s);
    picture(u"nothing-received-yet"_s);
    m_prompts.path = m_folder.filePath(u"files/agreements.toml"_s);
    QVERIFY(m_keys->press(u"addAgreements"_s));
    QVERIFY2(said().startsWith(u"Added 9"_s), qPrintable(said()));
    QVERIFY(m_keys->chip(u"agreements"_s));
    picture(u"agreements"_s);
}

void JourneysTest::aDataOfficerReceivesFiles() {
    signIn(u"dan"_s);
    go(u"deliveries"_s);
    bool pictured = false;
    for (const synth::WrittenFile& file : m_files) {
        const QString name = QString::fromStdString(file.name);
        m_prompts.path = m_folder.filePath(u"files/"_s + name);
        QVERIFY(m_keys->press(u"importFile"_s));
        QVERIFY(m_keys->choose(u"importAgreement"_s,
                               ui::models::text(records::agencyCode(file.agency)) + u"-2026"_s));
        if (!pictured)
            picture(u"import"_s);
        pictured = true;
        QVERIFY(m_keys->press(u"importGo"_s));
        QTRY_VERIFY_WITH_TIMEOUT(said().contains(name), patience);
        QVERIFY2(said().contains(u"accepted"_s), qPrintable(said()));
    }
    QCOMPARE(find<QTableView>(u"deliveries"_s)->model()->rowCount(),
             static_cast<int>(m_files.size()));
}

void JourneysTest::aDataOfficerSavesRowIssuesForTheSender() {
    QVERIFY(m_keys->chooseRow(u"deliveries"_s, u"schools-attendance"_s));
    QVERIFY(find<QTableView>(u"issues"_s)->model()->rowCount() > 0);
    picture(u"row-issues"_s);
    m_prompts.path = m_folder.filePath(u"for-the-sender.csv"_s);
    QVERIFY(m_keys->press(u"saveIssues"_s));
    QVERIFY2(said().startsWith(u"Saved"_s), qPrintable(said()));
    QFile saved(m_prompts.path);
    QVERIFY(saved.open(QIODevice::ReadOnly));
    QVERIFY(saved.readLine().startsWith("row,column"));
    QVERIFY(m_keys->press(u"openQuality"_s));
    QCOMPARE(m_window->place(), u"quality"_s);
    picture(u"quality"_s);
}

void JourneysTest::aDataOfficerLinksAndResolvesDoubts() {
    go(u"deliveries"_s);
    QVERIFY(m_keys->press(u"linkRecords"_s));
    QTRY_VERIFY2_WITH_TIMEOUT(said().contains(u"Next: assess"_s), qPrintable(said()), patience);
    go(u"links"_s);
    picture(u"links"_s);
    auto* label = m_window->currentScreen()->findChild<QLabel*>(u"screenTitle"_s);
    QVERIFY(label != nullptr);
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->busy(), patience);
    QVERIFY2(find<QWidget>(u"same"_s)->isVisible(), "no doubtful pair to answer");
    const QAbstractItemModel* pair = find<QTableView>(u"pair"_s)->model();
    const QVariant asked = pair->index(0, 1).data();
    m_keys->press(Qt::Key_D);
    picture(u"links-weighed"_s);
    m_keys->press(Qt::Key_U);
    QCOMPARE(pair->index(0, 1).data(), asked);
    m_keys->press(Qt::Key_S);
    int answered = 1;
    while (find<QWidget>(u"same"_s)->isVisible() && answered < 40) {
        m_keys->press(Qt::Key_D);
        ++answered;
    }
    QVERIFY2(!find<QWidget>(u"same"_s)->isVisible(), "pairs come without end");
    picture(u"links-done"_s);
    go(u"ties"_s);
    picture(u"ties"_s);
    if (find<QWidget>(u"tieNone"_s)->isVisible())
        m_keys->press(Qt::Key_N);
}

void JourneysTest::aDataOfficerUndoesALink() {
    go(u"links"_s);
    QVERIFY(m_keys->press(u"openUnlink"_s));
    QCOMPARE(m_window->place(), u"unlink"_s);
    auto* given = find<QTableView>(u"givenAnswers"_s);
    const int before = given->model()->rowCount();
    QVERIFY(before > 0);
    QVERIFY(m_keys->choose(u"unlinkDelivery"_s, u"schools-roll"_s));
    QVERIFY(m_keys->write(u"unlinkRow"_s, u"2"_s));
    QVERIFY(m_keys->press(u"unlinkShow"_s));
    QVERIFY2(said().isEmpty(), qPrintable(said()));
    const int others = find<QTableView>(u"linkedWith"_s)->model()->rowCount();
    QVERIFY(others > 0);
    picture(u"undo-a-link"_s);
    m_prompts.confirmed.clear();
    QVERIFY(m_keys->press(u"setApart"_s));
    QVERIFY(m_prompts.confirmed.value(0).contains(QString::number(others)));
    QVERIFY2(said().startsWith(u"Set apart"_s), qPrintable(said()));
    QCOMPARE(given->model()->rowCount(), before + others);
    QVERIFY(m_keys->press(u"undoUnlink"_s));
    QCOMPARE(given->model()->rowCount(), before);
}

void JourneysTest::aDataOfficerAssesses() {
    go(u"deliveries"_s);
    QVERIFY(m_keys->press(u"linkRecords"_s));
    QTRY_VERIFY_WITH_TIMEOUT(said().contains(u"Next: assess"_s), patience);
    QVERIFY(m_keys->press(u"assessFamilies"_s));
    QTRY_VERIFY_WITH_TIMEOUT(said().contains(u"newly before the team"_s), patience);
    picture(u"assessed"_s);
}

void JourneysTest::aCaseworkerTriages() {
    signIn(u"bea"_s);
    QCOMPARE(m_window->place(), u"work"_s);
    QVERIFY(m_keys->chip(u"waiting"_s));
    picture(u"work-list"_s);
    QVERIFY(m_keys->reach(u"families"_s));
    m_keys->press(Qt::Key_Return);
    QCOMPARE(m_window->place(), u"family"_s);
    m_family = heading().section(QLatin1Char(' '), 1, 1);
    picture(u"family"_s);
    QVERIFY(m_keys->press(u"take"_s));
    QVERIFY(m_keys->press(u"openEvidence"_s));
    QVERIFY(find<QTableView>(u"evidence"_s)->model()->rowCount() > 0);
    picture(u"evidence"_s);
    QVERIFY(m_keys->press(u"chronology-open"_s));
    picture(u"chronology"_s);
    QVERIFY(m_keys->press(u"step-triage"_s));
    QVERIFY(m_keys->choose(u"reason"_s, u"The evidence holds"_s));
    QVERIFY(m_keys->write(u"words"_s, u"School and police agree."_s));
    picture(u"put-forward"_s);
    QVERIFY(m_keys->press(u"confirm"_s));
    QVERIFY2(said().contains(u"with a supervisor"_s), qPrintable(said()));
}

void JourneysTest::aSupervisorReviewsAndAllocates() {
    signIn(u"sam"_s);
    QCOMPARE(m_window->place(), u"reviews"_s);
    picture(u"reviews"_s);
    QVERIFY(m_keys->chooseRow(u"families"_s, m_family));
    m_keys->press(Qt::Key_Return);
    QCOMPARE(m_window->place(), u"family"_s);
    QVERIFY(!find<QWidget>(u"step-agree"_s)->isEnabled());
    QVERIFY(m_keys->press(u"openEvidence"_s));
    QVERIFY(m_keys->press(u"step-agree"_s));
    QVERIFY(m_keys->choose(u"reason"_s, u"The criteria are met"_s));
    QVERIFY(m_keys->write(u"words"_s, u"Read; support is right."_s));
    picture(u"decide"_s);
    QVERIFY(m_keys->press(u"confirm"_s));
    QVERIFY2(said().contains(u"greed"_s), qPrintable(said()));
    QVERIFY(m_keys->press(u"step-allocate"_s));
    QVERIFY(m_keys->choose(u"allocateTo"_s, u"bea"_s));
    QVERIFY(m_keys->press(u"confirm"_s));
    QVERIFY2(said().contains(u"allocated"_s), qPrintable(said()));
    picture(u"allocated"_s);
}

void JourneysTest::aCaseworkerSupportsAndRecordsWhatWasSaid() {
    signIn(u"bea"_s);
    go(u"work"_s);
    QVERIFY(m_keys->chip(u"mine"_s));
    QVERIFY(m_keys->chooseRow(u"families"_s, m_family));
    m_keys->press(Qt::Key_Return);
    QVERIFY(m_keys->press(u"step-start-support"_s));
    QVERIFY(find<QLabel>(u"consequence"_s)->text().contains(u"not consented to support"_s));
    QVERIFY(m_keys->choose(u"intensity"_s, u"Targeted"_s));
    QVERIFY(m_keys->press(u"confirm"_s));
    QVERIFY2(said().contains(u"begun"_s), qPrintable(said()));
    auto* members = find<QTableView>(u"consents"_s);
    const int count = members->model()->rowCount();
    for (int member = 0; member < count; ++member) {
        QVERIFY(m_keys->reach(u"consents"_s));
        m_keys->press(Qt::Key_Home, Qt::ControlModifier);
        for (int down = 0; down < member; ++down)
            m_keys->press(Qt::Key_Down);
        QVERIFY(m_keys->press(u"recordConsent"_s));
        QVERIFY(m_keys->choose(u"consentKind"_s, u"Lawful basis"_s));
        QVERIFY(m_keys->write(u"consentWording"_s, u"notice 2026-1"_s));
        if (find<QWidget>(u"consentDecidedBy"_s)->isVisible())
            QVERIFY(m_keys->choose(u"consentDecidedBy"_s, u"the council"_s));
        if (member == 0)
            picture(u"consent"_s);
        QVERIFY(m_keys->press(u"consentSave"_s));
        QVERIFY2(said().contains(u"recorded"_s), qPrintable(said()));
    }
    picture(u"supported"_s);
}

void JourneysTest::anExportingOfficerPrepares() {
    signIn(u"eve"_s);
    go(u"submissions"_s);
    QVERIFY(m_keys->press(u"prepare"_s));
    picture(u"prepare"_s);
    QVERIFY(m_keys->choose(u"layout"_s, u"national-impact-study"_s));
    QVERIFY(m_keys->press(u"prepareGo"_s));
    QTRY_VERIFY2_WITH_TIMEOUT(said().startsWith(u"Prepared for"_s), qPrintable(said()), patience);
    auto* release = find<QWidget>(u"release"_s);
    QVERIFY(release == nullptr || !release->isVisible());  // not by who prepared it
    picture(u"prepared"_s);
}

void JourneysTest::anotherPersonReleases() {
    signIn(u"gus"_s);
    go(u"submissions"_s);
    picture(u"to-release"_s);
    m_prompts.path = m_folder.path();
    m_prompts.confirmed.clear();
    QVERIFY(m_keys->press(u"release"_s));
    QTRY_VERIFY2_WITH_TIMEOUT(said().startsWith(u"Released"_s), qPrintable(said()), patience);
    QCOMPARE(m_prompts.confirmed.size(), 1);
    const QStringList written = QDir(m_folder.path()).entryList({u"national-impact-study*"_s});
    QCOMPARE(written.size(), 2);  // the file and its manifest
    picture(u"released"_s);
}

void JourneysTest::anAuditorSeesAllOfIt() {
    signIn(u"ana"_s);
    go(u"audit"_s);
    QVERIFY(m_keys->press(u"verify"_s));
    QTRY_VERIFY_WITH_TIMEOUT(said().contains(u"whole"_s), patience);
    picture(u"audit"_s);
}

QTEST_MAIN(JourneysTest)
#include "journeys_test.moc"
