// SPDX-License-Identifier: GPL-3.0-or-later
#include "private_desktop.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QThread>

#include <csignal>
#include <cstdlib>
#include <sys/prctl.h>
#include <xcb/xcb.h>

using namespace Qt::StringLiterals;

namespace accessibility {

namespace {

constexpr int startTime = 30000;  // milliseconds
constexpr int endTime = 10000;

struct Freed {
    void operator()(void* reply) const { std::free(reply); }
};

template <class Reply>
class Answer : public std::unique_ptr<Reply, Freed> {
public:
    explicit Answer(Reply* reply) : std::unique_ptr<Reply, Freed>(reply) {}
};

}  // namespace

PrivateDesktop::~PrivateDesktop() {
    static_cast<void>(stop());
}

QString PrivateDesktop::start() {
    for (const QString& name : {u"home"_s, u"runtime"_s}) {
        if (!QDir().mkpath(file(name)) ||
            !QFile::setPermissions(file(name),
                                   QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner))
            return u"a private folder could not be made"_s;
    }
    m_environment = QProcessEnvironment::systemEnvironment();
    for (const QString& name : {u"WAYLAND_DISPLAY"_s,
                                u"AT_SPI_BUS_ADDRESS"_s,
                                u"SESSION_MANAGER"_s,
                                u"QT_ACCESSIBILITY"_s,
                                u"QT_SCALE_FACTOR"_s})
        m_environment.remove(name);
    m_environment.insert(u"HOME"_s, file(u"home"_s));
    m_environment.insert(u"XDG_CONFIG_HOME"_s, file(u"home"_s));
    m_environment.insert(u"XDG_DATA_HOME"_s, file(u"home"_s));
    m_environment.insert(u"XDG_CACHE_HOME"_s, file(u"home"_s));
    m_environment.insert(u"XDG_RUNTIME_DIR"_s, file(u"runtime"_s));
    m_environment.insert(u"QT_QPA_PLATFORM"_s, u"xcb"_s);
    m_environment.insert(u"QT_LINUX_ACCESSIBILITY_ALWAYS_ON"_s, u"1"_s);
    const QString display = firstLine(u"Xvfb"_s,
                                      {u"-displayfd"_s,
                                       u"1"_s,
                                       u"-screen"_s,
                                       u"0"_s,
                                       u"1440x1000x24"_s,
                                       u"-nolisten"_s,
                                       u"tcp"_s});
    if (display.isEmpty())
        return u"Xvfb does not run"_s;
    m_environment.insert(u"DISPLAY"_s, u":"_s + display);
    const QString bus = firstLine(u"dbus-daemon"_s,
                                  {u"--session"_s,
                                   u"--nofork"_s,
                                   u"--nopidfile"_s,
                                   u"--print-address=1"_s,
                                   u"--address=unix:path="_s + file(u"runtime/bus"_s)});
    if (bus.isEmpty())
        return u"dbus-daemon does not run"_s;
    m_environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, bus);
    for (const char* name : {"DISPLAY", "WAYLAND_DISPLAY", "AT_SPI_BUS_ADDRESS"})
        qunsetenv(name);
    qputenv("DBUS_SESSION_BUS_ADDRESS", bus.toLatin1());
    qputenv("XDG_RUNTIME_DIR", file(u"runtime"_s).toLocal8Bit());
    return {};
}

QProcess* PrivateDesktop::run(const QString& program, const QStringList& arguments, bool quiet) {
    auto process = std::make_unique<QProcess>();
    process->setProcessEnvironment(m_environment);
    if (quiet)
        process->setStandardErrorFile(QProcess::nullDevice());
    else
        process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process->setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
    process->start(program, arguments);
    if (!process->waitForStarted(startTime))
        return nullptr;
    m_processes.push_back(std::move(process));
    return m_processes.back().get();
}

QString PrivateDesktop::firstLine(const QString& program, const QStringList& arguments) {
    QProcess* process = run(program, arguments, true);
    const QDeadlineTimer until(startTime);
    while (process != nullptr && !process->canReadLine() && !until.hasExpired())
        if (!process->waitForReadyRead(static_cast<int>(until.remainingTime())))
            return {};
    return process == nullptr ? QString() : QString::fromUtf8(process->readLine()).trimmed();
}

// Menus lie on top without wanting the keyboard: they take it themselves.
void PrivateDesktop::focusTopWindow() const {
    const QByteArray display = m_environment.value(u"DISPLAY"_s).toLatin1();
    xcb_connection_t* server = xcb_connect(display.constData(), nullptr);
    if (xcb_connection_has_error(server) == 0) {
        const xcb_window_t root = xcb_setup_roots_iterator(xcb_get_setup(server)).data->root;
        const Answer tree(xcb_query_tree_reply(server, xcb_query_tree(server, root), nullptr));
        const int count = tree ? xcb_query_tree_children_length(tree.get()) : 0;
        for (int i = count - 1; i >= 0; --i) {
            const xcb_window_t window = xcb_query_tree_children(tree.get())[i];
            const Answer look(xcb_get_window_attributes_reply(
                server, xcb_get_window_attributes(server, window), nullptr));
            if (!look || look->map_state != XCB_MAP_STATE_VIEWABLE || look->override_redirect != 0)
                continue;
            xcb_set_input_focus(server, XCB_INPUT_FOCUS_PARENT, window, XCB_CURRENT_TIME);
            xcb_flush(server);
            break;
        }
    }
    xcb_disconnect(server);
}

QStringList PrivateDesktop::stop() {
    if (m_processes.empty())
        return {};
    while (!m_processes.empty()) {
        QProcess& last = *m_processes.back();
        last.terminate();
        if (!last.waitForFinished(endTime))
            last.kill();
        m_processes.pop_back();
    }
    // What the bus started notices that it is gone.
    const QDeadlineTimer until(endTime);
    while (!running().isEmpty() && !until.hasExpired())
        QThread::msleep(50);
    QStringList left;
    for (const qint64 process : running()) {
        QFile name(u"/proc/%1/comm"_s.arg(process));
        if (name.open(QIODevice::ReadOnly))
            left << QString::fromUtf8(name.readAll()).trimmed();
        ::kill(static_cast<pid_t>(process), SIGKILL);
    }
    return left;
}

// Ours are those whose environment names our folder.
QList<qint64> PrivateDesktop::running() const {
    const QByteArray mark = "XDG_RUNTIME_DIR=" + file(u"runtime"_s).toLocal8Bit();
    QList<qint64> all;
    for (const QString& entry : QDir(u"/proc"_s).entryList(QDir::Dirs)) {
        bool isNumber = false;
        const qint64 process = entry.toLongLong(&isNumber);
        QFile environment(u"/proc/%1/environ"_s.arg(entry));
        if (isNumber && environment.open(QIODevice::ReadOnly) &&
            environment.readAll().split('\0').contains(mark))
            all << process;
    }
    return all;
}

}  // namespace accessibility
