// SPDX-License-Identifier: GPL-3.0-or-later
// The SHA-256 of a file, taken on a thread of its own while the caller reads the file for other
// ends. Going away without asking for it stops the thread.
#pragma once

#include "base/result.h"

#include <filesystem>
#include <string>
#include <thread>

namespace intake {

class BackgroundDigest {
public:
    explicit BackgroundDigest(std::filesystem::path path);

    // Waits for it: hexadecimal. Once. Fails with notFound or unreadable.
    [[nodiscard]] base::Result<std::string> take();

private:
    base::Result<std::string> m_digest;
    std::jthread m_worker;  // the last member: it writes the one above
};

}  // namespace intake
