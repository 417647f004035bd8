// SPDX-License-Identifier: GPL-3.0-or-later
// Partner files as long as a benchmark wants them, made of a short one by taking its rows over and
// over.
#pragma once

#include <cstddef>
#include <filesystem>

namespace benchmarks {

// A workbook of one sheet with the header and the rows of a delimited file (commas):
// dates (21/11/2026) and numbers as numbers, other texts shared.
void writeLongWorkbook(const std::filesystem::path& delimited,
                       std::size_t rows,
                       const std::filesystem::path& workbook);

// An XML message with the elements between `<list>` and `</list>` of a short one repeated until it
// has so many bytes.
void writeLongMessage(const std::filesystem::path& message,
                      const char* list,
                      std::size_t bytes,
                      const std::filesystem::path& longMessage);

}  // namespace benchmarks
