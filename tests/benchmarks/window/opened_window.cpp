// SPDX-License-Identifier: GPL-3.0-or-later
#include "opened_window.h"

#include <QAbstractButton>
#include <QAbstractItemModel>
#include <QtTest>

namespace benchmarks {

namespace {

constexpr int wide = 1920;
constexpr int high = 1080;

}  // namespace

OpenedWindow::OpenedWindow(WatchedApplication& application) : m_application(application) {
    m_preferences =
        std::make_unique<ui::shell::Preferences>(m_folder.filePath(QStringLiteral("settings.ini")));
    m_window = std::make_unique<ui::shell::MainWindow>(
        m_prompts, *m_preferences, std::chrono::minutes(60));
    m_window->resize(wide, high);
    m_window->show();
    m_window->activateWindow();
    m_application.settle();
}

Seen OpenedWindow::enter(std::unique_ptr<casework::Session> session) {
    return m_application.watch(
        "the first list",
        [&] { m_window->enter(std::move(session)); },
        [this] { return m_window->currentScreen() != nullptr; });
}

Seen OpenedWindow::open(const char* screen, qint64 subject) {
    return m_application.watch(
        screen,
        [&] { m_window->open(QLatin1String(screen), subject); },
        [this, screen] { return m_window->place() == QLatin1String(screen); });
}

Seen OpenedWindow::type(const char* name,
                        int key,
                        Qt::KeyboardModifiers modifiers,
                        const char* list) {
    QWidget& into = control(name);
    into.setFocus();
    bool read = false;
    const auto told = QObject::connect(
        table(list).model(), &QAbstractItemModel::modelReset, &into, [&read] { read = true; });
    const Seen seen = m_application.watch(
        name, [&] { QTest::keyClick(&into, Qt::Key(key), modifiers); }, [&read] { return read; });
    QObject::disconnect(told);
    return seen;
}

Seen OpenedWindow::press(QWidget& into, int key, Qt::KeyboardModifiers modifiers) {
    return m_application.watch(
        "a key", [&] { QTest::keyClick(&into, Qt::Key(key), modifiers); }, [] { return true; });
}

Seen OpenedWindow::click(const char* name) {
    auto* button = qobject_cast<QAbstractButton*>(&control(name));
    return m_application.watch(
        name, [button] { button->click(); }, [] { return true; });
}

QTableView& OpenedWindow::table(const char* name) const {
    return static_cast<QTableView&>(control(name));
}

QWidget& OpenedWindow::control(const char* name) const {
    auto* found = m_window->currentScreen()->findChild<QWidget*>(QLatin1String(name));
    if (found == nullptr) {
        std::fprintf(stderr, "benchmarks: no control %s\n", name);
        std::exit(EXIT_FAILURE);
    }
    return *found;
}

}  // namespace benchmarks
