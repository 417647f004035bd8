// SPDX-License-Identifier: GPL-3.0-or-later
// Something wrong with one row or one field of a delivery: data for the sender to act on, not an
// error of ours. Never carries the value itself.
#pragma once

#include "records/ids.h"

#include <cstdint>
#include <string>

namespace records {

enum class IssueSeverity {
    rejected,  // the row was not accepted
    warning,   // the row was accepted; the field needs a look
};

struct RowIssue {
    DeliveryId delivery;
    std::int64_t row = 0;     // as records/row_number.h numbers it; 0 speaks of the whole file
    std::string column;       // the partner's own heading; "" speaks of the whole row
    IssueSeverity severity = IssueSeverity::warning;
    std::string code;         // stable word: "bad-date", "invalid-nino", "missing-required"
    std::string detail;       // what is wrong and what to send instead
    std::string table = {};   // the sheet, or the kind of element; "" in a file of one table

    friend bool operator==(const RowIssue&, const RowIssue&) = default;
};

[[nodiscard]] std::string_view severityName(IssueSeverity severity);

}  // namespace records
