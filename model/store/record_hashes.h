// SPDX-License-Identifier: GPL-3.0-or-later
// Hashes by which records find one another, as two columns of some thousands of records. No values.
#pragma once

#include "records/ids.h"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace store {

// Of record i the hashes are hashes[first[i]] to hashes[first[i + 1] - 1]; at most 255.
struct RecordHashes {
    std::vector<records::RecordId> records;
    std::vector<std::uint32_t> first{0};  // one more than records
    std::vector<std::uint32_t> hashes;

    // Closes the hashes added since the last record: they are this one's.
    void add(records::RecordId record) {
        records.push_back(record);
        first.push_back(static_cast<std::uint32_t>(hashes.size()));
    }
};

constexpr std::size_t chunkRecords = 8192;  // in one row

// The hashes of records `from` to `to` - 1.
[[nodiscard]] std::string packHashes(const RecordHashes& hashes, std::size_t from, std::size_t to);
// Of `into.records`; false when the bytes don't fit them.
[[nodiscard]] bool unpackHashes(std::string_view bytes, RecordHashes& into);

}  // namespace store
