// SPDX-License-Identifier: GPL-3.0-or-later
// Where everything is wired: a sub-command runs without a display, anything else opens the window.
#include "app/command.h"

#ifdef FF_WITH_WINDOW
#include "ui/shell/window_entry.h"

#include <QApplication>
#endif

#include <filesystem>
#include <iostream>
#include <sys/resource.h>
#include <unistd.h>

namespace {

#ifdef FF_WITH_WINDOW
// Qt would end the program with a core dump where there is nothing to draw on.
bool hasDisplay() {
    return qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY") ||
           qEnvironmentVariableIsSet("QT_QPA_PLATFORM");
}
#endif

int openWindow(int argc, char** argv) {
#ifdef FF_WITH_WINDOW
    if (!hasDisplay()) {
        std::cerr << "families-first: there is no display for the window; the sub-commands need "
                     "none: families-first --help\n";
        return static_cast<int>(app::Exit::failed);
    }
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("families-first"));
    QApplication::setOrganizationName(QStringLiteral("families-first"));
    QApplication::setApplicationDisplayName(QStringLiteral("Families First"));
    ui::shell::WindowOptions options;
    if (argc > 1)
        options.vault = argv[1];
    return ui::shell::runWindow(application, options);
#else
    static_cast<void>(argc);
    static_cast<void>(argv);
    std::cerr << "families-first: this build has no window; see families-first --help\n";
    return static_cast<int>(app::Exit::usage);
#endif
}

// What is in memory is people's records: a crash must not write them to a disk in clear.
void leaveNoCoreDump() {
    const rlimit none{0, 0};
    ::setrlimit(RLIMIT_CORE, &none);
}

}  // namespace

int main(int argc, char** argv) {
    leaveNoCoreDump();
    std::ios::sync_with_stdio(false);
    if (!app::isCommandLine(argc, argv)) {
        if (argc > 1 && !std::filesystem::is_directory(argv[1])) {
            std::cerr << "families-first: '" << argv[1]
                      << "' is neither a sub-command nor a vault; see families-first --help\n";
            return static_cast<int>(app::Exit::usage);
        }
        return openWindow(argc, argv);
    }
    app::stopOnInterrupt();
    app::Console console(std::cout, std::cerr, isatty(STDERR_FILENO) == 1);
    return static_cast<int>(app::runCommandLine(argc, argv, console));
}
