// SPDX-License-Identifier: GPL-3.0-or-later
// When each agency was last heard from, told by its deliveries and what they speak of.
#pragma once

#include "casework/deliveries.h"

#include <vector>

namespace casework {

// One an agency, in the order of records::allAgencies.
[[nodiscard]] std::vector<PartnerFreshness> heardFrom(
    const std::vector<records::Delivery>& deliveries,
    const std::vector<records::CoverageSpan>& spans);

}  // namespace casework
