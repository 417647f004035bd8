// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers and yes-or-no as partners write them.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace intake {

// "1,234.50", "£12", "134.0"; never "1e3", "12 days".
[[nodiscard]] std::optional<double> readDecimal(std::string_view text);
// A decimal without a fraction.
[[nodiscard]] std::optional<std::int64_t> readInteger(std::string_view text);
// Yes, Y, True, T, 1 and No, N, False, F, 0 in any case.
[[nodiscard]] std::optional<bool> readFlag(std::string_view text);

}  // namespace intake
