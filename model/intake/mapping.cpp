// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/mapping.h"

#include "base/resources.h"

#include <algorithm>
#include <iterator>

namespace intake {

namespace {

std::string qualified(const records::RecordType* type, std::string_view name) {
    return type == nullptr ? std::string(name) : std::string(type->name) + "." + std::string(name);
}

}  // namespace

std::string ColumnRule::column() const {
    return qualified(type, target);
}

std::string ConstantRule::column() const {
    return qualified(type, type->fields[field].name);
}

base::Result<std::vector<Mapping>> shippedMappings() {
    constexpr std::string_view folder = "partners/";
    std::vector<Mapping> mappings;
    for (const std::string& name : base::resourceNames(folder)) {
        // Only the folder itself: agreements lie below it.
        if (!name.ends_with(".toml") || name.find('/', folder.size()) != std::string::npos)
            continue;
        auto tables = readMappings(base::resource(name).value_or(""), name);
        if (!tables)
            return base::fail(tables.error());
        std::move(tables->begin(), tables->end(), std::back_inserter(mappings));
    }
    std::sort(mappings.begin(), mappings.end(), [](const Mapping& a, const Mapping& b) {
        return a.name < b.name;
    });
    return mappings;
}

Mapping forWorkbook(Mapping mapping) {
    const auto take = [](DateFormats& dates) {
        auto& forms = dates.forms;
        if (!forms.empty() && std::find(forms.begin(), forms.end(), DateForm::iso) == forms.end())
            forms.push_back(DateForm::iso);
    };
    for (ColumnRule& rule : mapping.columns)
        take(rule.dates);
    if (mapping.attendance)
        take(mapping.attendance->dates);
    return mapping;
}

std::vector<std::string> columnsOf(const Mapping& mapping) {
    std::vector<std::string> columns;
    for (const ColumnRule& rule : mapping.columns)
        columns.push_back(rule.column());
    for (const ConstantRule& rule : mapping.constants)
        columns.push_back(rule.column());
    if (mapping.attendance)
        for (std::string& column : mapping.attendance->columns())
            columns.push_back(std::move(column));
    if (mapping.termFromFileName)
        for (const records::RecordType* type : mapping.types)
            if (const auto field = type->indexOf(records::FieldTime::term))
                columns.push_back(qualified(type, type->fields[*field].name));
    std::sort(columns.begin(), columns.end());
    columns.erase(std::unique(columns.begin(), columns.end()), columns.end());
    return columns;
}

}  // namespace intake
