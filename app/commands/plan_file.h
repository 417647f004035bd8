// SPDX-License-Identifier: GPL-3.0-or-later
// The plan a word on the command line names.
#pragma once

#include "base/result.h"

#include <string>

namespace app {

// A file, or the name of a plan that comes with the program.
[[nodiscard]] base::Result<std::string> planText(const std::string& name);

}  // namespace app
