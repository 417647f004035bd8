// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/tables.h"

#include <algorithm>

namespace intake {

const std::vector<std::string>& Table::heading() const {
    static const std::vector<std::string> none;
    return header < leading.size() ? leading[header].cells : none;
}

std::size_t likeliestHeader(const std::vector<LeadingLine>& leading) {
    const auto filled = [](const LeadingLine& line) {
        return line.cells.size() -
               static_cast<std::size_t>(std::count(line.cells.begin(), line.cells.end(), ""));
    };
    std::size_t fullest = 0;
    for (const LeadingLine& line : leading)
        fullest = std::max(fullest, filled(line));
    const auto found = std::find_if(leading.begin(), leading.end(), [&](const LeadingLine& line) {
        return filled(line) * 2 > fullest;
    });
    return found == leading.end() ? 0 : static_cast<std::size_t>(found - leading.begin());
}

}  // namespace intake
