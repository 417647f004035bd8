// SPDX-License-Identifier: GPL-3.0-or-later
// The reasons of a link or a doubtful pair, as the bytes of one column.
#pragma once

#include "records/link.h"

#include <string>
#include <string_view>
#include <vector>

namespace store {

[[nodiscard]] std::string packReasons(const std::vector<records::LinkReason>& reasons);
[[nodiscard]] std::vector<records::LinkReason> unpackReasons(std::string_view bytes);

}  // namespace store
