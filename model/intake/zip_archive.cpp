// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/zip_archive.h"

#include "base/text.h"
#include "intake/input_file.h"

#include <QString>
#include <quazip/quazip.h>
#include <quazip/quazipfile.h>

#include <algorithm>
#include <set>
#include <utility>

namespace intake {

namespace {

constexpr qint64 pieceSize = 64 << 10;
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

std::unique_ptr<QuaZip> opened(const std::filesystem::path& path) {
    auto zip = std::make_unique<QuaZip>(QString::fromStdString(path.string()));
    return zip->open(QuaZip::mdUnzip) ? std::move(zip) : nullptr;
}

}  // namespace

ZipStream::ZipStream() = default;
ZipStream::~ZipStream() = default;

base::Result<bool> ZipStream::append(std::string& bytes) {
    const std::size_t before = bytes.size();
    bytes.resize(before + pieceSize);
    const qint64 count = m_file->read(bytes.data() + before, pieceSize);
    bytes.resize(before + static_cast<std::size_t>(std::max<qint64>(count, 0)));
    if (count < 0 || m_file->getZipError() != UNZ_OK)
        return base::fail(base::Code::malformed, m_place, std::string(damaged));
    if (count == 0) {
        m_file->close();
        if (m_file->getZipError() != UNZ_OK)  // the checksum is known only now
            return base::fail(base::Code::malformed, m_place, std::string(damaged));
        return false;
    }
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
    archive.m_path = path;
    archive.m_place = path.filename().string();
    archive.m_limits = limits;
    archive.m_total = std::make_shared<std::uint64_t>(0);
    const auto zip = opened(path);
    if (!zip)
        return base::fail(base::Code::malformed, archive.m_place, std::string(damaged));
    if (auto listed = archive.list(*zip); !listed)
        return base::fail(listed.error());
    if (auto whole = archive.checkWhole(); !whole)
        return base::fail(whole.error());
    return archive;
}

base::Result<void> ZipArchive::list(QuaZip& zip) {
    for (bool more = zip.goToFirstFile(); more; more = zip.goToNextFile()) {
        QuaZipFileInfo64 found;
        if (!zip.getCurrentFileInfo(&found))
            return base::fail(base::Code::malformed, m_place, std::string(damaged));
        if (m_entries.size() == m_limits.entries)
            return base::fail(base::Code::refused, m_place, std::string(tooBig));
        ZipEntry entry;
        entry.name = found.name.toStdString();
        entry.packed = static_cast<std::uint64_t>(found.compressedSize);
        entry.size = static_cast<std::uint64_t>(found.uncompressedSize);
        entry.encrypted = found.isEncrypted();
        m_entries.push_back(std::move(entry));
    }
    if (zip.getZipError() != UNZ_OK || m_entries.empty())
        return base::fail(base::Code::malformed, m_place, std::string(damaged));
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
    stream->m_total = m_total;
    stream->m_zip = opened(m_path);
    if (!stream->m_zip || !stream->m_zip->setCurrentFile(QString::fromStdString(entry.name)))
        return base::fail(base::Code::malformed, m_place, std::string(damaged));
    stream->m_file = std::make_unique<QuaZipFile>(stream->m_zip.get());
    if (!stream->m_file->open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return base::fail(base::Code::malformed, m_place, std::string(damaged));
    return stream;
}

}  // namespace intake
