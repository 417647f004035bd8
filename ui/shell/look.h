// SPDX-License-Identifier: GPL-3.0-or-later
// What must be so before any widget is made: the icons of this library at hand, dates as written
// here, the theme.
#pragma once

#include "ui/widgets/theme.h"

namespace ui::shell {

void prepareLook(QApplication& application, widgets::Scheme scheme, double textScale);

}  // namespace ui::shell
