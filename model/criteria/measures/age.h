// SPDX-License-Identifier: GPL-3.0-or-later
// Ages when the birth date may be known only in part: a year alone gives two possible ages. A
// placeholder date is no date.
#pragma once

#include "base/toml.h"
#include "criteria/measures/window_days.h"
#include "criteria/plan.h"
#include "records/identity.h"

#include <optional>
#include <string>

namespace criteria {

// The completed years someone may have reached on a day; below 0 before birth.
struct AgeSpan {
    int least = 0;
    int most = 0;
};

enum class Fit { yes, no, cannotTell };

[[nodiscard]] std::optional<AgeSpan> agesOn(const records::PartialDate& birth, base::Date day);
// Both bounds included.
[[nodiscard]] Fit fits(const std::optional<AgeSpan>& ages,
                       std::optional<int> from,
                       std::optional<int> to);

// Whether the person can count at all: of age at assessment, or on some day of the window.
[[nodiscard]] bool mayBeOfAge(const AgeBounds& bounds,
                              const records::PartialDate& birth,
                              const WindowDays& window,
                              base::Date asAt);

[[nodiscard]] std::optional<AgeBounds> readAge(base::TomlTable& table);
// ", aged 10 to 17 when it happened,", to stand before more words; "" without bounds.
[[nodiscard]] std::string ageInWords(const Measure& measure);

}  // namespace criteria
