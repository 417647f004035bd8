// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/quality_columns.h"

#include "ui/models/words.h"

#include <QCoreApplication>
#include <QLocale>

namespace ui::models {

namespace {

// For lupdate: every heading of this file belongs to one context.
class QualityColumns {
    Q_DECLARE_TR_FUNCTIONS(QualityColumns)
};

constexpr Qt::Alignment right = Qt::AlignRight | Qt::AlignVCenter;

QString number(std::int64_t count) {
    return QLocale().toString(qlonglong(count));
}

QString percent(double share) {
    return QualityColumns::tr("%1 %").arg(qRound(100 * share));
}

QString percent(std::int64_t part, std::int64_t whole) {
    return whole == 0 ? QString() : percent(double(part) / double(whole));
}

QString inTable(const std::string& table, const QString& heading) {
    return table.empty() ? heading : QualityColumns::tr("%1: %2").arg(text(table), heading);
}

}  // namespace

std::vector<Column<casework::QualityLine>> qualityLineColumns() {
    using Row = casework::QualityLine;
    return {
        textColumn<Row>(QualityColumns::tr("Kind"),
                        [](const Row& row) {
                            return row.problem ? QualityColumns::tr("Problem")
                                               : QualityColumns::tr("Worth a look");
                        }),
        textColumn<Row>(
            QualityColumns::tr("Rows"),
            [](const Row& row) {
                return row.rows == 0 ? QualityColumns::tr("whole file") : number(row.rows);
            },
            right),
        textColumn<Row>(QualityColumns::tr("Which"), [](const Row& row) { return text(row.what); }),
        textColumn<Row>(QualityColumns::tr("Column"),
                        [](const Row& row) {
                            return inTable(row.table,
                                           !row.heading.empty() ? text(row.heading)
                                           : row.rows == 0      ? QString()
                                                                : QualityColumns::tr("whole row"));
                        }),
        textColumn<Row>(QualityColumns::tr("What to ask of the sender"),
                        [](const Row& row) { return text(row.ask); })};
}

std::vector<Column<records::ColumnQuality>> qualityColumnColumns() {
    using Row = records::ColumnQuality;
    return {textColumn<Row>(QualityColumns::tr("Column"),
                            [](const Row& row) { return inTable(row.table, text(row.heading)); }),
            textColumn<Row>(
                QualityColumns::tr("Filled"),
                [](const Row& row) { return percent(row.filled, row.rows); },
                right),
            textColumn<Row>(
                QualityColumns::tr("Sound"),
                [](const Row& row) { return percent(row.filled - row.faulty, row.filled); },
                right),
            textColumn<Row>(
                QualityColumns::tr("Faulty cells"),
                [](const Row& row) { return number(row.faulty); },
                right),
            textColumn<Row>(
                QualityColumns::tr("Different values"),
                [](const Row& row) {
                    return row.estimated ? QualityColumns::tr("about %1").arg(number(row.distinct))
                                         : number(row.distinct);
                },
                right)};
}

std::vector<Column<casework::QualityPoint>> qualityPointColumns() {
    using Row = casework::QualityPoint;
    return {
        textColumn<Row>(QualityColumns::tr("Speaks of"),
                        [](const Row& row) { return day(row.speaksOf); }),
        textColumn<Row>(
            QualityColumns::tr("File"),
            [](const Row& row) {
                return row.withdrawn
                           ? QualityColumns::tr("%1 (withdrawn)").arg(text(row.delivery.fileName))
                           : text(row.delivery.fileName);
            }),
        textColumn<Row>(
            QualityColumns::tr("Rows in"),
            [](const Row& row) { return number(row.delivery.rowsIn); },
            right),
        textColumn<Row>(
            QualityColumns::tr("Rejected"),
            [](const Row& row) { return number(row.delivery.rowsRejected); },
            right),
        textColumn<Row>(
            QualityColumns::tr("Filled"),
            [](const Row& row) { return row.measured ? percent(row.filledShare) : QString(); },
            right),
        textColumn<Row>(
            QualityColumns::tr("Sound"),
            [](const Row& row) { return row.measured ? percent(row.soundShare) : QString(); },
            right)};
}

}  // namespace ui::models
