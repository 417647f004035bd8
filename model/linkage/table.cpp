// SPDX-License-Identifier: GPL-3.0-or-later
#include "linkage/table.h"

#include "base/text.h"
#include "linkage/columns.h"
#include "linkage/hash.h"
#include "linkage/parallel.h"
#include "linkage/radix_sort.h"

#include <algorithm>
#include <tuple>

namespace linkage {

namespace {

void numberSources(const Rows& rows, Table& table) {
    table.source.resize(rows.size());
    table.localId.assign(rows.size(), 0);
    table.localIdHash.assign(1, 0);
    for (std::uint32_t row = 0; row < rows.size(); ++row)
        table.source[row] = rows.source(row);
    StringPool known;
    std::string key;
    for (std::size_t field = 0; field < rows.fields().size(); ++field) {
        if (rows.fields()[field].kind != FieldKind::localId)
            continue;
        table.localIdMayRepeat = rows.fields()[field].mayRepeat;
        for (std::uint32_t row = 0; row < rows.size(); ++row) {
            const std::string_view number = base::trimmed(rows.cell(field, row));
            if (number.empty())
                continue;
            key.assign(std::to_string(table.source[row])).append("/").append(number);
            table.localId[row] = known.id(key);
            if (table.localId[row] == table.localIdHash.size())
                table.localIdHash.push_back(hashOf(key));
        }
    }
}

std::vector<std::uint64_t> rowHashes(const Table& table, std::size_t rows, unsigned threads) {
    std::vector<std::uint64_t> hashes(rows, 0);
    std::vector<std::vector<std::uint64_t>> salted;
    for (const Column& column : table.columns) {
        const std::uint64_t salt =
            joined(static_cast<std::uint64_t>(column.kind) + 1, hashOf(column.name));
        salted.emplace_back(column.hashes.size(), 0);
        for (std::size_t value = 1; value < column.hashes.size(); ++value)
            salted.back()[value] = joined(column.hashes[value], salt);
    }
    eachPiece(threads, rows, [&](std::size_t from, std::size_t to) {
        for (std::size_t i = 0; i < salted.size(); ++i) {
            const std::uint32_t* const of = table.columns[i].of.data();
            const std::uint64_t* const hash = salted[i].data();
            for (std::size_t row = from; row < to; ++row)
                hashes[row] += hash[of[row]];
        }
    });
    return hashes;
}

bool sameContent(const Table& table, std::uint32_t a, std::uint32_t b) {
    return std::all_of(table.columns.begin(), table.columns.end(), [&](const Column& column) {
        return column.of[a] == column.of[b];
    });
}

// Rows by hash; rows of one hash by source and own number. The last key only parts rows that are
// equal in everything, so no result depends on it.
std::vector<std::uint32_t> rowOrder(const Table& table, const std::vector<std::uint64_t>& hashes) {
    const auto before = [&](std::uint32_t a, std::uint32_t b) {
        return std::tuple(hashes[a], table.source[a], table.localIdHash[table.localId[a]], a) <
               std::tuple(hashes[b], table.source[b], table.localIdHash[table.localId[b]], b);
    };
    std::vector<std::uint64_t> keys(hashes.size());
    for (std::size_t row = 0; row < hashes.size(); ++row)
        keys[row] = (hashes[row] & 0xFFFFFFFF00000000U) | row;
    std::vector<std::uint64_t> spare;
    radixSort(keys, spare, 32, 64);
    std::vector<std::uint32_t> order(keys.begin(), keys.end());
    for (std::size_t from = 0; from < order.size();) {
        std::size_t to = from + 1;
        while (to < order.size() && (keys[to] ^ keys[from]) >> 32U == 0)
            ++to;
        if (to - from > 1)
            std::sort(order.begin() + static_cast<std::ptrdiff_t>(from),
                      order.begin() + static_cast<std::ptrdiff_t>(to),
                      before);
        from = to;
    }
    return order;
}

void findProfiles(Table& table, std::size_t rows, unsigned threads) {
    const std::vector<std::uint64_t> hashes = rowHashes(table, rows, threads);
    table.order = rowOrder(table, hashes);
    table.profileOf.resize(rows);
    for (std::size_t i = 0; i < rows; ++i) {
        const std::uint32_t row = table.order[i];
        if (i == 0 || hashes[row] != hashes[table.order[i - 1]] ||
            !sameContent(table, row, table.order[i - 1])) {
            table.firstRow.push_back(static_cast<std::uint32_t>(i));
            table.profileHash.push_back(hashes[row]);
        }
        table.profileOf[row] = static_cast<std::uint32_t>(table.firstRow.size() - 1);
    }
    table.profiles = static_cast<std::uint32_t>(table.firstRow.size());
    table.firstRow.push_back(static_cast<std::uint32_t>(rows));
}

void distil(Table& table, unsigned threads) {
    const std::size_t width = table.columns.size();
    table.cells.resize(table.profiles * width);
    eachPiece(threads, table.profiles, [&](std::size_t from, std::size_t to) {
        for (std::size_t profile = from; profile < to; ++profile)
            for (std::size_t i = 0; i < width; ++i)
                table.cells[profile * width + i] =
                    table.columns[i].of[table.order[table.firstRow[profile]]];
    });
    eachTask(threads, width, [&](std::size_t i) {
        Column& column = table.columns[i];
        column.of = {};
        column.bearers.assign(column.texts.size(), 0);
        for (std::size_t cell = i; cell < table.cells.size(); cell += width)
            ++column.bearers[table.cells[cell]];
        column.sent = table.profiles - column.bearers[0];
    });
}

}  // namespace

const Column* Table::find(FieldKind kind) const {
    for (const Column& column : columns)
        if (column.kind == kind)
            return &column;
    return nullptr;
}

base::Result<Table> prepare(Rows rows, const Model* model, unsigned threads) {
    if (auto shape = checkShape(rows); !shape)
        return base::fail(shape.error());
    if (rows.size() >= 0xFFFFFFF0U)
        return base::fail(base::Code::unsupported, "link", "more rows than can be numbered");
    Table table;
    numberSources(rows, table);
    Columns read = readColumns(rows, model, threads);
    table.columns = std::move(read.columns);
    table.ukPostcodes = read.ukPostcodes;
    table.warnings = std::move(read.warnings);
    findProfiles(table, table.source.size(), threads);
    distil(table, threads);
    return table;
}

}  // namespace linkage
