// SPDX-License-Identifier: GPL-3.0-or-later
// The real window, shown, active and at rest.
#pragma once

#include "ui/shell/main_window.h"

#include <QtTest>

#include <chrono>
#include <memory>

namespace support {

// The referred outlive it.
[[nodiscard]] inline std::unique_ptr<ui::shell::MainWindow> shownWindow(
    ui::widgets::Prompts& prompts, ui::shell::Preferences& preferences, QSize size = {1280, 800}) {
    auto window =
        std::make_unique<ui::shell::MainWindow>(prompts, preferences, std::chrono::minutes(15));
    window->resize(size);
    window->show();
    window->activateWindow();
    if (!QTest::qWaitForWindowActive(window.get()))
        qFatal("the window does not become active");
    return window;
}

// Work off the window's thread ends, then layouts settle: heights follow widths, the heights of
// tables follow their columns, and each asks those around it anew.
inline void settle(ui::shell::MainWindow& window) {
    constexpr int passes = 8;
    QTRY_VERIFY_WITH_TIMEOUT(!window.busy(), 60'000);
    QCoreApplication::sendPostedEvents();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    for (int i = 0; i < passes; ++i) {
        window.grab({0, 0, 1, 1});
        QCoreApplication::sendPostedEvents();
    }
}

}  // namespace support
