// SPDX-License-Identifier: GPL-3.0-or-later
// The window, timed on a vault of a county. See ../run for how to call it.
#include "base/crypto.h"
#include "family_page.h"
#include "figures.h"
#include "lists.h"
#include "ui/shell/look.h"

#include <charconv>
#include <cstdio>
#include <cstring>
#include <fstream>

namespace {

using namespace benchmarks;

struct Wish {
    std::size_t runs = 5;
    std::size_t people = 200'000;
    std::size_t listed = 500'000;  // people of the vault whose families make the long list
    std::filesystem::path keep;
};

bool readWish(int argc, char** argv, Wish& wish) {
    const std::pair<const char*, std::size_t*> numbers[] = {
        {"--runs", &wish.runs}, {"--people", &wish.people}, {"--list-people", &wish.listed}};
    for (int i = 1; i < argc; i += 2) {
        if (i + 1 >= argc)
            return false;
        bool read = std::strcmp(argv[i], "--keep") == 0;
        if (read)
            wish.keep = argv[i + 1];
        for (const auto& [name, value] : numbers)
            if (std::strcmp(argv[i], name) == 0) {
                const char* end = argv[i + 1] + std::strlen(argv[i + 1]);
                const auto [stop, error] = std::from_chars(argv[i + 1], end, *value);
                read = error == std::errc() && stop == end && *value > 0;
            }
        if (!read)
            return false;
    }
    return true;
}

// Making a vault takes more memory than looking at one: from here on is counted.
void forgetMemoryPeak() {
    std::ofstream("/proc/self/clear_refs") << '5';
}

std::string memoryPeak() {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
        if (line.starts_with("VmHWM:"))
            return line.substr(line.find_first_not_of(" \t", 6));
    return "unknown";
}

void timeAll(WatchedApplication& application,
             const std::filesystem::path& folder,
             const Wish& wish) {
    StageSizes sizes;
    sizes.people = wish.people;
    const Stage county(folder, sizes);
    forgetMemoryPeak();
    std::printf("a vault of %zu people\n", wish.people);
    printFigureHeading();
    timeUnlock(application, county, wish.runs);
    timeFamilyPage(application, county, wish.runs);
    timeAuditLog(application, county);
    timeRowIssues(application, county);
    sizes.people = wish.listed;
    std::printf("memory at most: %s\n", memoryPeak().c_str());
    const Stage larger(folder, sizes);
    forgetMemoryPeak();
    std::printf("\na vault of %zu people\n", wish.listed);
    printFigureHeading();
    timeUnlock(application, larger, wish.runs);
    timeWorkList(application, larger, wish.runs);
    std::printf("memory at most: %s\n", memoryPeak().c_str());
}

// Off screen, Qt tells of every window that it can't be sized by hints.
void keepQuiet(QtMsgType type, const QMessageLogContext& /*context*/, const QString& words) {
    if (type != QtDebugMsg && !words.contains(QLatin1String("propagateSizeHints")))
        std::fprintf(stderr, "%s\n", qPrintable(words));
}

}  // namespace

int main(int argc, char** argv) {
    Wish wish;
    qputenv("QT_QPA_UPDATE_IDLE_TIME", "0");  // frames come at once: work is timed, not waiting
    qInstallMessageHandler(keepQuiet);
    WatchedApplication application(argc, argv);
    if (!readWish(argc, argv, wish)) {
        std::fprintf(stderr,
                     "usage: window_benchmark [--runs N] [--people N] [--list-people N] "
                     "[--keep FOLDER]\n");
        return 2;
    }
    ui::shell::prepareLook(application, ui::widgets::Scheme::light, 1);
    if (!wish.keep.empty()) {
        timeAll(application, wish.keep, wish);
        return 0;
    }
    const auto folder =
        std::filesystem::temp_directory_path() /
        ("families-first-" + base::hex(base::sha256(base::randomBytes(8))).substr(0, 16));
    timeAll(application, folder, wish);
    std::error_code ignored;
    std::filesystem::remove_all(folder, ignored);
    return 0;
}
