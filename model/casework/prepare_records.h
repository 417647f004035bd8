// SPDX-License-Identifier: GPL-3.0-or-later
// Delimited files in the forms that a linkage model compares, so that Splink, given the same model
// as settings, sees what the engine sees.
#pragma once

#include "base/progress.h"
#include "base/result.h"

#include <filesystem>
#include <string>
#include <vector>

namespace casework {

struct PrepareRequest {
    std::vector<std::filesystem::path> files;
    std::string fields;  // "id=unique_id,forename=first_name,..."
};

// CSV: unique_id, source_dataset (the source column, else the file's name), then a column for each
// compared field; nothing sent is nothing. One row in, one row out. Fails as matchFiles() does.
[[nodiscard]] base::Result<std::string> prepareRecords(const PrepareRequest& request,
                                                       base::Progress& progress);

}  // namespace casework
