// SPDX-License-Identifier: GPL-3.0-or-later
#include "watched_application.h"

#include "yardstick.h"

#include <QElapsedTimer>
#include <QEvent>
#include <QEventLoop>
#include <QThread>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace benchmarks {

namespace {

constexpr qint64 patience = 120'000;  // milliseconds
constexpr int quiet = 100;

}  // namespace

// A frame is painted at once, not when the screen's next one is due: the work is timed, not the
// waiting.
WatchedApplication::WatchedApplication(int& argc, char** argv) : QApplication(argc, argv) {}

bool WatchedApplication::notify(QObject* receiver, QEvent* event) {
    const QEvent::Type type = event->type();
    if (m_depth > 0)
        return QApplication::notify(receiver, event);
    bool taken = false;
    ++m_depth;
    const double seconds = secondsOf([&] { taken = QApplication::notify(receiver, event); });
    --m_depth;
    m_busiest = std::max(m_busiest, seconds);
    if (!m_isReady && m_ready)
        m_isReady = m_ready();
    if (m_isReady && (type == QEvent::UpdateRequest || type == QEvent::Expose))
        m_painted = true;
    return taken;
}

Seen WatchedApplication::watch(const char* what,
                               const std::function<void()>& act,
                               const std::function<bool()>& ready) {
    settle();
    QElapsedTimer waited;
    waited.start();
    m_busiest = 0;
    m_isReady = false;
    m_painted = false;
    m_ready = ready;
    const double seconds = secondsOf([&] {
        m_busiest = std::max(m_busiest, secondsOf(act));
        while (!m_painted) {
            if (waited.hasExpired(patience)) {
                std::fprintf(stderr, "benchmarks: never painted: %s\n", what);
                std::exit(EXIT_FAILURE);
            }
            processEvents(QEventLoop::AllEvents);
        }
    });
    m_ready = nullptr;
    return {seconds, m_busiest};
}

void WatchedApplication::settle() {
    QElapsedTimer clock;
    clock.start();
    while (!clock.hasExpired(quiet)) {
        processEvents(QEventLoop::AllEvents);
        QThread::msleep(2);
    }
}

}  // namespace benchmarks
