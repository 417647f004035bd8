// SPDX-License-Identifier: GPL-3.0-or-later
// The window: header, navigation, the screen in sight, running work. Holds the session; locking
// destroys every screen and the session, and keeps only what was half written, for the same person.
#pragma once

#include "casework/session.h"
#include "ui/shell/draft_keeper.h"
#include "ui/shell/preferences.h"
#include "ui/shell/screen.h"
#include "ui/shell/unlock_page.h"
#include "ui/tasks/task_runner.h"

#include <QMainWindow>
#include <QMap>

#include <chrono>
#include <memory>
#include <vector>

QT_BEGIN_NAMESPACE
class QHBoxLayout;
class QStackedWidget;
QT_END_NAMESPACE

namespace ui::tasks {
class ProgressStrip;
}

namespace ui::shell {

class HeaderBar;
class IdleClock;
class Navigation;
class Tour;

class MainWindow : public QMainWindow, public Places {
    Q_OBJECT

public:
    // Prompts and preferences must outlive the window.
    MainWindow(widgets::Prompts& prompts,
               Preferences& preferences,
               std::chrono::milliseconds lockAfter,
               QWidget* parent = nullptr);
    ~MainWindow() override;
    MainWindow(const MainWindow&) = delete;
    MainWindow& operator=(const MainWindow&) = delete;

    void offerVault(const QString& path);
    void enter(std::unique_ptr<casework::Session> session);
    void lock(const QString& why);

    [[nodiscard]] bool locked() const { return m_session == nullptr; }

    // Whether work off this thread is going on.
    [[nodiscard]] bool busy() const { return m_tasks.busy(); }

    // Places
    void open(const QString& screen, qint64 subject) override;
    void back() override;
    void changed() override;

    [[nodiscard]] QString place() const { return m_here.screen; }

    [[nodiscard]] Screen* currentScreen() const;

protected:
    void closeEvent(QCloseEvent* event) override;
    bool focusNextPrevChild(bool next) override;

private:
    struct Place {
        QString screen;
        qint64 subject = 0;
    };

    // What is kept of a person's work while locked.
    struct Kept {
        std::vector<Place> way;
        Place here;
        Drafts drafts;
    };

    void build();
    void addShortcuts();
    void unlock(const UnlockRequest& request);
    void buildWorkplace();
    [[nodiscard]] Drafts halfWritten() const;
    void putBack(const Place& place);  // what was half written there
    void keepWork();                   // drafts and the place, for this person's return
    void deleteWorkplace();            // the screens, not the session
    void leaveWorkplace();             // both
    [[nodiscard]] QString whose() const;
    void showPlace(const Place& place);
    void offerTour();
    void startTour();
    void endTour();
    void setScheme();
    void setTextScale(double scale);
    void rebuild();

    widgets::Prompts& m_prompts;
    Preferences& m_preferences;
    tasks::TaskRunner m_tasks;
    std::unique_ptr<casework::Session> m_session;
    QMap<QString, Kept> m_kept;  // by vault and user
    std::vector<Place> m_way;    // where back() leads
    Place m_here;
    QMap<QString, Screen*> m_screens;
    QMap<QString, qint64> m_subjects;  // what each screen was last entered with
    Drafts m_drafts;                   // waiting for their screen to be entered again
    QString m_offered;
    IdleClock* m_idle;
    DraftKeeper* m_keeper;
    HeaderBar* m_header = nullptr;
    QStackedWidget* m_pages = nullptr;
    UnlockPage* m_unlock = nullptr;
    QWidget* m_workplace = nullptr;
    Navigation* m_navigation = nullptr;
    QStackedWidget* m_stack = nullptr;
    tasks::ProgressStrip* m_strip = nullptr;
    Tour* m_tour = nullptr;
};

}  // namespace ui::shell
