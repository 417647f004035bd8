// SPDX-License-Identifier: GPL-3.0-or-later
// Opens a surveyed file as the tables it holds, by its content and not by its name.
#pragma once

#include "base/result.h"
#include "intake/encoding.h"
#include "intake/tables.h"

#include <filesystem>
#include <memory>

namespace intake {

// Delimited text and workbooks. Fails as these do when opened; with unsupported for an XML message,
// whose tables only a mapping knows.
[[nodiscard]] base::Result<std::unique_ptr<Container>> openContainer(
    const std::filesystem::path& path, const FileSurvey& survey);

}  // namespace intake
