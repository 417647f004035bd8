// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/background_digest.h"

#include "base/crypto.h"
#include "intake/input_file.h"

#include <stop_token>

namespace intake {

namespace {

base::Result<std::string> digestOf(const std::filesystem::path& path, const std::stop_token& stop) {
    auto file = InputFile::open(path);
    if (!file)
        return base::fail(file.error());
    base::Sha256 hash;
    std::string piece;
    while (!stop.stop_requested()) {
        const auto more = file->read(piece);
        if (!more)
            return base::fail(more.error());
        if (!*more)
            return base::hex(hash.finish());
        hash.add(piece);
    }
    return base::fail(base::Code::cancelled, path.filename().string(), "stopped");
}

}  // namespace

BackgroundDigest::BackgroundDigest(std::filesystem::path path) {
    base::startCrypto();
    m_worker = std::jthread([this, file = std::move(path)](const std::stop_token& stop) {
        m_digest = digestOf(file, stop);
    });
}

base::Result<std::string> BackgroundDigest::take() {
    m_worker.join();
    return std::move(m_digest);
}

}  // namespace intake
