// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/record_hashes.h"

#include <cassert>

namespace store {

namespace {

constexpr std::size_t hashBytes = 4;

}  // namespace

// A count of hashes a record in one byte each, then the hashes, lowest byte first.
std::string packHashes(const RecordHashes& keys, std::size_t from, std::size_t to) {
    std::string bytes;
    bytes.reserve(to - from + hashBytes * (keys.first[to] - keys.first[from]));
    for (std::size_t i = from; i < to; ++i) {
        assert(keys.first[i + 1] - keys.first[i] <= 0xff);
        bytes.push_back(static_cast<char>(keys.first[i + 1] - keys.first[i]));
    }
    for (std::size_t i = keys.first[from]; i < keys.first[to]; ++i)
        for (unsigned shift = 0; shift < 32; shift += 8)
            bytes.push_back(static_cast<char>((keys.hashes[i] >> shift) & 0xffU));
    return bytes;
}

// False when the bytes don't fit the records.
bool unpackHashes(std::string_view bytes, RecordHashes& keys) {
    const std::size_t records = keys.records.size();
    if (bytes.size() < records)
        return false;
    keys.first.assign(1, 0);
    for (std::size_t i = 0; i < records; ++i)
        keys.first.push_back(keys.first.back() + static_cast<unsigned char>(bytes[i]));
    bytes.remove_prefix(records);
    if (bytes.size() != hashBytes * keys.first.back())
        return false;
    const auto byte = [&bytes](std::size_t at) {
        return std::uint32_t{static_cast<unsigned char>(bytes[at])};
    };
    keys.hashes.resize(keys.first.back());
    for (std::size_t i = 0; i < keys.hashes.size(); ++i) {
        const std::size_t at = hashBytes * i;
        keys.hashes[i] = byte(at) | byte(at + 1) << 8U | byte(at + 2) << 16U | byte(at + 3) << 24U;
    }
    return true;
}

}  // namespace store
