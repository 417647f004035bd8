// SPDX-License-Identifier: GPL-3.0-or-later
// The rows to be linked, as they stream in: every cell becomes the number of its text, so that a
// million rows hold each text once and whatever must be worked out of a text is worked out once.
// Cells are UTF-8 as sent, "" = not sent. Dates ISO (partial too), dd/mm/yyyy or yyyymmdd;
// identifiers raw: link() checks them.
#pragma once

#include "linkage/field_spec.h"
#include "linkage/string_pool.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace linkage {

class Rows {
public:
    Rows() = default;
    explicit Rows(std::vector<FieldSpec> fields);

    // One row: cells[i] is of fields()[i]; what is missing at the end was not sent. The views
    // needn't outlive the call. `source` is the partner or file the row came from: the scope of
    // localId and of Input::onePerSource.
    void add(std::span<const std::string_view> cells, std::uint32_t source = 0);

    // The same by column, for several threads: threads may add cells to different fields at the
    // same time. In the end every field must have as many cells as there are sources.
    void addCells(std::size_t field, std::span<const std::string_view> cells);
    void addSources(std::span<const std::uint32_t> sources);

    [[nodiscard]] const std::vector<FieldSpec>& fields() const { return m_fields; }

    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(m_source.size()); }

    // False while fields and sources differ in length.
    [[nodiscard]] bool even() const;

    [[nodiscard]] std::uint32_t source(std::uint32_t row) const { return m_source[row]; }

    [[nodiscard]] std::string_view cell(std::size_t field, std::uint32_t row) const {
        return m_columns[field].texts.text(m_columns[field].of[row]);
    }

    // What a field's cells are: texts, and of each row the number of its text.
    [[nodiscard]] const StringPool& texts(std::size_t field) const {
        return m_columns[field].texts;
    }

    [[nodiscard]] const std::vector<std::uint32_t>& numbers(std::size_t field) const {
        return m_columns[field].of;
    }

    // Lets go of a field's cells when they are no longer needed.
    void drop(std::size_t field) { m_columns[field] = Column(); }

private:
    struct Column {
        StringPool texts;
        std::vector<std::uint32_t> of;  // row -> text
    };

    std::vector<FieldSpec> m_fields;
    std::vector<Column> m_columns;  // by field
    std::vector<std::uint32_t> m_source;
};

}  // namespace linkage
