// SPDX-License-Identifier: GPL-3.0-or-later
// Counts of the overview. No family and no person is named. Plain values.
#pragma once

#include <cstdint>

namespace records {

// Families that meet exactly these criteria.
struct CriteriaTogether {
    std::uint32_t criteria = 0;  // bit 0: criterion 1
    std::int64_t families = 0;
};

// Members of families that a supervisor agreed and that are not closed, by what they said.
struct ConsentCounts {
    std::int64_t people = 0;
    std::int64_t given = 0;
    std::int64_t refused = 0;  // or withdrawn
    std::int64_t notAsked = 0;
    std::int64_t objected = 0;  // to the study
    std::int64_t withoutBasis = 0;
};

}  // namespace records
