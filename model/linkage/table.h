// SPDX-License-Identifier: GPL-3.0-or-later
// The rows as the engine sees them: each column's values in their compared form, interned, and rows
// that say exactly the same joined into one profile, so that ten thousand equal rows cost as much
// as one. Profiles are in an order that depends on what they say, not on where they came from.
#pragma once

#include "base/result.h"
#include "linkage/link.h"

#include <cstdint>
#include <string>
#include <vector>

namespace linkage {

struct Column {
    FieldKind kind = FieldKind::text;
    std::string name;
    std::vector<std::uint32_t> of;       // profile -> value; 0 = not sent
    std::vector<std::string> texts;      // value -> compared form; [0] is ""
    std::vector<std::uint64_t> hashes;   // value -> hash of its text
    std::vector<std::uint32_t> bearers;  // value -> how many profiles have it
    std::vector<bool> sound;             // value -> valid by the kind's own rules (identifiers)
    // What the texts are made of, by value: words of names and addresses; year, month, day of
    // dates.
    std::vector<std::vector<std::string>> words;
    std::vector<int> years;
    std::uint32_t sent = 0;  // profiles that have a value

    [[nodiscard]] const std::string& text(std::uint32_t profile) const {
        return texts[of[profile]];
    }
};

struct Table {
    std::vector<Column> columns;  // one a kind; text, identifier and category one a name
    std::uint32_t profiles = 0;
    std::vector<std::uint64_t> profileHash;  // by what it says: order and ties
    std::vector<std::uint32_t> profileOf;    // row -> profile
    std::vector<std::uint32_t> order;        // rows, by profile, then source, then own number
    std::vector<std::uint32_t> firstRow;     // profile -> index into order; one more at the end
    std::vector<std::uint32_t> source;       // row -> source
    std::vector<std::uint32_t> localId;  // row -> number within all (source, own number); 0 none
    bool localIdMayRepeat = false;
    std::vector<std::string> warnings;

    [[nodiscard]] const Column* find(FieldKind kind) const;
    [[nodiscard]] bool empty(std::uint32_t profile) const;  // says nothing at all
};

// Fails with malformed when the columns don't fit one another.
[[nodiscard]] base::Result<Table> prepare(const Input& input);

}  // namespace linkage
