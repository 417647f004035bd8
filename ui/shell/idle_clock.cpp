// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/idle_clock.h"

#include <QCoreApplication>
#include <QEvent>

#include <algorithm>

namespace ui::shell {

IdleClock::IdleClock(std::chrono::milliseconds limit, QObject* parent)
    : QObject(parent), m_limit(limit) {
    const std::chrono::milliseconds second(1000);
    m_tick.setInterval(
        limit.count() > 0 ? std::clamp(limit / 4, std::chrono::milliseconds(10), second) : second);
    connect(&m_tick, &QTimer::timeout, this, [this] {
        if (limited() && left().count() <= 0) {
            stop();
            Q_EMIT expired();
        } else {
            Q_EMIT ticked();
        }
    });
}

void IdleClock::start() {
    m_since.restart();
    m_tick.start();
    QCoreApplication::instance()->installEventFilter(this);
    Q_EMIT ticked();
}

void IdleClock::stop() {
    m_tick.stop();
    QCoreApplication::instance()->removeEventFilter(this);
}

std::chrono::milliseconds IdleClock::left() const {
    return m_limit - std::chrono::milliseconds(m_since.isValid() ? m_since.elapsed() : 0);
}

bool IdleClock::eventFilter(QObject* watched, QEvent* event) {
    switch (event->type()) {
        case QEvent::KeyPress:
        case QEvent::MouseButtonPress:
        case QEvent::MouseMove:
        case QEvent::Wheel:
        case QEvent::TouchBegin:
            m_since.restart();
            break;
        default:
            break;
    }
    return QObject::eventFilter(watched, event);
}

}  // namespace ui::shell
