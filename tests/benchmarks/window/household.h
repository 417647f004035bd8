// SPDX-License-Identifier: GPL-3.0-or-later
// Files for a vault of the window's benchmark, written as partners send them: five people of one
// tenancy with 500 records between them, and a delivery in which every row is rejected.
#pragma once

#include <cstddef>
#include <filesystem>
#include <utility>
#include <vector>

namespace benchmarks {

// Each file with the reference of its agreement.
[[nodiscard]] std::vector<std::pair<std::filesystem::path, const char*>> writeHousehold(
    const std::filesystem::path& folder);
[[nodiscard]] std::filesystem::path writeFaults(const std::filesystem::path& folder,
                                                std::size_t rows);

}  // namespace benchmarks
