// SPDX-License-Identifier: GPL-3.0-or-later
// A run's report as JSON, for --json and for keeping it.
#pragma once

#include "base/json.h"
#include "linkage/run_report.h"

namespace linkage {

[[nodiscard]] base::Json toJson(const RunReport& report);
// What is missing reads as nothing.
[[nodiscard]] RunReport runReportFromJson(const base::Json& json);

}  // namespace linkage
