// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/columns.h"
#include "ui/models/words.h"

#include <QCoreApplication>

namespace ui::models {

namespace {

struct PlanColumnWords {
    Q_DECLARE_TR_FUNCTIONS(PlanColumnWords)
};

}  // namespace

std::vector<Column<casework::PlanVersionLine>> planVersionColumns() {
    using Row = casework::PlanVersionLine;
    using Words = PlanColumnWords;
    return {
        textColumn<Row>(Words::tr("Version"),
                        [](const Row& row) { return text(row.version.version); }),
        textColumn<Row>(Words::tr("From"), [](const Row& row) { return day(row.version.from); }),
        textColumn<Row>(Words::tr("State"),
                        [](const Row& row) { return text(planPlaceName(row.place)); }),
        textColumn<Row>(Words::tr("Put forward by"),
                        [](const Row& row) {
                            return row.version.id ? text(row.proposedBy)
                                                  : Words::tr("came with the program");
                        }),
        textColumn<Row>(Words::tr("Decided by"),
                        [](const Row& row) { return text(row.decidedBy); })};
}

std::vector<Column<records::PlanNumberChange>> planNumberColumns() {
    using Row = records::PlanNumberChange;
    using Words = PlanColumnWords;
    const auto right = Qt::AlignRight | Qt::AlignVCenter;
    return {textColumn<Row>(Words::tr("Indicator"),
                            [](const Row& row) {
                                return row.indicator.empty() ? Words::tr("plan")
                                                             : text(row.indicator);
                            }),
            textColumn<Row>(Words::tr("Wording"),
                            [](const Row& row) {
                                return row.wording.empty() ? Words::tr("Holds for the whole plan")
                                                           : text(row.wording);
                            }),
            textColumn<Row>(Words::tr("Number"), [](const Row& row) { return text(row.words); }),
            textColumn<Row>(
                Words::tr("Now"), [](const Row& row) { return figure(row.before); }, right),
            textColumn<Row>(
                Words::tr("Then"), [](const Row& row) { return figure(row.after); }, right)};
}

}  // namespace ui::models
