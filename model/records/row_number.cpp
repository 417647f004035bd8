// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/row_number.h"

namespace records {

std::string shownRow(std::int64_t row) {
    std::string text = std::to_string(lineOf(row));
    if (tableOf(row) != 0)
        text += " of table " + std::to_string(tableOf(row));
    return text;
}

}  // namespace records
