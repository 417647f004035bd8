// SPDX-License-Identifier: GPL-3.0-or-later
// The typed fields of a record type. A record type is a constant field list; payloads, mappings,
// plans and the data dictionary all read that one list.
#pragma once

#include "base/date.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace records {

enum class FieldKind { text, date, integer, decimal, flag, code };

// What a field's date means to the record as a whole.
enum class FieldTime {
    none,
    event,  // it happened on this day
    start,  // a state began
    end,    // a state ended; empty means it still lasts
    term,   // a school term's code, "2025-autumn" (season of the calendar year the term begins in)
};

struct CodeValue {
    std::string_view code;  // as stored: "convicted"
    std::string_view label;
};

struct Field {
    std::string_view name;   // snake_case, as mappings and plans say it
    std::string_view label;  // as screens say it
    FieldKind kind = FieldKind::text;
    bool required = false;  // a row without it is rejected
    FieldTime time = FieldTime::none;
    std::span<const CodeValue> codes = {};  // of FieldKind::code
    // Inclusive bounds for integer and decimal.
    double least = 0;
    double most = 1e9;
};

// Empty when the partner sent nothing.
using FieldValue = std::variant<std::monostate, std::string, std::int64_t, double, bool, base::Date>;

// A kind of record: its fields and which agencies may send it.
struct RecordType {
    std::string_view name;   // "attendance", as agreements, mappings and plans say it
    std::string_view label;  // "School attendance"
    std::span<const Field> fields;
    std::string_view describes;  // one sentence for the data dictionary

    [[nodiscard]] std::optional<std::size_t> indexOf(std::string_view field) const;
    [[nodiscard]] std::optional<std::size_t> indexOf(FieldTime time) const;
};

// One record's values, aligned with its type's field list.
using Payload = std::vector<FieldValue>;

// Typed reads that give nothing for an empty or other-kind value.
[[nodiscard]] const std::string* textIn(const FieldValue& value);
[[nodiscard]] std::optional<base::Date> dateIn(const FieldValue& value);
[[nodiscard]] std::optional<double> numberIn(const FieldValue& value);  // integer, decimal
[[nodiscard]] std::optional<bool> flagIn(const FieldValue& value);
[[nodiscard]] bool isEmpty(const FieldValue& value);

// For a person to read: the code's label, a plain date, yes or no.
[[nodiscard]] std::string shown(const Field& field, const FieldValue& value);

}  // namespace records
