// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/focus_keeper.h"

#include "ui/shell/screen.h"

#include <QApplication>
#include <QPointer>
#include <QTimer>

namespace ui::shell {

FocusKeeper::FocusKeeper(const QWidget& header, std::function<Screen*()> screen, QObject* parent)
    : QObject(parent), m_header(header), m_screen(std::move(screen)) {
    // Looked at once all is done: focus wanders over several buttons while they are taken away.
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget* before, QWidget* now) {
        if (before != nullptr && now != nullptr && m_header.isAncestorOf(now))
            QTimer::singleShot(0, this, [this, was = QPointer<QWidget>(before)] { keep(was); });
    });
}

void FocusKeeper::keep(const QWidget* before) const {
    const QWidget* now = QApplication::focusWidget();
    const bool gone = before == nullptr || !before->isVisible() || !before->isEnabled();
    Screen* screen = m_screen();
    if (gone && screen != nullptr && now != nullptr && m_header.isAncestorOf(now))
        screen->takeFocus();
}

}  // namespace ui::shell
