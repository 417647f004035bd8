// SPDX-License-Identifier: GPL-3.0-or-later
// Every screen of every role on a training vault, in light and dark, at two sizes of window and at
// 200 % text: a picture of each is kept in the build's folder `screenshots`, and nothing on it is
// cut off.
#include "app/demo/training_vault.h"
#include "casework/work_list.h"
#include "support/clipping.h"
#include "support/must.h"
#include "support/ready_prompts.h"
#include "support/shown_window.h"
#include "ui/models/tour_steps.h"
#include "ui/shell/look.h"
#include "ui/shell/main_window.h"
#include "ui/widgets/table.h"

#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTemporaryDir>
#include <QtTest>

using namespace Qt::StringLiterals;
using access::Role;
using ui::shell::MainWindow;
using ui::widgets::Scheme;

namespace {

const base::Secret& password() {
    static const base::Secret secret(std::string_view("correct horse battery"));
    return secret;
}

struct Look {
    const char* name;
    Scheme scheme;
    QSize size;
    double textScale;
};

const Look looks[] = {{"light-1280x800", Scheme::light, {1280, 800}, 1},
                      {"dark-1280x800", Scheme::dark, {1280, 800}, 1},
                      {"light-1920x1080", Scheme::light, {1920, 1080}, 1},
                      {"dark-1920x1080", Scheme::dark, {1920, 1080}, 1},
                      {"light-1280x800-text-200", Scheme::light, {1280, 800}, 2},
                      {"dark-1920x1080-text-200", Scheme::dark, {1920, 1080}, 2}};

// A view of a screen: where, and what is pressed there, one after the other; what another look or
// the press before may have done already begins with a question mark.
struct View {
    const char* name;
    Role role;
    const char* screen;
    QStringList presses;
    const char* state = "";  // of the family opened
};

const std::vector<View>& views() {
    static const std::vector<View> all{
        {"work", Role::caseworker, "work", {u"chip-waiting"_s}},
        {"work-mine", Role::caseworker, "work", {u"chip-mine"_s}},
        {"family", Role::caseworker, "family", {}, "proposed"},
        {"family-evidence", Role::caseworker, "family", {u"openEvidence"_s}, "proposed"},
        {"family-chronology", Role::caseworker, "family", {u"chronology-open"_s}, "proposed"},
        {"family-consent", Role::caseworker, "family", {u"recordConsent"_s}, "proposed"},
        {"family-nominate", Role::caseworker, "family", {u"step-nominate"_s}, "proposed"},
        {"family-triage", Role::caseworker, "family", {u"?take"_s, u"step-triage"_s}, "proposed"},
        {"reviews", Role::supervisor, "reviews", {}},
        {"family-review", Role::supervisor, "family", {}, "triaged"},
        {"family-decide",
         Role::supervisor,
         "family",
         {u"openEvidence"_s, u"step-send-back"_s},
         "triaged"},
        {"family-supported", Role::supervisor, "family", {}, "supported"},
        {"overview", Role::supervisor, "overview", {}},
        {"deliveries", Role::dataOfficer, "deliveries", {}},
        {"deliveries-import", Role::dataOfficer, "deliveries", {u"importFile"_s}},
        {"deliveries-partners", Role::dataOfficer, "deliveries", {u"chip-partners"_s}},
        {"deliveries-agreements", Role::governanceOfficer, "deliveries", {u"chip-agreements"_s}},
        {"quality", Role::dataOfficer, "deliveries", {u"openQuality"_s}},
        {"quality-withdraw",
         Role::dataOfficer,
         "deliveries",
         {u"openQuality"_s, u"withdrawDelivery"_s}},
        {"mappings", Role::dataOfficer, "mappings", {}},
        {"mappings-start", Role::dataOfficer, "mappings", {u"mapLayout"_s}},
        {"mappings-form",
         Role::dataOfficer,
         "mappings",
         {u"mapLayout"_s, u"mappingAgreement"_s, u"mappingLook"_s}},
        {"links", Role::dataOfficer, "links", {}},
        {"links-answered", Role::dataOfficer, "links", {u"notSure"_s}},
        {"unlink", Role::dataOfficer, "unlink", {u"unlinkShow"_s}},
        {"linkage", Role::dataOfficer, "linkage", {}},
        {"checking", Role::dataOfficer, "linkage", {u"drawSample"_s, u"?checkSample"_s}},
        {"ties", Role::dataOfficer, "ties", {}},
        {"plan", Role::dataOfficer, "plan", {}},
        {"plan-trial", Role::dataOfficer, "plan", {u"chip-trial"_s}},
        {"plan-versions", Role::supervisor, "plan", {u"chip-versions"_s}},
        {"plan-put-forward", Role::supervisor, "plan", {u"putFileForward"_s}},
        {"submissions", Role::exportingOfficer, "submissions", {}},
        {"submissions-form", Role::exportingOfficer, "submissions", {u"prepare"_s}},
        {"submissions-prepared",
         Role::exportingOfficer,
         "submissions",
         {u"prepare"_s, u"prepareGo"_s}},
        {"submissions-release", Role::governanceOfficer, "submissions", {}},
        {"audit", Role::auditor, "audit", {u"verify"_s}},
        {"people", Role::administrator, "people", {}},
        {"people-add", Role::administrator, "people", {u"addUser"_s}},
        {"account", Role::administrator, "account", {}},
        {"help", Role::reportReader, "help", {}},
    };
    return all;
}

}  // namespace

class ScreensTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyScreenIsWhole_data();
    void everyScreenIsWhole();
    void theTourPointsAtWhatIsThere_data();
    void theTourPointsAtWhatIsThere();

private:
    void enterAs(MainWindow& window, Role role) const;
    [[nodiscard]] qint64 familyIn(const QString& state);
    void press(MainWindow& window, const QString& name);
    static void putFormsAway(MainWindow& window);
    void keep(MainWindow& window, const Look& look, const QString& name) const;
    [[nodiscard]] std::unique_ptr<MainWindow> windowOf(const Look& look);

    QTemporaryDir m_folder;
    std::filesystem::path m_vault;
    support::ReadyPrompts m_prompts;
    std::unique_ptr<ui::shell::Preferences> m_preferences;
    QDir m_pictures;
    QMap<QString, qint64> m_families;  // one in each state
};

void ScreensTest::initTestCase() {
    m_vault = m_folder.filePath(u"training.vault"_s).toStdString();
    base::NoProgress quiet;
    support::must(app::makeTrainingVault({m_vault, 600, 3}, password(), quiet));
    m_pictures = QDir(QString::fromLatin1(FF_BUILD_DIR) + u"/screenshots"_s);
    m_prompts.path = QString::fromLatin1(FF_TEST_DATA) + u"/intake/unseen/rent-arrears.csv"_s;
}

std::unique_ptr<MainWindow> ScreensTest::windowOf(const Look& look) {
    const QString settings = m_folder.filePath(u"settings.ini"_s);
    QFile::remove(settings);
    m_preferences = std::make_unique<ui::shell::Preferences>(settings);
    m_preferences->setScheme(look.scheme);
    m_preferences->setTextScale(look.textScale);
    for (const Role role : access::allRoles)
        m_preferences->setTourSeen(ui::models::text(access::roleCode(role)));
    ui::shell::prepareLook(*qApp, look.scheme, look.textScale);
    auto window = std::make_unique<MainWindow>(m_prompts, *m_preferences, std::chrono::minutes(15));
    window->resize(look.size);
    window->show();
    return window;
}

void ScreensTest::enterAs(MainWindow& window, Role role) const {
    window.lock({});
    window.enter(
        support::must(casework::Session::unlock(m_vault, access::roleCode(role), password())));
}

// The first of the list that is so.
qint64 ScreensTest::familyIn(const QString& state) {
    if (m_families.contains(state))
        return m_families.value(state);
    const auto session =
        support::must(casework::Session::unlock(m_vault, "supervisor", password()));
    casework::WorkQuery everyone;
    everyone.filter = casework::WorkFilter::flagged;
    for (const casework::WorkRow& row :
         support::must(casework::listFamilies(*session, everyone, 0, 500)))
        if (ui::models::text(records::stateCode(row.state)) == state)
            return m_families[state] = row.family.value;
    return 0;
}

void ScreensTest::press(MainWindow& window, const QString& name) {
    if (auto* agreement = window.currentScreen()->findChild<QComboBox*>(name)) {
        agreement->setCurrentIndex(agreement->findText(u"housing"_s, Qt::MatchStartsWith));
        return;
    }
    const bool maybe = name.startsWith(u'?');
    auto* button = window.currentScreen()->findChild<QPushButton*>(maybe ? name.mid(1) : name);
    if (maybe && button == nullptr)
        return;
    QVERIFY2(button != nullptr, qPrintable(name));
    if (!button->isVisible() || !button->isEnabled())
        return;  // a step of another view did it already
    button->click();
    support::settle(window);
}

