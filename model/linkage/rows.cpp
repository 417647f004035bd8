// SPDX-License-Identifier: GPL-3.0-or-later
#include "linkage/rows.h"

#include <algorithm>

namespace linkage {

Rows::Rows(std::vector<FieldSpec> fields)
    : m_fields(std::move(fields)), m_columns(m_fields.size()) {}

void Rows::add(std::span<const std::string_view> cells, std::uint32_t source) {
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        Column& column = m_columns[i];
        column.of.push_back(i < cells.size() ? column.texts.id(cells[i]) : 0);
    }
    m_source.push_back(source);
}

void Rows::addCells(std::size_t field, std::span<const std::string_view> cells) {
    Column& column = m_columns[field];
    for (const std::string_view cell : cells)
        column.of.push_back(column.texts.id(cell));
}

void Rows::addSources(std::span<const std::uint32_t> sources) {
    m_source.insert(m_source.end(), sources.begin(), sources.end());
}

bool Rows::even() const {
    return std::all_of(m_columns.begin(), m_columns.end(), [this](const Column& column) {
        return column.of.size() == m_source.size();
    });
}

}  // namespace linkage
