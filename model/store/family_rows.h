// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps the work list's rows (family_rows) in step with families, assessments and cases. For
// store's .cpp files; call inside the transaction of the change.
#pragma once

#include "store/database.h"

namespace store {

// All of them, after a build of families or an assessment run. A family with a case keeps its row
// even when the build no longer names it: an open case never vanishes from the list.
[[nodiscard]] base::Result<void> rewriteFamilyRows(Database& database);
// Of one, after an event of its case or when it alone was built anew.
[[nodiscard]] base::Result<void> rewriteFamilyRow(Database& database, std::int64_t family);

}  // namespace store
