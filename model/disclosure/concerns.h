// SPDX-License-Identifier: GPL-3.0-or-later
// What is worth a look among those who go out, before a second person releases them.
#pragma once

#include "disclosure/eligibility.h"

#include <vector>

namespace disclosure {

// In the order of allConcerns, then of people.
[[nodiscard]] std::vector<Warning> concernsAbout(const Layout& layout, const Selection& selection);

}  // namespace disclosure
