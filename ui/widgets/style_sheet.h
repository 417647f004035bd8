// SPDX-License-Identifier: GPL-3.0-or-later
// The style sheet that goes with the palette of theme.h. Sizes come from the application's font.
#pragma once

#include "ui/widgets/theme.h"

#include <QString>

namespace ui::widgets {

[[nodiscard]] QString styleSheet(const Colours& colours);

}  // namespace ui::widgets
