// SPDX-License-Identifier: GPL-3.0-or-later
// One line of delimited text (RFC 4180: quotes where needed, doubled inside). With `neutral`, a
// field that a spreadsheet would take for a formula (= + - @ tab, carriage return) gets a leading
// apostrophe, so that an exported file can't run anything.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace base {

enum class Formulas { asTheyAre, neutral };

// Appends the fields and "\n" (CRLF when `crlf`).
void appendDelimited(std::string& out,
                     const std::vector<std::string>& fields,
                     Formulas formulas,
                     char separator = ',',
                     bool crlf = false);

}  // namespace base
