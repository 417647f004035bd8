// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/clipboard.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QMimeData>
#include <QPointer>
#include <QTimer>

namespace ui::widgets {

namespace {

// Ours is told by its mark, so that nothing personal has to be kept to compare with.
const QString ours = QStringLiteral("application/x-families-first-copy");

QTimer* restTimer() {
    static QPointer<QTimer> timer;
    if (timer.isNull()) {
        timer = new QTimer(QCoreApplication::instance());
        timer->setSingleShot(true);
        QObject::connect(timer, &QTimer::timeout, timer, [] { clearCopied(); });
        QObject::connect(QCoreApplication::instance(), &QCoreApplication::aboutToQuit, timer, [] {
            clearCopied();
        });
    }
    return timer;
}

}  // namespace

void copyForAWhile(const QString& text, std::chrono::milliseconds stay) {
    auto* copied = new QMimeData;
    copied->setText(text);
    copied->setData(ours, QByteArrayLiteral("1"));
    copied->setData(QStringLiteral("x-kde-passwordManagerHint"), QByteArrayLiteral("secret"));
    QGuiApplication::clipboard()->setMimeData(copied);
    restTimer()->start(stay);
}

void clearCopied() {
    QClipboard* clipboard = QGuiApplication::clipboard();
    const QMimeData* there = clipboard->mimeData();
    if (there != nullptr && there->hasFormat(ours))
        clipboard->clear();
}

}  // namespace ui::widgets
