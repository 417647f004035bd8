// SPDX-License-Identifier: GPL-3.0-or-later
// A text as a basic string of TOML, in quotation marks, with what must be escaped escaped.
#pragma once

#include <string>
#include <string_view>

namespace base {

[[nodiscard]] std::string tomlText(std::string_view text);

}  // namespace base
