// SPDX-License-Identifier: GPL-3.0-or-later
// A screen, a session bus and a home that nobody else has, for a program to run in: Xvfb,
// dbus-daemon, and whatever that starts for accessibility. All of it ends with the object, and with
// the process should that be killed.
#pragma once

#include <QProcess>
#include <QTemporaryDir>

#include <memory>

namespace accessibility {

class PrivateDesktop {
public:
    PrivateDesktop() = default;
    PrivateDesktop(const PrivateDesktop&) = delete;
    PrivateDesktop& operator=(const PrivateDesktop&) = delete;
    ~PrivateDesktop();

    // What is missing; nothing when all runs. Then this process is on the bus too.
    [[nodiscard]] QString start();
    // Ends the programs before the bus and the screen; what of all that still runs a while later.
    [[nodiscard]] QStringList stop();

    // Starts it with the desktop's environment; nullptr when it does not come up.
    [[nodiscard]] QProcess* run(const QString& program,
                                const QStringList& arguments,
                                bool quiet = false);

    // Gives the keyboard to the window that lies on top, as a window system does.
    void focusTopWindow() const;

    [[nodiscard]] QString file(const QString& name) const { return m_folder.filePath(name); }

private:
    // The first line that it prints; empty when it prints none.
    [[nodiscard]] QString firstLine(const QString& program, const QStringList& arguments);
    [[nodiscard]] QList<qint64> running() const;

    QTemporaryDir m_folder;
    QProcessEnvironment m_environment;
    std::vector<std::unique_ptr<QProcess>> m_processes;  // in the order they were started
};

}  // namespace accessibility
