// SPDX-License-Identifier: GPL-3.0-or-later
// Codes as people write them in returns: plain ("F1"), with a list letter before them ("b)
// Female"), with their meaning after them ("N1 - Abuse or neglect", "f) U6: Foster placement"). One
// file mixes them. Tried from the whole text to its parts, so that a listed text goes before a
// guess.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace intake {

// "b) Female" gives "b) Female" and "Female"; "q) 6: Police" gives "q) 6: Police", "6: Police", "6"
// and "Police". Trimmed; the text itself comes first.
[[nodiscard]] std::vector<std::string_view> codeForms(std::string_view text);

}  // namespace intake
