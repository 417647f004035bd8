// SPDX-License-Identifier: GPL-3.0-or-later
// What a partner's file looks like before anything is known of it: how it is written, its columns,
// and what the values of each look like. For the person who maps it. Plain values; `firstRows` and
// `values` carry what the partner sent and are only ever shown, never kept or logged.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace records {

// What most of a column's filled cells are, told by the cells alone.
enum class ValueLook {
    empty,
    date,
    wholeNumber,
    decimal,
    flag,
    nino,
    upn,
    nhsNumber,
    pncId,
    uprn,
    postcode,
    phone,
    email,
    codes,  // few different short values
    text,
};

[[nodiscard]] std::string_view valueLookName(ValueLook look);  // "National Insurance number"

struct DateFit {
    std::string form;  // as mappings say it: "dd/mm/yyyy"
    std::size_t cells = 0;
};

struct ValueCount {
    std::string value;
    std::size_t cells = 0;
};

struct ColumnLook {
    std::string heading;       // as the partner writes it
    std::size_t filled = 0;    // cells
    std::size_t distinct = 0;  // different values; counted up to mostDistinct
    ValueLook look = ValueLook::empty;
    std::size_t fitting = 0;         // filled cells that are what `look` says
    std::vector<DateFit> dates;      // forms that read some cell, most cells first
    std::size_t eitherOrder = 0;     // dates whose day and month may be told in either order
    std::vector<ValueCount> values;  // all of them, most first, when they are few
    std::size_t longest = 0;         // bytes
};

inline constexpr std::size_t mostDistinct = 1000;
inline constexpr std::size_t mostValues = 60;  // listed one by one

struct TableLook {
    std::string fileName;   // without folders
    std::string sheet;      // of a workbook; "" for a file that is one table
    std::string encoding;   // as mappings say it: "windows-1252"
    std::string separator;  // as mappings say it: "comma"
    std::int64_t headerLine = 0;
    std::size_t rows = 0;  // below the header, blank ones left out
    std::vector<ColumnLook> columns;
    std::vector<std::vector<std::string>> firstRows;  // at most ten, cells aligned with columns
};

}  // namespace records
