// SPDX-License-Identifier: GPL-3.0-or-later
// A workbook's zip, over libzip: which parts it holds, and the bytes of one as a stream. What comes
// out is counted as it comes out, whatever the zip says of itself, so that a small file can't swell
// without end ("zip bomb"); parts are never written to disk, so their names can lead nowhere.
#pragma once

#include "base/result.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

struct zip;
struct zip_file;

namespace intake {

struct ZipEntry {
    std::string name;
    std::uint64_t packed = 0;  // bytes in the file
    std::uint64_t size = 0;    // bytes unpacked, as the zip says
    std::uint64_t index = 0;   // place in the zip
    bool encrypted = false;
};

struct ZipLimits {
    std::size_t entries = 4096;
    std::uint64_t entrySize = 2ULL << 30U;  // bytes unpacked, of one entry
    std::uint64_t totalSize = 4ULL << 30U;  // of all streams opened on the archive together
    std::uint64_t ratio = 400;              // unpacked to packed, beyond the first 64 MiB
};

// The bytes of one entry, piece by piece. Holds the open file together with its archive.
class ZipStream {
public:
    // Appends the next piece; false at the end. Fails with malformed (damaged, checksum) or refused
    // (over a limit).
    [[nodiscard]] base::Result<bool> append(std::string& bytes);

    [[nodiscard]] std::uint64_t read() const { return m_read; }  // bytes unpacked so far

private:
    friend class ZipArchive;

    struct Close {
        void operator()(zip_file* file) const;
    };

    ZipStream() = default;

    std::string m_place;
    ZipLimits m_limits;
    std::uint64_t m_packed = 0;
    std::uint64_t m_size = 0;  // as the zip says
    std::uint64_t m_read = 0;
    std::shared_ptr<std::uint64_t> m_total;  // of all streams of the archive
    std::shared_ptr<zip> m_zip;
    std::unique_ptr<zip_file, Close> m_file;
};

class ZipArchive {
public:
    // Fails with notFound, unreadable, malformed (no zip, damaged, two parts of one name) or
    // refused (over a limit by what the zip says of itself, parts with a password, names that lead
    // out).
    [[nodiscard]] static base::Result<ZipArchive> open(const std::filesystem::path& path,
                                                       const ZipLimits& limits = {});

    [[nodiscard]] const std::vector<ZipEntry>& entries() const { return m_entries; }

    // Part names are compared without regard to case, as the package format has it.
    [[nodiscard]] const ZipEntry* find(std::string_view name) const;

    [[nodiscard]] base::Result<std::unique_ptr<ZipStream>> stream(const ZipEntry& entry) const;

private:
    ZipArchive() = default;

    [[nodiscard]] base::Result<void> list();
    [[nodiscard]] base::Result<void> checkWhole() const;

    std::string m_place;
    ZipLimits m_limits;
    std::shared_ptr<zip> m_zip;
    std::vector<ZipEntry> m_entries;
    std::shared_ptr<std::uint64_t> m_total;
};

}  // namespace intake
