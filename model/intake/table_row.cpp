// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/table_row.h"

#include <algorithm>
#include <array>

namespace intake {

namespace {

struct Wording {
    std::string_view code;
    std::string_view detail;
};

// In the order of CellFault.
constexpr std::array<Wording, 6> wordings{{
    {"cell-error", "holds an error of the workbook, such as #N/A; read as empty"},
    {"formula-without-value",
     "is a formula that was never worked out; open the workbook, save it and send it again, or "
     "send the values"},
    {"digits-lost",
     "is a number of more than 15 digits, which a workbook can't keep: the last digits are zeros; "
     "format the column as text before filling it"},
    {"cell-at-limit", "is as long as a workbook's cell may be (32,767); its end may be missing"},
    {"broken-cell", "points at a text that the workbook does not have; read as empty"},
    {"repeated-element", "stands there more than once; the first was read"},
}};

}  // namespace

std::string_view cellFaultCode(CellFault fault) {
    return wordings[static_cast<std::size_t>(fault)].code;
}

std::string_view cellFaultDetail(CellFault fault) {
    return wordings[static_cast<std::size_t>(fault)].detail;
}

bool TableRow::blank() const {
    return fault == Fault::none && notes.empty() &&
           std::all_of(fields.begin(), fields.end(), [](auto field) { return field.empty(); });
}

}  // namespace intake
