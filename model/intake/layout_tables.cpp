// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/layout_tables.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace intake {

namespace {

using base::TomlValue;

constexpr std::string_view tablesKey = "table";
// What a refused table needs to be recognised and named.
constexpr std::array<std::string_view, 8> tellingKeys{"version",
                                                      "agency",
                                                      "description",
                                                      "recognised_by",
                                                      "usual_separator",
                                                      "usual_encoding",
                                                      "record",
                                                      "head"};

TomlValue* entry(TomlValue& table, std::string_view key) {
    for (auto& [name, value] : table.entries)
        if (name == key)
            return &value;
    return nullptr;
}

// Both lists as one; a text alone counts as a list of one.
TomlValue joined(const TomlValue& shared, const TomlValue& own) {
    TomlValue all = own;
    all.kind = TomlValue::Kind::array;
    all.items.clear();
    for (const TomlValue* part : {&shared, &own}) {
        if (part->kind == TomlValue::Kind::array)
            all.items.insert(all.items.end(), part->items.begin(), part->items.end());
        else
            all.items.push_back(*part);
    }
    return all;
}

// The table's entries go before the shared ones of the same name.
TomlValue united(const TomlValue& shared, const TomlValue& own) {
    TomlValue all = own;
    for (const auto& each : shared.entries)
        if (own.find(each.first) == nullptr)
            all.entries.push_back(each);
    return all;
}

TomlValue writtenOut(const TomlValue& document, const TomlValue& table) {
    TomlValue all = table;
    const bool refused = table.find("refused_because") != nullptr;
    for (const auto& [key, shared] : document.entries) {
        if (key == tablesKey ||
            (refused &&
             std::find(tellingKeys.begin(), tellingKeys.end(), key) == tellingKeys.end() &&
             key != "name"))
            continue;
        TomlValue* own = entry(all, key);
        if (own == nullptr)
            all.entries.emplace_back(key, shared);
        else if (key == "columns" || key == "constants")
            *own = united(shared, *own);
        else if (key == "not_received")
            *own = joined(shared, *own);
        else if (key == "name")
            own->text = shared.text + "/" + own->text;
    }
    return all;
}

}  // namespace

std::vector<TomlValue> layoutTables(const TomlValue& document, base::TomlProblems& problems) {
    const TomlValue* tables = document.find(tablesKey);
    if (tables == nullptr)
        return {document};
    std::vector<TomlValue> all;
    if (tables->kind != TomlValue::Kind::array || tables->items.empty()) {
        problems.add(*tables, "'table' must be a list: begin each table with [[table]]");
        return all;
    }
    for (const TomlValue& table : tables->items) {
        if (table.kind == TomlValue::Kind::table && table.find("name") != nullptr)
            all.push_back(writtenOut(document, table));
        else
            problems.add(table, "each [[table]] must have a 'name'");
    }
    return all;
}

}  // namespace intake
