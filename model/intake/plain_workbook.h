// SPDX-License-Identifier: GPL-3.0-or-later
// Writes a workbook of one plain sheet: a header and rows of text, nothing hidden, no formula, no
// author. Every cell is text, so that nothing in it is ever worked out. The library that writes
// workbooks is seen by plain_workbook.cpp alone.
#pragma once

#include "base/result.h"

#include <filesystem>
#include <string>
#include <vector>

namespace intake {

inline constexpr std::size_t mostSheetRows = 1'048'575;  // below the header

// Overwrites. Fails with refused (more rows than a sheet holds), or unreadable or full when the
// file can't be written; then it is not left behind.
[[nodiscard]] base::Result<void> writePlainWorkbook(
    const std::filesystem::path& path,
    const std::string& sheet,
    const std::vector<std::string>& header,
    const std::vector<std::vector<std::string>>& rows);

}  // namespace intake
