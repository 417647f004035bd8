// SPDX-License-Identifier: GPL-3.0-or-later
// What a layout's TOML says of an XML message: the record, the rows below it and what its head must
// say. And paths as lists of names.
#pragma once

#include "base/toml.h"
#include "intake/mapping.h"

#include <string>
#include <string_view>
#include <vector>

namespace intake {

// Reads 'record', 'rows' and the [[head]] tables; faults go to the table's problems.
[[nodiscard]] XmlRows readXmlRows(base::TomlTable& table,
                                  const std::vector<std::string>& recognisedBy);

// A path of names, with or without a slash in front; no "." and no "..".
[[nodiscard]] bool isXmlPath(std::string_view path);

// "/Message/Children" and "Message/Children" alike: its names.
[[nodiscard]] std::vector<std::string_view> pathNames(std::string_view path);

// "/Message/Header/Collection = CIN": the path, and the text it must hold ("" for any).
struct HeadCondition {
    std::string path;
    std::string text;
};

[[nodiscard]] HeadCondition headCondition(std::string_view condition);

}  // namespace intake