// A lock would keep what is half written, and the next view would begin with it.
void ScreensTest::putFormsAway(MainWindow& window) {
    for (auto* button : window.currentScreen()->findChildren<QPushButton*>())
        if (button->isVisible() && button->objectName().contains(u"cancel"_s, Qt::CaseInsensitive))
            button->click();
    support::settle(window);
}

void ScreensTest::keep(MainWindow& window, const Look& look, const QString& name) const {
    const QString folder = m_pictures.filePath(QString::fromLatin1(look.name));
    QVERIFY(QDir().mkpath(folder));
    QVERIFY(window.grab().save(u"%1/%2.png"_s.arg(folder, name)));
}

void ScreensTest::everyScreenIsWhole_data() {
    QTest::addColumn<int>("look");
    for (int i = 0; i < static_cast<int>(std::size(looks)); ++i)
        QTest::newRow(looks[i].name) << i;
}

void ScreensTest::everyScreenIsWhole() {
    QFETCH(int, look);
    const Look& now = looks[look];
    QStringList cut;
    const auto window = windowOf(now);
    support::settle(*window);
    keep(*window, now, u"unlock"_s);
    for (const QString& each : support::clipped(*window))
        cut << u"unlock: "_s + each;
    for (const View& view : views()) {
        enterAs(*window, view.role);
        const QString screen = QString::fromLatin1(view.screen);
        const QString state = QString::fromLatin1(view.state);
        const qint64 family = state.isEmpty() ? 0 : familyIn(state);
        QVERIFY2(state.isEmpty() || family != 0, view.state);
        window->open(screen, family);
        QCOMPARE(window->place(), screen);
        support::settle(*window);
        for (const QString& each : view.presses)
            press(*window, each);
        // Scroll bars that come narrow the text, and its heights follow pass by pass.
        for (int pass = 0; pass < 4 && !support::clipped(*window).isEmpty(); ++pass)
            support::settle(*window);
        keep(*window, now, QString::fromLatin1(view.name));
        for (const QString& each : support::clipped(*window))
            cut << u"%1: %2"_s.arg(QString::fromLatin1(view.name), each);
        putFormsAway(*window);
    }
    QVERIFY2(cut.isEmpty(), qPrintable(u"cut off:\n"_s + cut.join(u'\n')));
}

void ScreensTest::theTourPointsAtWhatIsThere_data() {
    QTest::addColumn<Role>("role");
    for (const Role role : access::allRoles)
        QTest::newRow(std::string(access::roleCode(role)).c_str()) << role;
}

// As everyone sees it who signs in to a vault to learn on for the first time.
void ScreensTest::theTourPointsAtWhatIsThere() {
    QFETCH(Role, role);
    const Look& look = looks[0];
    const auto window = windowOf(look);
    QFile::remove(m_folder.filePath(u"first.ini"_s));
    ui::shell::Preferences fresh(m_folder.filePath(u"first.ini"_s));
    MainWindow first(m_prompts, fresh, std::chrono::minutes(15));
    first.resize(look.size);
    first.show();
    enterAs(first, role);
    const auto steps = ui::models::tourSteps(role);
    QVERIFY(steps.size() >= 4);
    auto* tour = first.findChild<QWidget*>(u"tour"_s);
    QVERIFY(tour != nullptr);
    for (std::size_t step = 0; step < steps.size(); ++step) {
        support::settle(first);
        const auto* outline = first.findChild<QWidget*>(u"tourOutline"_s);
        QVERIFY2(outline->isVisible() == !steps[step].pointsAt.isEmpty(),
                 qPrintable(steps[step].title));
        QCOMPARE(support::clipped(*tour), QStringList());
        keep(first,
             look,
             u"tour-%1-%2"_s.arg(ui::models::text(access::roleCode(role))).arg(step + 1));
        QTest::keyClick(first.findChild<QPushButton*>(u"tourNext"_s), Qt::Key_Space);
    }
    support::settle(first);
    QVERIFY(first.findChild<QWidget*>(u"tour"_s) == nullptr);
    first.lock({});
    enterAs(first, role);
    QVERIFY(first.findChild<QWidget*>(u"tour"_s) == nullptr);  // once is enough
}

QTEST_MAIN(ScreensTest)
#include "screens_test.moc"
