// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/draft_file.h"

#include "base/crypto.h"
#include "base/file.h"
#include "store/keyring.h"

#include <system_error>

namespace store {

std::filesystem::path DraftFile::path() const {
    return m_vault->folder() / ("drafts-" + std::to_string(m_vault->user().id.value) + ".sealed");
}

std::string DraftFile::context() const {
    return "drafts of user " + std::to_string(m_vault->user().id.value);
}

base::Result<void> DraftFile::keep(std::string_view text) const {
    if (!text.empty())
        return base::writeFileWhole(
            path(), base::seal(m_vault->keys().findings, text, context()), true);
    std::error_code failed;
    std::filesystem::remove(path(), failed);
    if (failed)
        return base::fail(base::fileError(path(), failed.value()));
    return {};
}

base::Result<std::string> DraftFile::read() const {
    const auto sealed = base::readFile(path());
    if (!sealed && sealed.error().code == base::Code::notFound)
        return std::string();
    if (!sealed)
        return base::fail(sealed.error());
    auto text = base::open(m_vault->keys().findings, *sealed, context());
    if (!text)
        return base::fail(
            base::Code::damaged, path().filename().string(), "is not what was kept there");
    return text;
}

}  // namespace store
