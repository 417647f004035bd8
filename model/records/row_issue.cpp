// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/row_issue.h"

namespace records {

std::string_view severityName(IssueSeverity severity) {
    return severity == IssueSeverity::rejected ? "rejected" : "warning";
}

}  // namespace records
