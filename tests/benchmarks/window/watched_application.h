// SPDX-License-Identifier: GPL-3.0-or-later
// An application that watches its own thread: how long each event kept it busy and when the window
// had been painted. What is timed ends with paint, not with a changed model.
#pragma once

#include <QApplication>

#include <functional>

namespace benchmarks {

// Seconds.
struct Seen {
    double painted = 0;  // from the act until the window had been painted with what it led to
    double busiest = 0;  // the longest that the thread did one thing meanwhile
};

class WatchedApplication : public QApplication {
public:
    WatchedApplication(int& argc, char** argv);

    bool notify(QObject* receiver, QEvent* event) override;

    // Acts, then lets events be until `ready` holds and the window has been painted since. Ends the
    // program when that never comes.
    Seen watch(const char* what,
               const std::function<void()>& act,
               const std::function<bool()>& ready);
    // Until nothing is left over from before.
    void settle();

private:
    std::function<bool()> m_ready;
    int m_depth = 0;
    double m_busiest = 0;
    bool m_isReady = false;
    bool m_painted = false;
};

}  // namespace benchmarks
