// SPDX-License-Identifier: GPL-3.0-or-later
// A partner file being read from start to end, piece by piece. Owns the open file.
#pragma once

#include "base/result.h"

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>

namespace intake {

class InputFile {
public:
    // Fails with notFound or unreadable (a folder, no permission).
    [[nodiscard]] static base::Result<InputFile> open(const std::filesystem::path& path);

    // Replaces `piece` by the next bytes; false at the end. Fails with unreadable.
    [[nodiscard]] base::Result<bool> read(std::string& piece);

    [[nodiscard]] std::uint64_t size() const { return m_size; }

private:
    std::filesystem::path m_path;
    std::ifstream m_in;
    std::uint64_t m_size = 0;
};

}  // namespace intake
