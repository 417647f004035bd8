// SPDX-License-Identifier: GPL-3.0-or-later
// The day of which a partner file speaks, when its name tells: "offences_2026-03-31.csv",
// "roll 31.03.2026.csv", "2024_autumn_pupilonroll.csv". It decides which of two deliveries corrects
// the other.
#pragma once

#include "base/date.h"

#include <optional>
#include <string_view>

namespace intake {

// The latest day written in the name as year, month, day (with or without separators between them)
// or day, month, year (with separators); else the last day of the school term it names. Days after
// `receivedOn` are none. Nothing when the name tells no day.
[[nodiscard]] std::optional<base::Date> dayInFileName(std::string_view fileName,
                                                      base::Date receivedOn);

}  // namespace intake
