// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/file.h"

#include "base/text.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <sys/stat.h>
#include <unistd.h>

namespace base {

namespace {

// Closes what it opened; a failed close after a good flush loses nothing.
class Descriptor {
public:
    explicit Descriptor(int number) : m_number(number) {}

    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    ~Descriptor() {
        if (m_number >= 0)
            ::close(m_number);
    }

    [[nodiscard]] int number() const { return m_number; }

private:
    int m_number;
};

bool writeAll(int file, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(file, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return false;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

}  // namespace

Error fileError(const std::filesystem::path& path, int errorNumber) {
    const std::string place = path.string();
    switch (errorNumber) {
        case ENOENT:
            return {Code::notFound, place, "there is no such file"};
        case ENOSPC:
        case EDQUOT:
        case EFBIG:
            return {Code::full, place, "there is no space left on the disk; nothing was changed"};
        case EACCES:
        case EPERM:
        case EROFS:
            return {Code::unreadable,
                    place,
                    "the system does not allow it (permissions, or read-only)"};
        default:
            return {Code::unreadable, place, std::strerror(errorNumber)};
    }
}

Result<std::string> readFile(const std::filesystem::path& path, std::uint64_t limit) {
    std::error_code error;
    if (std::filesystem::is_directory(path, error))
        return fail(Code::unreadable, path.string(), "is a folder, not a file");
    errno = 0;
    std::ifstream in(path, std::ios::binary);
    if (!in)
        return fail(fileError(path, errno == 0 ? ENOENT : errno));
    const std::uint64_t size = std::filesystem::file_size(path, error);
    if (!error && size > limit)
        return fail(Code::refused,
                    path.string(),
                    "is larger than the " + grouped(limit) + " bytes allowed for such a file");
    std::string bytes((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
    if (in.bad())
        return fail(fileError(path, errno));
    return bytes;
}

Result<void> writeFileWhole(const std::filesystem::path& path,
                            std::string_view bytes,
                            bool isPrivate) {
    std::filesystem::path neighbour = path;
    neighbour += ".part";
    const mode_t mode = isPrivate ? 0600 : 0644;
    {
        // Anew, never through a link or into a file that someone laid in its place.
        ::unlink(neighbour.c_str());
        const Descriptor file(
            ::open(neighbour.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode));
        if (file.number() < 0)
            return fail(fileError(path, errno));
        if (!writeAll(file.number(), bytes) || ::fsync(file.number()) != 0) {
            const int why = errno;
            ::unlink(neighbour.c_str());
            return fail(fileError(path, why));
        }
    }
    if (::rename(neighbour.c_str(), path.c_str()) != 0) {
        const int why = errno;
        ::unlink(neighbour.c_str());
        return fail(fileError(path, why));
    }
    std::filesystem::path folder = path.parent_path();
    if (folder.empty())
        folder = ".";
    const Descriptor directory(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (directory.number() >= 0)
        ::fsync(directory.number());
    return {};
}

}  // namespace base
