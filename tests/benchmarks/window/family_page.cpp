// SPDX-License-Identifier: GPL-3.0-or-later
#include "family_page.h"

#include "casework/family_view.h"
#include "casework/work_list.h"
#include "county.h"
#include "figures.h"
#include "ui/widgets/lanes.h"

#include <QLabel>
#include <QPainter>

namespace benchmarks {

namespace {

using Runs = std::vector<Seen>;

// A label of as many lines as the family has records, painted once.
Beside label() {
    QStringList lines;
    for (int i = 0; i < 500; ++i)
        lines << QStringLiteral("%1 anti-social behaviour: incident").arg(i);
    QLabel words(lines.join(QLatin1Char('\n')));
    words.adjustSize();
    QImage image(1920, 1080, QImage::Format_ARGB32_Premultiplied);
    std::vector<double> seconds;
    for (int run = 0; run < 5; ++run)
        seconds.push_back(secondsOf([&] {
            QPainter painter(&image);
            words.render(&painter);
        }));
    return {"a label of 500 lines", median(seconds)};
}

// Through the casework alone.
Beside reading(const Stage& stage, records::FamilyId family) {
    const auto session = stage.as("supervisor");
    std::vector<double> seconds;
    for (int run = 0; run < 5; ++run)
        seconds.push_back(
            secondsOf([&] { required(casework::openFamily(*session, family, "benchmark")); }));
    return {"reading it without a window", median(seconds)};
}

Beside readingRows(const Stage& stage, records::FamilyId family) {
    const auto session = stage.as("supervisor");
    std::vector<double> seconds;
    for (int run = 0; run < 5; ++run)
        seconds.push_back(
            secondsOf([&] { required(casework::chronology(*session, family, "benchmark")); }));
    return {"reading it without a window", median(seconds)};
}

void timeFrames(OpenedWindow& opened) {
    auto& lanes = *opened.window().currentScreen()->findChild<ui::widgets::Lanes*>();
    lanes.setFocus();
    const Beside beside = label();
    const auto frames = [&](const char* name, const std::vector<int>& keys) {
        Runs runs;
        for (int round = 0; round < 10; ++round)
            for (const int key : keys)
                runs.push_back(opened.press(lanes, key));
        printFigure(name, runs, beside);
    };
    frames("chronology: frame, zooming in and out",
           {Qt::Key_Plus, Qt::Key_Plus, Qt::Key_Plus, Qt::Key_Minus, Qt::Key_Minus, Qt::Key_Minus});
    static_cast<void>(opened.press(lanes, Qt::Key_Plus));
    static_cast<void>(opened.press(lanes, Qt::Key_Plus));
    frames("chronology: frame, moving through time",
           {Qt::Key_Left, Qt::Key_Left, Qt::Key_Right, Qt::Key_Right});
    frames("chronology: choosing the next record", {Qt::Key_Down, Qt::Key_Down, Qt::Key_Up});
    static_cast<void>(opened.press(lanes, Qt::Key_Home));
    Runs whole;
    QImage image(1920, 1080, QImage::Format_ARGB32_Premultiplied);
    for (int run = 0; run < 20; ++run) {
        const double seconds = secondsOf([&] {
            QPainter painter(&image);
            lanes.draw(painter, QSizeF(image.size()));
        });
        whole.push_back({seconds, seconds});
    }
    printFigure("chronology: drawn whole at 1920 x 1080", whole, beside);
}

}  // namespace

void timeFamilyPage(WatchedApplication& application, const Stage& stage, std::size_t runs) {
    const records::FamilyId family = stage.largeFamily();
    const auto small = [&] {
        casework::WorkQuery query;
        query.filter = casework::WorkFilter::flagged;
        return required(casework::listFamilies(*stage.as("supervisor"), query, 0, 1))
            .front()
            .family;
    }();
    OpenedWindow opened(application);
    static_cast<void>(opened.enter(stage.as("supervisor")));
    Runs page;
    Runs evidence;
    Runs chronology;
    Runs table;
    for (std::size_t run = 0; run < runs; ++run) {
        static_cast<void>(opened.open("family", small.value));
        page.push_back(opened.open("family", family.value));
        evidence.push_back(opened.click("openEvidence"));
        chronology.push_back(opened.click("chronology-open"));
        table.push_back(opened.click("chronology-table"));
        static_cast<void>(opened.click("chronology-table"));
    }
    const auto rows = static_cast<const QAbstractItemView&>(opened.control("evidence")).model();
    printFigure("family of 500 records: its page", page, reading(stage, family));
    printFigure("  the evidence of a criterion, " + std::to_string(rows->rowCount()) + " rows",
                evidence,
                readingRows(stage, family));
    printFigure("  its chronology", chronology, readingRows(stage, family));
    printFigure("  the chronology as a table", table, label());
    timeFrames(opened);
}

}  // namespace benchmarks
