// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers and texts of a plan's TOML, for those who look at the text rather than at the plan.
#pragma once

#include "base/toml.h"

#include <string>
#include <string_view>

namespace criteria {

[[nodiscard]] inline bool isNumber(const base::TomlValue& value) {
    return value.kind == base::TomlValue::Kind::integer ||
           value.kind == base::TomlValue::Kind::decimal;
}

[[nodiscard]] inline double numberOf(const base::TomlValue& value) {
    return value.kind == base::TomlValue::Kind::integer ? static_cast<double>(value.integer)
                                                        : value.decimal;
}

// "" when there is none.
[[nodiscard]] inline std::string textOf(const base::TomlValue& table, std::string_view key) {
    const base::TomlValue* value = table.find(key);
    return value == nullptr ? std::string() : value->text;
}

}  // namespace criteria
