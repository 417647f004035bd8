// SPDX-License-Identifier: GPL-3.0-or-later
// A picture of the window as one person sees it, drawn without a display: for the README and for
// looking at every screen.
#pragma once

#include "casework/session.h"
#include "ui/widgets/theme.h"

#include <QSize>

#include <filesystem>
#include <memory>
#include <string>

QT_BEGIN_NAMESPACE
class QApplication;
QT_END_NAMESPACE

namespace ui::shell {

struct Picture {
    std::filesystem::path file;  // a PNG
    std::string screen;          // an id of the screen list; "" the first the role has
    std::int64_t subject = 0;    // the family's number, for "family"
    bool evidence = false;       // with the evidence of the chosen criterion opened
    QSize size{1280, 800};
    widgets::Scheme scheme = widgets::Scheme::light;
    double textScale = 1;
};

// Takes the session. Fails with notFound for a screen this role doesn't have, unreadable when the
// file can't be written.
[[nodiscard]] base::Result<void> writePicture(QApplication& application,
                                              std::unique_ptr<casework::Session> session,
                                              const Picture& picture);

}  // namespace ui::shell
