// SPDX-License-Identifier: GPL-3.0-or-later
// Line icons of one set, drawn in the colour of the text they stand beside, in any size and scheme.
#pragma once

#include <QIcon>
#include <QString>

namespace ui::widgets {

// `name` is a file of resources/icons without its ending. Follows the palette as it changes.
[[nodiscard]] QIcon icon(const QString& name);

}  // namespace ui::widgets
