// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/window_entry.h"

#include "ui/shell/dialog_prompts.h"
#include "ui/shell/look.h"
#include "ui/shell/main_window.h"
#include "ui/shell/preferences.h"

#include <QApplication>
#include <QFileInfo>
#include <QScreen>

namespace ui::shell {

int runWindow(QApplication& application, const WindowOptions& options) {
    Preferences preferences;
    const widgets::Scheme system = widgets::schemeOf(QApplication::palette());
    prepareLook(application, preferences.scheme(system), preferences.textScale());
    DialogPrompts prompts;
    MainWindow window(prompts, preferences, std::chrono::minutes(options.lockAfterMinutes));
    if (!options.vault.empty())
        window.offerVault(
            QFileInfo(QString::fromStdString(options.vault.string())).absoluteFilePath());
    if (!window.restoreGeometry(preferences.geometry())) {
        const QSize room = QGuiApplication::primaryScreen() != nullptr
                               ? QGuiApplication::primaryScreen()->availableSize()
                               : QSize(1280, 800);
        window.resize(room.boundedTo(QSize(1440, 900)));
    }
    window.show();
    return QApplication::exec();
}

}  // namespace ui::shell
