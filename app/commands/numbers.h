// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers as text, for tables on the command line; no locale.
#pragma once

#include <string>

namespace app {

[[nodiscard]] std::string decimals(double value, int places);  // "4.25"
[[nodiscard]] std::string significant(double value);           // four digits: "0.00001234"
[[nodiscard]] std::string percent(double share);               // "98.7 %"

}  // namespace app
