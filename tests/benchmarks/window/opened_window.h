// SPDX-License-Identifier: GPL-3.0-or-later
// The real main window on a stage's vault, reached as a test reaches it: by key presses and by the
// names of its controls.
#pragma once

#include "stage.h"
#include "support/ready_prompts.h"
#include "ui/shell/main_window.h"
#include "watched_application.h"

#include <QTableView>
#include <QTemporaryDir>

namespace benchmarks {

class OpenedWindow {
public:
    explicit OpenedWindow(WatchedApplication& application);

    // Until the screen that comes first shows its rows.
    Seen enter(std::unique_ptr<casework::Session> session);
    Seen open(const char* screen, qint64 subject);
    // A key into the control of this name, until its list was read again.
    Seen type(const char* control, int key, Qt::KeyboardModifiers modifiers, const char* list);
    // A key into a table or drawing, until it was painted.
    Seen press(QWidget& into, int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    // A button by its name, until painted.
    Seen click(const char* button);

    [[nodiscard]] QTableView& table(const char* name) const;
    [[nodiscard]] QWidget& control(const char* name) const;

    [[nodiscard]] ui::shell::MainWindow& window() { return *m_window; }

private:
    WatchedApplication& m_application;
    QTemporaryDir m_folder;
    support::ReadyPrompts m_prompts;
    std::unique_ptr<ui::shell::Preferences> m_preferences;
    std::unique_ptr<ui::shell::MainWindow> m_window;
};

}  // namespace benchmarks
