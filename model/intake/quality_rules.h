// SPDX-License-Identifier: GPL-3.0-or-later
// What looks wrong in a delivery although it can be read, as resources/quality/rules.toml has it.
// Plain values.
#pragma once

#include "base/result.h"
#include "records/identity.h"

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace intake {

struct QualityRules {
    std::set<std::string, std::less<>> homeAreas;  // "HR", "HR1"
    std::set<std::string, std::less<>> nearAreas;
    std::set<std::string, std::less<>> placeholderPostcodes;  // without a space; or the first half
    std::set<records::PartialDate> placeholderBirths;
    double firstOfJanuary = 3;                                     // times one in 365
    std::map<std::string, std::pair<int, int>, std::less<>> ages;  // by record type, in years
    double volumeChange = 0;                                       // shares, 0 to 1
    double codeShareChange = 0;
    double filledShareChange = 0;
    double deviations = 0;
    double nearlyEmpty = 0;
    double faulty = 0;
};

// Fails with every problem of the file, each at file:line:column.
[[nodiscard]] base::Result<QualityRules> readQualityRules(std::string_view text,
                                                          std::string_view fileName);
// Those that come with the program.
[[nodiscard]] base::Result<QualityRules> shippedQualityRules();

enum class PostcodePlace { notSent, home, near, elsewhere, placeholder };

[[nodiscard]] PostcodePlace placeOf(std::string_view postcode, const QualityRules& rules);

}  // namespace intake
