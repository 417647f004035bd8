// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/zip_archive.h"

#include "base/text.h"
#include "intake/input_file.h"

#include <algorithm>
#include <set>
#include <zip.h>

namespace intake {

namespace {

constexpr std::size_t pieceSize = 64U << 10U;
constexpr std::uint64_t ratioFrom = 64ULL << 20U;

constexpr std::string_view tooBig =
    "is refused: unpacked it would be far larger than any real workbook; it may be made to do harm";
constexpr std::string_view damaged =
    "is a damaged workbook or zip: it was cut short or changed on its way; ask for it to be sent "
    "again";

bool leadsOut(const std::string& name) {
    if (name.empty() || name.front() == '/' || name.find('\\') != std::string::npos ||
        name.find('\0') != std::string::npos || (name.size() > 1 && name[1] == ':'))
        return true;
    const auto steps = base::split(name, '/');
    return std::find(steps.begin(), steps.end(), "..") != steps.end();
}

bool swells(std::uint64_t size, std::uint64_t packed, const ZipLimits& limits) {
    return size > limits.entrySize ||
           (size > ratioFrom && size / limits.ratio > std::max<std::uint64_t>(packed, 1));
}

}  // namespace

void ZipStream::Close::operator()(zip_file* file) const {
    zip_fclose(file);
}

base::Result<bool> ZipStream::append(std::string& bytes) {
    const std::size_t before = bytes.size();
    bytes.resize(before + pieceSize);
    // At the end the checksum is compared, and a wrong one fails.
    const zip_int64_t count = zip_fread(m_file.get(), bytes.data() + before, pieceSize);
    bytes.resize(before + static_cast<std::size_t>(std::max<zip_int64_t>(count, 0)));
    if (count < 0)
        return base::fail(base::Code::malformed, m_place, std::string(damaged));
    if (count == 0 && m_read != m_size)
        return base::fail(base::Code::malformed, m_place, std::string(damaged));
    if (count == 0)
        return false;
    m_read += static_cast<std::uint64_t>(count);
    *m_total += static_cast<std::uint64_t>(count);
    if (*m_total > m_limits.totalSize || swells(m_read, m_packed, m_limits))
        return base::fail(base::Code::refused, m_place, std::string(tooBig));
    return true;
}

base::Result<ZipArchive> ZipArchive::open(const std::filesystem::path& path,
                                          const ZipLimits& limits) {
    if (auto readable = InputFile::open(path); !readable)
        return base::fail(readable.error());
    ZipArchive archive;
    archive.m_place = path.filename().string();
    archive.m_limits = limits;
    archive.m_total = std::make_shared<std::uint64_t>(0);
    zip* const opened = zip_open(path.c_str(), ZIP_RDONLY, nullptr);
    if (opened == nullptr)
        return base::fail(base::Code::malformed, archive.m_place, std::string(damaged));
    archive.m_zip = std::shared_ptr<zip>(opened, zip_discard);
    if (auto listed = archive.list(); !listed)
        return base::fail(listed.error());
    if (auto whole = archive.checkWhole(); !whole)
        return base::fail(whole.error());
    return archive;
}

base::Result<void> ZipArchive::list() {
    const zip_int64_t count = zip_get_num_entries(m_zip.get(), 0);
    if (count <= 0)
        return base::fail(base::Code::malformed, m_place, std::string(damaged));
    if (static_cast<std::uint64_t>(count) > m_limits.entries)
        return base::fail(base::Code::refused, m_place, std::string(tooBig));
    for (std::uint64_t i = 0; i < static_cast<std::uint64_t>(count); ++i) {
        zip_stat_t found;
        constexpr zip_uint64_t needed = ZIP_STAT_NAME | ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE;
        if (zip_stat_index(m_zip.get(), i, 0, &found) != 0 || (found.valid & needed) != needed)
            return base::fail(base::Code::malformed, m_place, std::string(damaged));
        ZipEntry entry;
        entry.name = found.name;
        entry.packed = found.comp_size;
        entry.size = found.size;
        entry.index = i;
        entry.encrypted = (found.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 &&
                          found.encryption_method != ZIP_EM_NONE;
        m_entries.push_back(std::move(entry));
    }
    return {};
}

base::Result<void> ZipArchive::checkWhole() const {
    std::set<std::string> names;
    std::uint64_t total = 0;
    for (const ZipEntry& entry : m_entries) {
        if (leadsOut(entry.name))
            return base::fail(
                base::Code::refused,
                m_place,
                "is refused: it has a part whose name leads out of it; it may be made "
                "to do harm");
        if (entry.encrypted)
            return base::fail(base::Code::refused,
                              m_place,
                              "has a password; remove the password and send it another way");
        if (!names.insert(base::lowerAscii(entry.name)).second)
            return base::fail(base::Code::malformed,
                              m_place,
                              "has two parts of one name: no program makes such a workbook");
        if (swells(entry.size, entry.packed, m_limits) ||
            entry.size > m_limits.totalSize - std::min(total, m_limits.totalSize))
            return base::fail(base::Code::refused, m_place, std::string(tooBig));
        total += entry.size;
    }
    return {};
}

const ZipEntry* ZipArchive::find(std::string_view name) const {
    const std::string wanted = base::lowerAscii(name);
    const auto found = std::find_if(m_entries.begin(), m_entries.end(), [&](const ZipEntry& entry) {
        return base::lowerAscii(entry.name) == wanted;
    });
    return found == m_entries.end() ? nullptr : &*found;
}

base::Result<std::unique_ptr<ZipStream>> ZipArchive::stream(const ZipEntry& entry) const {
    std::unique_ptr<ZipStream> stream(new ZipStream);
    stream->m_place = m_place;
    stream->m_limits = m_limits;
    stream->m_packed = entry.packed;
    stream->m_size = entry.size;
    stream->m_total = m_total;
    stream->m_zip = m_zip;
    stream->m_file.reset(zip_fopen_index(m_zip.get(), entry.index, 0));
    if (!stream->m_file)
        return base::fail(base::Code::malformed, m_place, std::string(damaged));
    return stream;
}

}  // namespace intake
