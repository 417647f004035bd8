// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/toml.h"

#include "base/text.h"

#include <toml++/toml.h>

#include <algorithm>
#include <sstream>
#include <tuple>

namespace base {

namespace {

std::string_view kindName(TomlValue::Kind kind) {
    switch (kind) {
        case TomlValue::Kind::table:
            return "a table";
        case TomlValue::Kind::array:
            return "a list";
        case TomlValue::Kind::text:
            return "text in quotes";
        case TomlValue::Kind::integer:
            return "a whole number";
        case TomlValue::Kind::decimal:
            return "a number";
        case TomlValue::Kind::flag:
            return "true or false";
        case TomlValue::Kind::date:
            return "a date (YYYY-MM-DD)";
    }
    return "a value";
}

// Depth is bounded so that a hostile document can't exhaust the stack here or in the readers.
constexpr int deepest = 32;

TomlValue convert(const toml::node& node, int depth) {
    TomlValue value;
    value.line = node.source().begin.line;
    value.column = node.source().begin.column;
    if (const auto* table = node.as_table()) {
        value.kind = TomlValue::Kind::table;
        if (depth < deepest)
            for (const auto& [key, child] : *table) {
                value.entries.emplace_back(std::string(key.str()), convert(child, depth + 1));
                TomlValue& entry = value.entries.back().second;
                if (!child.is_table() && !child.is_array()) {
                    entry.line = key.source().begin.line;
                    entry.column = key.source().begin.column;
                }
            }
        std::sort(value.entries.begin(), value.entries.end(), [](const auto& a, const auto& b) {
            return std::tie(a.second.line, a.second.column, a.first) <
                   std::tie(b.second.line, b.second.column, b.first);
        });
    } else if (const auto* array = node.as_array()) {
        value.kind = TomlValue::Kind::array;
        if (depth < deepest)
            for (const toml::node& child : *array)
                value.items.push_back(convert(child, depth + 1));
    } else if (const auto* text = node.as_string()) {
        value.kind = TomlValue::Kind::text;
        value.text = text->get();
    } else if (const auto* integer = node.as_integer()) {
        value.kind = TomlValue::Kind::integer;
        value.integer = integer->get();
    } else if (const auto* decimal = node.as_floating_point()) {
        value.kind = TomlValue::Kind::decimal;
        value.decimal = decimal->get();
    } else if (const auto* flag = node.as_boolean()) {
        value.kind = TomlValue::Kind::flag;
        value.flag = flag->get();
    } else if (const auto* date = node.as_date()) {
        value.kind = TomlValue::Kind::date;
        value.date =
            makeDate(date->get().year, date->get().month, date->get().day).value_or(Date());
    } else {
        value.kind =
            TomlValue::Kind::text;  // a time of day or an instant: kept, but as no kind we use
    }
    return value;
}

std::string placeOf(std::string_view file, unsigned line, unsigned column) {
    std::ostringstream out;
    out << file << ':' << line << ':' << column;
    return out.str();
}

}  // namespace

TomlValue::TomlValue() = default;
TomlValue::TomlValue(const TomlValue&) = default;
TomlValue::TomlValue(TomlValue&&) noexcept = default;
TomlValue& TomlValue::operator=(const TomlValue&) = default;
TomlValue& TomlValue::operator=(TomlValue&&) noexcept = default;
TomlValue::~TomlValue() = default;

const TomlValue* TomlValue::find(std::string_view key) const {
    for (const auto& [name, value] : entries)
        if (name == key)
            return &value;
    return nullptr;
}

Result<TomlValue> parseToml(std::string_view text, std::string_view fileName) {
    if (!isValidUtf8(text))
        return fail(Code::malformed, std::string(fileName), "is not UTF-8 text");
    try {
        const toml::table table = toml::parse(text, fileName);
        return convert(table, 0);
    } catch (const toml::parse_error& error) {
        return fail(Code::malformed,
                    placeOf(fileName, error.source().begin.line, error.source().begin.column),
                    "is not TOML: " + std::string(error.description()));
    } catch (const std::exception&) {
        return fail(Code::malformed, std::string(fileName), "is not TOML");
    }
}

void TomlProblems::add(const TomlValue& where, std::string what) {
    m_errors.push_back(
        {Code::malformed, placeOf(m_fileName, where.line, where.column), std::move(what)});
}

Error TomlProblems::asError() const {
    if (m_errors.empty())
        return {Code::malformed, m_fileName, "has no fault"};
    Error all = m_errors.front();
    for (std::size_t i = 1; i < m_errors.size(); ++i)
        all.detail += "\n" + describe(m_errors[i]);
    return all;
}

TomlTable::TomlTable(const TomlValue& table, TomlProblems& problems)
    : m_table(&table), m_problems(&problems) {}

const TomlValue* TomlTable::value(std::string_view key) {
    m_known.emplace(key);
    return m_table->find(key);
}

const TomlValue* TomlTable::typed(std::string_view key, TomlValue::Kind kind, bool required) {
    const TomlValue* found = value(key);
    if (found == nullptr) {
        if (required)
            m_problems->add(
                *m_table,
                "'" + std::string(key) + "' is missing: it must be " + std::string(kindName(kind)));
        return nullptr;
    }
    if (found->kind != kind) {
        m_problems->add(*found,
                        "'" + std::string(key) + "' must be " + std::string(kindName(kind)) +
                            ", not " + std::string(kindName(found->kind)));
        return nullptr;
    }
    return found;
}

bool TomlTable::has(std::string_view key) {
    return value(key) != nullptr;
}

std::string TomlTable::text(std::string_view key) {
    const TomlValue* found = typed(key, TomlValue::Kind::text, true);
    if (found != nullptr && found->text.empty())
        m_problems->add(*found, "'" + std::string(key) + "' must not be empty");
    return found == nullptr ? std::string() : found->text;
}

std::string TomlTable::text(std::string_view key, std::string_view otherwise) {
    return optionalText(key).value_or(std::string(otherwise));
}

std::optional<std::string> TomlTable::optionalText(std::string_view key) {
    const TomlValue* found = typed(key, TomlValue::Kind::text, false);
    return found == nullptr ? std::nullopt : std::optional(found->text);
}

std::int64_t TomlTable::integer(std::string_view key) {
    const TomlValue* found = typed(key, TomlValue::Kind::integer, true);
    return found == nullptr ? 0 : found->integer;
}

std::optional<std::int64_t> TomlTable::optionalInteger(std::string_view key) {
    const TomlValue* found = typed(key, TomlValue::Kind::integer, false);
    return found == nullptr ? std::nullopt : std::optional(found->integer);
}

std::optional<double> TomlTable::optionalNumber(std::string_view key) {
    const TomlValue* found = value(key);
    if (found != nullptr && found->kind == TomlValue::Kind::integer)
        return static_cast<double>(found->integer);
    found = typed(key, TomlValue::Kind::decimal, false);
    return found == nullptr ? std::nullopt : std::optional(found->decimal);
}

double TomlTable::number(std::string_view key) {
    const TomlValue* found = value(key);
    if (found != nullptr && found->kind == TomlValue::Kind::integer)
        return static_cast<double>(found->integer);
    found = typed(key, TomlValue::Kind::decimal, true);
    return found == nullptr ? 0 : found->decimal;
}

bool TomlTable::flag(std::string_view key, bool otherwise) {
    const TomlValue* found = typed(key, TomlValue::Kind::flag, false);
    return found == nullptr ? otherwise : found->flag;
}

std::optional<Date> TomlTable::optionalDate(std::string_view key) {
    const TomlValue* found = typed(key, TomlValue::Kind::date, false);
    return found == nullptr ? std::nullopt : std::optional(found->date);
}

Date TomlTable::date(std::string_view key) {
    const TomlValue* found = typed(key, TomlValue::Kind::date, true);
    return found == nullptr ? Date(2000, 1, 1) : found->date;
}

std::vector<std::string> TomlTable::texts(std::string_view key) {
    const TomlValue* found = value(key);
    if (found == nullptr)
        return {};
    if (found->kind == TomlValue::Kind::text)
        return {found->text};
    std::vector<std::string> out;
    if (found->kind != TomlValue::Kind::array) {
        m_problems->add(*found, "'" + std::string(key) + "' must be a list of texts");
        return out;
    }
    for (const TomlValue& item : found->items) {
        if (item.kind == TomlValue::Kind::text)
            out.push_back(item.text);
        else
            m_problems->add(item, "'" + std::string(key) + "' must hold only texts");
    }
    return out;
}

std::optional<TomlTable> TomlTable::table(std::string_view key) {
    const TomlValue* found = typed(key, TomlValue::Kind::table, false);
    return found == nullptr ? std::nullopt : std::optional(TomlTable(*found, *m_problems));
}

std::vector<TomlTable> TomlTable::tables(std::string_view key) {
    const TomlValue* found = typed(key, TomlValue::Kind::array, false);
    std::vector<TomlTable> out;
    if (found == nullptr)
        return out;
    for (const TomlValue& item : found->items) {
        if (item.kind == TomlValue::Kind::table)
            out.emplace_back(item, *m_problems);
        else
            m_problems->add(item, "'" + std::string(key) + "' must hold only tables");
    }
    return out;
}

const std::vector<std::pair<std::string, TomlValue>>& TomlTable::entries() {
    for (const auto& [key, child] : m_table->entries)
        m_known.insert(key);
    return m_table->entries;
}

void TomlTable::problem(std::string_view key, std::string what) {
    const TomlValue* found = m_table->find(key);
    m_problems->add(found == nullptr ? *m_table : *found, std::move(what));
}

void TomlTable::finish() {
    for (const auto& [key, child] : m_table->entries) {
        if (m_known.contains(key))
            continue;
        const std::string close = nearest(key, {m_known.begin(), m_known.end()});
        m_problems->add(
            child,
            "unknown key '" + key + "'" + (close.empty() ? "" : "; did you mean '" + close + "'?"));
    }
}

}  // namespace base
