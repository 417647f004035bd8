// SPDX-License-Identifier: GPL-3.0-or-later
// The order in which Tab goes through a window: that of its layouts, which is the order it is read
// in. Qt's own is the order in which the widgets were made, so that whatever a screen makes anew
// would come last.
#pragma once

#include <QList>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace ui::widgets {

// What takes the focus by Tab and is in sight, or can be scrolled into it.
[[nodiscard]] QList<QWidget*> readingOrder(QWidget& window);

// Gives the focus to the next of them, or the one before, and round the end; scrolls it into sight.
// False when there is nothing to give it to.
bool moveFocus(QWidget& window, bool forward);

}  // namespace ui::widgets
