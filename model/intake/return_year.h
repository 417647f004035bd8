// SPDX-License-Identifier: GPL-3.0-or-later
// The year a statutory return speaks of, when the file's name tells it. Years of children's social
// care returns run from 1 April to 31 March and are called by the year they end in, or by both.
#pragma once

#include "base/date.h"

#include <optional>
#include <string_view>

namespace intake {

// The 31 March that ends the year: "oc2_2024.csv", "903 2023-24 oc2.csv" and "oc2_2024-03-31.csv"
// give 31 March 2024. Nothing when the name tells no year, or more than one.
[[nodiscard]] std::optional<base::Date> returnYearEnd(std::string_view fileName);

}  // namespace intake
