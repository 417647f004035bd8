// SPDX-License-Identifier: GPL-3.0-or-later
// The rows as the engine sees them: each column's values in their compared form, each once, and
// rows that say exactly the same joined into one profile, so that ten thousand equal rows cost as
// much as one. Profiles are in an order that depends on what they say, not on where they came from.
#pragma once

#include "base/result.h"
#include "linkage/letter_count.h"
#include "linkage/link.h"
#include "linkage/string_pool.h"

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace linkage {

// The words that some columns' texts are made of.
struct WordPool {
    StringPool texts;
    std::vector<LetterCount> letters;  // by word
};

struct Column {
    FieldKind kind = FieldKind::text;
    std::string name;
    std::size_t at = 0;                 // which cell of a profile
    std::vector<std::uint32_t> of;      // row -> value; 0 = not sent; empty once there are profiles
    StringPool texts;                   // the compared forms
    std::vector<std::uint8_t> sound;    // value -> valid by the kind's own rules (identifiers)
    std::vector<std::uint64_t> hashes;  // value -> hash of its text; 0 of ""
    std::vector<LetterCount> letters;   // value
    std::vector<std::uint32_t> bearers;  // value -> how many profiles have it
    std::uint32_t sent = 0;              // profiles that have a value
    // Of names, addresses and texts: value -> its words; forename and middle names share a pool, so
    // do surname and former surname. An address's words with digits come first.
    std::shared_ptr<const WordPool> pool;
    std::vector<std::uint32_t> firstWord;  // value -> index into words; one more at the end
    std::vector<std::uint32_t> words;
    std::vector<std::uint8_t> numbers;  // value -> how many of its words have a digit

    [[nodiscard]] std::string_view text(std::uint32_t value) const { return texts.text(value); }

    [[nodiscard]] std::span<const std::uint32_t> wordsOf(std::uint32_t value) const {
        return {words.data() + firstWord[value], words.data() + firstWord[value + 1]};
    }
};

struct Table {
    std::vector<Column> columns;  // one a kind; text, identifier and category one a name
    std::uint32_t profiles = 0;
    std::vector<std::uint32_t> cells;        // profile by profile, a value a column
    std::vector<std::uint64_t> profileHash;  // by what it says: order and ties
    std::vector<std::uint32_t> profileOf;    // row -> profile
    std::vector<std::uint32_t> order;        // rows, by profile, then source, then own number
    std::vector<std::uint32_t> firstRow;     // profile -> index into order; one more at the end
    std::vector<std::uint32_t> source;       // row -> source
    std::vector<std::uint32_t> localId;  // row -> number within all (source, own number); 0 none
    std::vector<std::uint64_t> localIdHash;  // of such a number
    bool localIdMayRepeat = false;
    bool ukPostcodes = true;
    std::vector<std::string> warnings;

    [[nodiscard]] const Column* find(FieldKind kind) const;

    [[nodiscard]] std::uint32_t value(const Column& column, std::uint32_t profile) const {
        return cells[profile * columns.size() + column.at];
    }

    // 0 when there is no such column.
    [[nodiscard]] std::uint32_t value(const Column* column, std::uint32_t profile) const {
        return column == nullptr ? 0 : value(*column, profile);
    }

    // Has the processor fetch what a profile says.
    void prefetch(std::uint32_t profile) const {
        __builtin_prefetch(cells.data() + profile * columns.size());
    }

    [[nodiscard]] std::string_view text(const Column& column, std::uint32_t profile) const {
        return column.text(value(column, profile));
    }

    [[nodiscard]] std::span<const std::uint32_t> rowsOf(std::uint32_t profile) const {
        return {order.data() + firstRow[profile], order.data() + firstRow[profile + 1]};
    }
};

// Fails with malformed when the fields don't fit one another. A model's word on postcodes is kept
// to; without one the rows decide.
[[nodiscard]] base::Result<Table> prepare(Rows rows, const Model* model, unsigned threads);

}  // namespace linkage
