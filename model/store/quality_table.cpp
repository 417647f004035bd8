// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/quality_table.h"

#include "store/query.h"

namespace store {

namespace {

using records::ColumnQuality;
using records::QualityCount;

ColumnQuality readColumn(Statement& row) {
    ColumnQuality column;
    column.table = row.text(0);
    column.heading = row.text(1);
    column.column = row.text(2);
    column.rows = row.integer(3);
    column.filled = row.integer(4);
    column.faulty = row.integer(5);
    column.distinct = row.integer(6);
    column.estimated = row.integer(7) != 0;
    return column;
}

QualityCount readCount(Statement& row) {
    return {row.text(0), row.text(1), row.text(2), row.text(3), row.integer(4)};
}

}  // namespace

base::Result<void> QualityTable::insert(const records::DeliveryQuality& quality) {
    auto transaction = Transaction::begin(*m_database);
    if (!transaction)
        return base::fail(transaction.error());
    int place = 0;
    for (const ColumnQuality& column : quality.columns)
        if (auto done = run(*m_database,
                            "INSERT INTO quality_columns (delivery_id, place, table_name, heading, "
                            "column_name, row_count, filled, faulty, distinct_count, estimated) "
                            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                            quality.delivery,
                            ++place,
                            column.table,
                            column.heading,
                            column.column,
                            column.rows,
                            column.filled,
                            column.faulty,
                            column.distinct,
                            column.estimated);
            !done)
            return done;
    place = 0;
    for (const QualityCount& count : quality.counts)
        if (auto done = run(*m_database,
                            "INSERT INTO quality_counts (delivery_id, place, kind, table_name, "
                            "heading, code, row_count) VALUES (?, ?, ?, ?, ?, ?, ?)",
                            quality.delivery,
                            ++place,
                            count.kind,
                            count.table,
                            count.heading,
                            count.code,
                            count.rows);
            !done)
            return done;
    return transaction->commit();
}

base::Result<records::DeliveryQuality> QualityTable::find(records::DeliveryId delivery) const {
    records::DeliveryQuality quality;
    quality.delivery = delivery;
    auto columns = allRows(*m_database,
                           "SELECT table_name, heading, column_name, row_count, filled, faulty, "
                           "distinct_count, estimated FROM quality_columns "
                           "WHERE delivery_id = ? ORDER BY place",
                           readColumn,
                           delivery);
    if (!columns)
        return base::fail(columns.error());
    auto counts = allRows(*m_database,
                          "SELECT kind, table_name, heading, code, row_count FROM quality_counts "
                          "WHERE delivery_id = ? ORDER BY place",
                          readCount,
                          delivery);
    if (!counts)
        return base::fail(counts.error());
    quality.columns = std::move(*columns);
    quality.counts = std::move(*counts);
    return quality;
}

}  // namespace store
