// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/picture.h"

#include "base/file.h"
#include "ui/shell/dialog_prompts.h"
#include "ui/shell/look.h"
#include "ui/shell/main_window.h"

#include <QApplication>
#include <QBuffer>
#include <QPixmap>
#include <QPushButton>
#include <QTemporaryDir>

namespace ui::shell {

base::Result<void> writePicture(QApplication& application,
                                std::unique_ptr<casework::Session> session,
                                const Picture& picture) {
    prepareLook(application, picture.scheme, picture.textScale);
    const QTemporaryDir settings;
    Preferences preferences(settings.filePath(QStringLiteral("settings.ini")));
    preferences.setScheme(picture.scheme);
    preferences.setTextScale(picture.textScale);
    preferences.setTourSeen(models::text(session->user().name));
    DialogPrompts prompts;
    constexpr std::chrono::minutes lockAfter(15);
    MainWindow window(prompts, preferences, lockAfter);
    window.setAttribute(Qt::WA_DontShowOnScreen);
    window.resize(picture.size);
    window.show();
    window.enter(std::move(session));
    const QString screen = models::text(picture.screen);
    if (!screen.isEmpty() && screen != window.place())
        window.open(screen, picture.subject);
    if (!screen.isEmpty() && window.place() != screen)
        return base::fail(base::Code::notFound, picture.screen, "no such screen for this role");
    if (picture.evidence)
        if (auto* open = window.findChild<QPushButton*>(QStringLiteral("openEvidence")))
            open->click();
    // Layouts settle in two passes: heights follow widths.
    window.grab();
    QCoreApplication::sendPostedEvents();
    window.grab();
    QCoreApplication::sendPostedEvents();
    const QPixmap drawn = window.grab();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    if (!buffer.open(QIODevice::WriteOnly) || !drawn.save(&buffer, "PNG"))
        return base::fail(
            base::Code::unreadable, picture.file.string(), "the picture could not be made");
    // For its owner alone: it may show a family.
    return base::writeFileWhole(
        picture.file, {bytes.constData(), static_cast<std::size_t>(bytes.size())}, true);
}

}  // namespace ui::shell
