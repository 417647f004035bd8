// SPDX-License-Identifier: GPL-3.0-or-later
// Rows in the forms the engine compares, one column a compared field: what the SQL of splink.h
// speaks of. Row by row, nothing kept.
#pragma once

#include "linkage/field_spec.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace linkage {

class PreparedRecords {
public:
    // `ukPostcodes` false: postcodes are compared as any code.
    explicit PreparedRecords(std::vector<FieldSpec> fields, bool ukPostcodes = true);

    // As comparedColumns() of the fields.
    [[nodiscard]] const std::vector<std::string>& columns() const { return m_columns; }

    // cells[i] is of fields[i], "" = not sent; the same order and meaning for what comes back.
    // Numbers that break their identifier's own rules come back as not sent.
    [[nodiscard]] std::vector<std::string> prepare(std::span<const std::string_view> cells) const;

private:
    [[nodiscard]] std::string_view cell(FieldKind kind,
                                        std::span<const std::string_view> cells) const;
    [[nodiscard]] std::string value(const std::string& column,
                                    std::span<const std::string_view> cells) const;
    [[nodiscard]] std::string name(const std::string& column,
                                   std::span<const std::string_view> cells) const;
    [[nodiscard]] std::string date(std::span<const std::string_view> cells) const;
    [[nodiscard]] std::optional<std::string> checked(const std::string& column,
                                                     std::span<const std::string_view> cells) const;
    [[nodiscard]] std::string named(const std::string& column,
                                    std::span<const std::string_view> cells) const;

    std::vector<FieldSpec> m_fields;
    bool m_ukPostcodes;
    std::vector<std::string> m_columns;
};

}  // namespace linkage
