// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/input_file.h"

#include "base/file.h"

#include <cerrno>

namespace intake {

namespace {

constexpr std::size_t pieceSize = 256U << 10U;

}  // namespace

base::Result<InputFile> InputFile::open(const std::filesystem::path& path) {
    std::error_code error;
    const auto status = std::filesystem::status(path, error);
    if (std::filesystem::exists(status) && !std::filesystem::is_regular_file(status))
        return base::fail(base::Code::unreadable, path.string(), "is not a file");
    InputFile file;
    file.m_path = path;
    errno = 0;
    file.m_in.open(path, std::ios::binary);
    if (!file.m_in)
        return base::fail(base::fileError(path, errno == 0 ? ENOENT : errno));
    file.m_size = std::filesystem::file_size(path, error);
    if (error)
        file.m_size = 0;
    return file;
}

base::Result<bool> InputFile::read(std::string& piece) {
    piece.resize(pieceSize);
    errno = 0;
    m_in.read(piece.data(), static_cast<std::streamsize>(pieceSize));
    piece.resize(static_cast<std::size_t>(m_in.gcount()));
    if (m_in.bad())
        return base::fail(base::fileError(m_path, errno == 0 ? EIO : errno));
    return !piece.empty();
}

}  // namespace intake
