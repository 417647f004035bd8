// SPDX-License-Identifier: GPL-3.0-or-later
// How an outcome looks and reads: its mark, its word.
#pragma once

#include "records/finding.h"
#include "ui/widgets/mark.h"

#include <QString>

namespace ui::models {

[[nodiscard]] widgets::MarkState markOf(records::Outcome outcome);
[[nodiscard]] QString outcomeWord(records::Outcome outcome);
// The role of a tag in the style sheet.
[[nodiscard]] const char* tagOf(records::Outcome outcome);
// The short name of a criterion of the national framework: "Crime and anti-social behaviour".
[[nodiscard]] QString shortCriterion(int number);

}  // namespace ui::models
