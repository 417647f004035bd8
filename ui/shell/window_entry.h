// SPDX-License-Identifier: GPL-3.0-or-later
// The way into the window: what app/main.cpp calls when no sub-command was given.
#pragma once

#include <QtGlobal>

#include <filesystem>

QT_BEGIN_NAMESPACE
class QApplication;
QT_END_NAMESPACE

namespace ui::shell {

struct WindowOptions {
    std::filesystem::path vault;  // the vault to unlock; empty: the person chooses one
    int lockAfterMinutes = 15;    // idle time until everything is hidden; 0 never locks
};

// Sets the look, shows the window at its unlock page and runs the application's event loop. Returns
// the process's exit code. A vault that can't be opened is told in the window.
[[nodiscard]] int runWindow(QApplication& application, const WindowOptions& options);

}  // namespace ui::shell
