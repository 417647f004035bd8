// SPDX-License-Identifier: GPL-3.0-or-later
#include "linkage/table.h"

#include "base/text.h"
#include "linkage/hash.h"
#include "linkage/raw_columns.h"

#include <algorithm>
#include <numeric>
#include <tuple>
#include <unordered_map>

namespace linkage {

namespace {

bool hasWords(FieldKind kind) {
    return kind == FieldKind::forename || kind == FieldKind::middleNames ||
           kind == FieldKind::surname || kind == FieldKind::formerSurname ||
           kind == FieldKind::address || kind == FieldKind::text;
}

std::vector<std::string> wordsOf(const std::string& text) {
    std::vector<std::string> words;
    for (const std::string_view word : base::split(text, ' '))
        if (!word.empty())
            words.emplace_back(word);
    return words;
}

// Leaves `of` by row; distil() makes it by profile.
Column intern(RawColumn&& raw) {
    Column column;
    column.kind = raw.kind;
    column.name = std::move(raw.name);
    std::unordered_map<std::string_view, std::uint32_t> ids{{std::string_view(), 0}};
    column.texts.emplace_back();
    column.sound.push_back(false);
    column.of.reserve(raw.rows.size());
    for (std::size_t row = 0; row < raw.rows.size(); ++row) {
        const auto [found, fresh] =
            ids.try_emplace(raw.rows[row], static_cast<std::uint32_t>(column.texts.size()));
        if (fresh) {
            column.texts.push_back(raw.rows[row]);
            column.sound.push_back(raw.sound.empty() || raw.sound[row]);
        }
        column.of.push_back(found->second);
    }
    return column;
}

void describe(Column& column) {
    column.hashes.reserve(column.texts.size());
    for (const std::string& text : column.texts) {
        column.hashes.push_back(text.empty() ? 0 : hashOf(text));
        if (hasWords(column.kind))
            column.words.push_back(wordsOf(text));
        if (column.kind == FieldKind::birthDate)
            column.years.push_back(text.empty() ? 0 : std::stoi(text.substr(0, 4)));
    }
}

void numberSources(const Input& input, std::size_t rows, RawColumns& raw, Table& table) {
    for (std::uint32_t row = 0; row < rows; ++row)
        table.source.push_back(input.rows.source(row));
    table.localId.assign(rows, 0);
    std::unordered_map<std::string, std::uint32_t> ids;
    for (std::size_t row = 0; row < raw.localIds.size(); ++row)
        if (!raw.localIds[row].empty())
            table.localId[row] =
                ids.try_emplace(std::to_string(table.source[row]) + '/' + raw.localIds[row],
                                static_cast<std::uint32_t>(ids.size() + 1))
                    .first->second;
}

std::vector<std::uint64_t> rowHashes(const Table& table, std::size_t rows) {
    std::vector<std::uint64_t> hashes(rows, 0);
    for (const Column& column : table.columns) {
        const std::uint64_t salt =
            joined(static_cast<std::uint64_t>(column.kind) + 1, hashOf(column.name));
        for (std::size_t row = 0; row < rows; ++row)
            if (column.of[row] != 0)
                hashes[row] += joined(column.hashes[column.of[row]], salt);
    }
    return hashes;
}

bool sameContent(const Table& table, std::uint32_t a, std::uint32_t b) {
    return std::all_of(table.columns.begin(), table.columns.end(), [&](const Column& column) {
        return column.of[a] == column.of[b];
    });
}

void findProfiles(Table& table, std::size_t rows) {
    const std::vector<std::uint64_t> hashes = rowHashes(table, rows);
    table.order.resize(rows);
    std::iota(table.order.begin(), table.order.end(), 0U);
    // The last key only parts rows that are equal in everything, so no result depends on it.
    std::sort(table.order.begin(), table.order.end(), [&](std::uint32_t a, std::uint32_t b) {
        return std::tuple(hashes[a], table.source[a], table.localId[a], a) <
               std::tuple(hashes[b], table.source[b], table.localId[b], b);
    });
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

void distil(Table& table) {
    for (Column& column : table.columns) {
        std::vector<std::uint32_t> byProfile(table.profiles);
        column.bearers.assign(column.texts.size(), 0);
        for (std::uint32_t profile = 0; profile < table.profiles; ++profile) {
            byProfile[profile] = column.of[table.order[table.firstRow[profile]]];
            ++column.bearers[byProfile[profile]];
            column.sent += byProfile[profile] != 0 ? 1U : 0U;
        }
        column.of = std::move(byProfile);
    }
}

}  // namespace

const Column* Table::find(FieldKind kind) const {
    for (const Column& column : columns)
        if (column.kind == kind)
            return &column;
    return nullptr;
}

bool Table::empty(std::uint32_t profile) const {
    return std::all_of(columns.begin(), columns.end(), [&](const Column& column) {
        return column.of[profile] == 0;
    });
}

base::Result<Table> prepare(const Input& input) {
    auto raw = normaliseColumns(input.rows);
    if (!raw)
        return base::fail(raw.error());
    Table table;
    table.warnings = std::move(raw->warnings);
    table.localIdMayRepeat = raw->localIdMayRepeat;
    const std::size_t rows = input.rows.size();
    if (rows >= 0xFFFFFFF0U)
        return base::fail(base::Code::unsupported, "link", "more rows than can be numbered");
    for (RawColumn& column : raw->columns) {
        table.columns.push_back(intern(std::move(column)));
        describe(table.columns.back());
    }
    numberSources(input, rows, *raw, table);
    findProfiles(table, rows);
    distil(table);
    return table;
}

}  // namespace linkage
