// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists.h"

#include "base/text.h"
#include "casework/work_list.h"
#include "county.h"
#include "figures.h"
#include "records/family.h"

#include <QAbstractButton>

#include <fstream>

namespace benchmarks {

namespace {

using Runs = std::vector<Seen>;

std::string withRows(const std::string& name, const QTableView& table) {
    return name + ", " + base::grouped(static_cast<std::size_t>(table.model()->rowCount())) +
           " rows";
}

// Counting all families through the casework, on a connection of its own.
Beside counting(const Stage& stage) {
    const auto session = stage.as("supervisor");
    casework::WorkQuery query;
    query.filter = casework::WorkFilter::all;
    std::vector<double> seconds;
    for (int run = 0; run < 3; ++run)
        seconds.push_back(secondsOf([&] { required(casework::countFamilies(*session, query)); }));
    return {"counting all families", median(seconds)};
}

// The references of all families as lines.
std::filesystem::path referencesOf(const Stage& stage) {
    const auto session = stage.as("supervisor");
    casework::WorkQuery query;
    query.filter = casework::WorkFilter::all;
    const auto file = stage.vault().parent_path() / "references.txt";
    std::ofstream out(file, std::ios::binary);
    for (const casework::WorkRow& row :
         required(casework::listFamilies(*session, query, 0, SIZE_MAX)))
        out << records::familyReference(row.family) << '\n';
    return file;
}

Beside repaint(WatchedApplication& application) {
    QWidget empty;
    empty.resize(1920, 1080);
    empty.show();
    std::vector<double> seconds;
    for (int run = 0; run < 20; ++run)
        seconds.push_back(
            application
                .watch(
                    "an empty window", [&empty] { empty.update(); }, [] { return true; })
                .painted);
    return {"an empty window", median(seconds)};
}

Runs pages(OpenedWindow& opened, QTableView& table, int key, int times) {
    Runs runs;
    for (int i = 0; i < times; ++i)
        runs.push_back(opened.press(table, key));
    return runs;
}

// Page by page from the top, to the end and from there back; to the top and to the end again.
void timeScrolling(WatchedApplication& application, OpenedWindow& opened, QTableView& table) {
    constexpr int times = 60;
    const Beside beside = repaint(application);
    table.setFocus();
    table.selectRow(0);
    printFigure(
        withRows("  a page down", table), pages(opened, table, Qt::Key_PageDown, times), beside);
    Runs jumps;
    for (int i = 0; i < 5; ++i) {
        jumps.push_back(opened.press(table, Qt::Key_End, Qt::ControlModifier));
        if (i < 4)
            static_cast<void>(opened.press(table, Qt::Key_Home, Qt::ControlModifier));
    }
    printFigure("  to the end", jumps, beside);
    printFigure("  a page up from the end", pages(opened, table, Qt::Key_PageUp, times), beside);
}

}  // namespace

void timeUnlock(WatchedApplication& application, const Stage& stage, std::size_t runs) {
    const auto open = [&](const char* user, std::vector<double>& unlocking) {
        OpenedWindow opened(application);
        std::unique_ptr<casework::Session> session;
        unlocking.push_back(secondsOf([&] { session = stage.as(user); }));
        return opened.enter(std::move(session));
    };
    for (const char* user : {"usual", "supervisor", "data-officer", "auditor"}) {
        Runs first;
        Runs together;
        std::vector<double> unlocking;
        for (std::size_t run = 0; run < runs; ++run) {
            first.push_back(open(user, unlocking));
            together.push_back({first.back().painted + unlocking.back(), first.back().busiest});
        }
        const std::string who = std::string(user) == "usual" ? "caseworker" : user;
        printFigure("unlocked to first list, " + who, first, counting(stage));
        if (who == "caseworker")
            printFigure("  and with a password of the usual cost",
                        together,
                        {"unlocking alone", median(unlocking)});
    }
}

void timeWorkList(WatchedApplication& application, const Stage& stage, std::size_t runs) {
    const auto references = referencesOf(stage);
    OpenedWindow opened(application);
    static_cast<void>(opened.enter(stage.as("caseworker")));
    const Beside count = counting(stage);
    for (const char* chip : {"waiting", "mine", "flagged", "all"}) {
        const std::string name = std::string("chip-") + chip;
        Runs seen;
        for (std::size_t run = 0; run < runs; ++run) {
            static_cast<void>(opened.type("chip-review", Qt::Key_Space, {}, "families"));
            seen.push_back(opened.type(name.c_str(), Qt::Key_Space, {}, "families"));
        }
        printFigure(withRows("filter " + name.substr(5), opened.table("families")), seen, count);
    }

    struct Press {
        int key;
        const char* search;
    };

    const std::vector<Press> presses{{Qt::Key_1, "1"},
                                     {Qt::Key_2, "12"},
                                     {Qt::Key_3, "123"},
                                     {Qt::Key_4, "1234"},
                                     {Qt::Key_X, "1234x"},
                                     {Qt::Key_Escape, ""}};
    std::vector<Runs> seen(presses.size());
    std::vector<std::string> names(presses.size());
    for (std::size_t run = 0; run < runs; ++run)
        for (std::size_t i = 0; i < presses.size(); ++i) {
            seen[i].push_back(opened.type("search", presses[i].key, {}, "families"));
            names[i] = withRows(std::string("key to \"") + presses[i].search + "\"",
                                opened.table("families"));
        }
    for (std::size_t i = 0; i < presses.size(); ++i)
        printFigure(names[i],
                    seen[i],
                    {"sed -n in the references",
                     commandSeconds(std::string("sed -n /") +
                                        (*presses[i].search == 0 ? "FF" : presses[i].search) + "/p",
                                    {references})});
    timeScrolling(application, opened, opened.table("families"));
}

void timeAuditLog(WatchedApplication& application, const Stage& stage) {
    OpenedWindow opened(application);
    static_cast<void>(opened.enter(stage.as("auditor")));
    const Runs first{opened.open("audit", 0)};
    printFigure(withRows("audit log", opened.table("audit")), first, repaint(application));
    timeScrolling(application, opened, opened.table("audit"));
}

void timeRowIssues(WatchedApplication& application, const Stage& stage) {
    OpenedWindow opened(application);
    static_cast<void>(opened.enter(stage.as("data-officer")));
    const Runs first{opened.open("deliveries", 0)};
    printFigure(withRows("row issues", opened.table("issues")), first, repaint(application));
    timeScrolling(application, opened, opened.table("issues"));
}

}  // namespace benchmarks
