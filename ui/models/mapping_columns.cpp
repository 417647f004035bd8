// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/columns.h"
#include "ui/models/words.h"

#include <QCoreApplication>

namespace ui::models {

namespace {

struct MappingColumnWords {
    Q_DECLARE_TR_FUNCTIONS(MappingColumnWords)
};

}  // namespace

std::vector<Column<casework::MappingLine>> mappingColumns() {
    using Row = casework::MappingLine;
    using Words = MappingColumnWords;
    return {
        textColumn<Row>(Words::tr("Mapping"),
                        [](const Row& row) { return text(row.mapping.name); }),
        textColumn<Row>(Words::tr("Agreement"), [](const Row& row) { return text(row.agreement); }),
        textColumn<Row>(Words::tr("Version"),
                        [](const Row& row) { return text(row.mapping.version); }),
        textColumn<Row>(Words::tr("State"),
                        [](const Row& row) { return text(mappingStateName(row.mapping.state())); }),
        textColumn<Row>(Words::tr("Put forward by"),
                        [](const Row& row) { return text(row.proposedBy); }),
        textColumn<Row>(Words::tr("Signed off by"),
                        [](const Row& row) { return text(row.signedOffBy); }),
        textColumn<Row>(Words::tr("Since"), [](const Row& row) {
            return instant(row.mapping.signedOffAt.empty() ? row.mapping.proposedAt
                                                           : row.mapping.signedOffAt);
        })};
}

}  // namespace ui::models
