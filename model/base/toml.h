// SPDX-License-Identifier: GPL-3.0-or-later
// TOML documents as plain values that remember where they stood, and a reader that collects every
// fault of a document (missing key, wrong kind, unknown key with the nearest known one) with file,
// line and column, so that a person mends a plan in one go. toml++ is seen by toml.cpp alone.
#pragma once

#include "base/date.h"
#include "base/result.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace base {

struct TomlValue {
    enum class Kind { table, array, text, integer, decimal, flag, date };

    Kind kind = Kind::table;
    unsigned line = 0;
    unsigned column = 0;
    std::string text;
    std::int64_t integer = 0;
    double decimal = 0;
    bool flag = false;
    Date date;
    std::vector<std::pair<std::string, TomlValue>> entries;  // of a table, in the file's order
    std::vector<TomlValue> items;                            // of an array

    // Out of line: clang 14 can't make them here, where the entries' type is not whole yet.
    TomlValue();
    TomlValue(const TomlValue&);
    TomlValue(TomlValue&&) noexcept;
    TomlValue& operator=(const TomlValue&);
    TomlValue& operator=(TomlValue&&) noexcept;
    ~TomlValue();

    [[nodiscard]] const TomlValue* find(std::string_view key) const;
};

// Fails with the syntax error's file:line:column. Never throws.
[[nodiscard]] Result<TomlValue> parseToml(std::string_view text, std::string_view fileName);

// The faults found while reading one document. Error::place is "file:line:column".
class TomlProblems {
public:
    explicit TomlProblems(std::string fileName) : m_fileName(std::move(fileName)) {}

    void add(const TomlValue& where, std::string what);

    [[nodiscard]] const std::vector<Error>& all() const { return m_errors; }

    [[nodiscard]] bool none() const { return m_errors.empty(); }

    // All faults as one error, one a line; for callers that stop at a bad document.
    [[nodiscard]] Error asError() const;

private:
    std::string m_fileName;
    std::vector<Error> m_errors;
};

// One table being read. Ask for keys; a fault is noted in the problems and a harmless value
// returned. finish() notes every key that nobody asked for. The TomlValue and the problems must
// outlive it.
class TomlTable {
public:
    TomlTable(const TomlValue& table, TomlProblems& problems);

    [[nodiscard]] bool has(std::string_view key);  // also counts as asked for
    [[nodiscard]] std::string text(std::string_view key);
    [[nodiscard]] std::string text(std::string_view key, std::string_view otherwise);
    [[nodiscard]] std::optional<std::string> optionalText(std::string_view key);
    [[nodiscard]] std::int64_t integer(std::string_view key);
    [[nodiscard]] std::optional<std::int64_t> optionalInteger(std::string_view key);
    [[nodiscard]] std::optional<double> optionalNumber(std::string_view key);  // integer or decimal
    [[nodiscard]] double number(std::string_view key);
    [[nodiscard]] bool flag(std::string_view key, bool otherwise);
    [[nodiscard]] std::optional<Date> optionalDate(std::string_view key);
    [[nodiscard]] Date date(std::string_view key);
    // An array of texts, or one text alone; empty when absent.
    [[nodiscard]] std::vector<std::string> texts(std::string_view key);
    [[nodiscard]] std::optional<TomlTable> table(std::string_view key);
    // An array of tables; empty when absent.
    [[nodiscard]] std::vector<TomlTable> tables(std::string_view key);
    [[nodiscard]] const TomlValue* value(std::string_view key);  // raw, counts as asked for
    // Every key of the table in order, all counting as asked for (maps from code to meaning).
    [[nodiscard]] const std::vector<std::pair<std::string, TomlValue>>& entries();

    // Notes a fault at the key if it is there, else at the table.
    void problem(std::string_view key, std::string what);
    void finish();

    [[nodiscard]] const TomlValue& source() const { return *m_table; }

    [[nodiscard]] TomlProblems& problems() { return *m_problems; }

private:
    const TomlValue* typed(std::string_view key, TomlValue::Kind kind, bool required);

    const TomlValue* m_table;
    TomlProblems* m_problems;
    std::set<std::string, std::less<>> m_known;
};

}  // namespace base
