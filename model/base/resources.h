// SPDX-License-Identifier: GPL-3.0-or-later
// The files of resources/ as they were when the program was built: schema, plans, mappings,
// layouts, name tables, help. Read-only, valid for the life of the process, safe from any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace base {

// `name` is the path under resources/ ("plans/herefordshire-2020.toml").
[[nodiscard]] std::optional<std::string_view> resource(std::string_view name);

// Names that begin with `prefix`, sorted.
[[nodiscard]] std::vector<std::string> resourceNames(std::string_view prefix);

namespace detail {

struct EmbeddedFile {
    const char* name;
    const char* begin;
    const char* end;
};

extern const EmbeddedFile embeddedFiles[];
extern const unsigned embeddedFileCount;

}  // namespace detail

}  // namespace base
