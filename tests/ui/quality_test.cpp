// SPDX-License-Identifier: GPL-3.0-or-later
// A delivery's quality in the window, by keys: looked at, saved for the sender, and withdrawn.
#include "casework/quality.h"

#include "support/price_family.h"
#include "support/ready_prompts.h"
#include "support/shown_window.h"
#include "ui/shell/look.h"
#include "ui/shell/main_window.h"
#include "ui/widgets/banner.h"

#include <QApplication>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>
#include <QtTest>

using namespace Qt::StringLiterals;
using support::must;
using ui::shell::MainWindow;

class QualityTest : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void initTestCase() {
        ui::shell::prepareLook(*qApp, ui::widgets::Scheme::light, 1);
        m_team = std::make_unique<support::Team>();
        support::receiveFamilies(*m_team);
        must(m_team->tryImport("health-2026",
                               "needs again.csv",
                               support::needs() + ",MH,,,1990-03-32,F,14 Etnam Street,Leominster,"
                                                  "HR6 8AQ,2026-01-05\n"));
        m_preferences = std::make_unique<ui::shell::Preferences>(
            QString::fromStdString((m_team->folder() / "settings.ini").string()));
        m_window = support::shownWindow(m_prompts, *m_preferences);
    }

    void cleanupTestCase() {
        m_window.reset();
        m_team.reset();
    }

    void showsWhatStandsOutAndSavesItForTheSender() {
        openNewest("data-officer");
        auto* lines = find<QTableView>(u"qualityLines"_s);
        QVERIFY(lines->model()->rowCount() > 0);
        QCOMPARE(lines->model()->index(0, 0).data().toString(), u"Problem"_s);
        QVERIFY(find<QTableView>(u"qualityColumns"_s)->model()->rowCount() > 5);
        QCOMPARE(find<QTableView>(u"qualityTrend"_s)->model()->rowCount(), 2);
        for (auto* table : m_window->currentScreen()->findChildren<QTableView*>())
            QVERIFY(!table->accessibleName().isEmpty());
        for (const char* name : {"issues.xlsx", "issues.csv"}) {
            m_prompts.path = QString::fromStdString((m_team->folder() / name).string());
            press(u"saveQuality"_s);
            QVERIFY2(said().startsWith(u"Saved"_s), qPrintable(said()));
        }
        const std::string csv = must(base::readFile(m_team->folder() / "issues.csv"));
        QVERIFY(csv.starts_with("row,column,what is wrong,what to do\n"));
        QVERIFY(csv.find("Etnam") == std::string::npos);
    }

    void withdrawsADeliveryOnlyWithAReason() {
        openNewest("data-officer");
        press(u"withdrawDelivery"_s);
        auto* words = find<QPlainTextEdit>(u"words"_s);
        QTest::keyClicks(words, u"Sent in error"_s);
        press(u"confirm"_s);
        QVERIFY2(said().startsWith(u"Withdrawn"_s), qPrintable(said()));
        QVERIFY(!find<QPushButton>(u"withdrawDelivery"_s)->isEnabled());
        const auto newest = must(casework::listDeliveries(m_team->dataOfficer())).front();
        const auto report = must(casework::qualityReport(m_team->dataOfficer(), newest.id));
        QCOMPARE(report.withdrawnFor, std::string("Sent in error"));
    }

    void whoOnlyReadsDeliveriesWithdrawsNone() {
        openNewest("auditor");
        QVERIFY(find<QPushButton>(u"withdrawDelivery"_s) == nullptr);
        press(u"backToDeliveries"_s);
        QCOMPARE(m_window->place(), u"deliveries"_s);
    }

private:
    void openNewest(const std::string& user) {
        m_window->lock({});
        m_window->enter(must(
            casework::Session::unlock(m_team->path(), user, support::TemporaryVault::password())));
        m_window->open(u"deliveries"_s, 0);
        press(u"openQuality"_s);
        QCOMPARE(m_window->place(), u"quality"_s);
    }

    void press(const QString& name) const {
        auto* button = find<QPushButton>(name);
        QVERIFY2(button != nullptr && button->isEnabled(), qPrintable(name));
        QTest::keyClick(button, Qt::Key_Space);
    }

    template <class T>
    [[nodiscard]] T* find(const QString& name) const {
        return m_window->currentScreen()->findChild<T*>(name);
    }

    [[nodiscard]] QString said() const {
        auto* banner = m_window->currentScreen()->findChild<ui::widgets::Banner*>();
        return banner->isVisible() ? banner->text() : QString();
    }

    support::ReadyPrompts m_prompts;
    std::unique_ptr<support::Team> m_team;
    std::unique_ptr<ui::shell::Preferences> m_preferences;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(QualityTest)
#include "quality_test.moc"
