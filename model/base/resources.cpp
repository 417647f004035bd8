// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/resources.h"

#include <algorithm>

namespace base {

std::optional<std::string_view> resource(std::string_view name) {
    for (unsigned i = 0; i < detail::embeddedFileCount; ++i) {
        const detail::EmbeddedFile& file = detail::embeddedFiles[i];
        if (name == file.name)
            return std::string_view(file.begin, static_cast<std::size_t>(file.end - file.begin));
    }
    return std::nullopt;
}

std::vector<std::string> resourceNames(std::string_view prefix) {
    std::vector<std::string> names;
    for (unsigned i = 0; i < detail::embeddedFileCount; ++i)
        if (std::string_view(detail::embeddedFiles[i].name).starts_with(prefix))
            names.emplace_back(detail::embeddedFiles[i].name);
    std::sort(names.begin(), names.end());
    return names;
}

}  // namespace base
