// SPDX-License-Identifier: GPL-3.0-or-later
// A cell that holds a small JSON object, as case management extracts write addresses.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace intake {

// The members of those names in that order, with ", " between those not empty (a house number and
// its street stay together); of an array the first object's. Where several are asked for, a cell
// that is not JSON is taken as it stands, so that an address in words stays one. Empty for an
// object without any of them, for broken JSON and for more than 8 KiB of it.
[[nodiscard]] std::string jsonMembers(std::string_view cell, const std::vector<std::string>& names);

}  // namespace intake
