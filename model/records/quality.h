// SPDX-License-Identifier: GPL-3.0-or-later
// What was measured of a delivery while it was read: how full and how sound each of its columns is,
// and how many rows share what looks wrong. Counts and headings only, never a person's value; codes
// are ours.
#pragma once

#include "records/ids.h"

#include <cstdint>
#include <string>
#include <vector>

namespace records {

struct ColumnQuality {
    std::string table;    // the sheet or kind of element; "" in a file of one table
    std::string heading;  // the partner's
    std::string column;   // ours: "birth_date", "attendance.term"
    std::int64_t rows = 0;
    std::int64_t filled = 0;
    std::int64_t faulty = 0;    // filled cells with a row issue
    std::int64_t distinct = 0;  // different texts among the filled
    bool estimated = false;     // `distinct` is within about 2 in 100

    friend bool operator==(const ColumnQuality&, const ColumnQuality&) = default;
};

// Rows that share something worth a look, by a stable word ("same-row", "out-of-area", "odd-age").
// Of kind "code": rows in which `heading` has the meaning `code`.
struct QualityCount {
    std::string kind;
    std::string table;
    std::string heading;
    std::string code;
    std::int64_t rows = 0;

    friend bool operator==(const QualityCount&, const QualityCount&) = default;
};

struct DeliveryQuality {
    DeliveryId delivery;
    std::vector<ColumnQuality> columns;
    std::vector<QualityCount> counts;
};

}  // namespace records
