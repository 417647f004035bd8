// SPDX-License-Identifier: GPL-3.0-or-later
// Reading and checking, by kind of file: rows per second and peak memory, of a whole file and of a
// quarter of it, so that memory that grows with the file shows.
#pragma once

#include "county.h"

namespace benchmarks {

struct ReaderSizes {
    std::size_t runs = 3;
    std::size_t delimitedRows = 1'000'000;
    std::size_t workbookRows = 300'000;
    std::size_t messageBytes = 200'000'000;
};

void timeReaders(const County& county, const ReaderSizes& sizes);

}  // namespace benchmarks
