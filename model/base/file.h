// SPDX-License-Identifier: GPL-3.0-or-later
// Files, in the few ways the model touches them. Paths are UTF-8. A write is whole or not at all:
// to a neighbour, flushed to disk, then renamed; the directory is flushed too.
#pragma once

#include "base/result.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace base {

// Fails with notFound, unreadable, or refused when the file is larger than `limit` bytes.
[[nodiscard]] Result<std::string> readFile(const std::filesystem::path& path,
                                           std::uint64_t limit = 64U << 20U);

// Owner-only permissions when `isPrivate`. Fails with unreadable or full; then the old file stands.
[[nodiscard]] Result<void> writeFileWhole(const std::filesystem::path& path,
                                          std::string_view bytes,
                                          bool isPrivate);

// What errno means, as our code and words ("no space left on the disk").
[[nodiscard]] Error fileError(const std::filesystem::path& path, int errorNumber);

}  // namespace base
