// SPDX-License-Identifier: GPL-3.0-or-later
// What a screen reader is told our widgets are, where Qt would say something else: a drawing is a
// picture, a title is a heading to jump to, a place of the navigation, a chip or a tile is one
// choice among several. Every button is pressed as by the mouse: Qt's own first action only changes
// how a button that can be checked looks, and nothing would happen.
#pragma once

#include <QtGlobal>

QT_BEGIN_NAMESPACE
class QAbstractButton;
QT_END_NAMESPACE

namespace ui::widgets {

// Once for the application; more is harmless.
void installAccessibleRoles();

// Makes a button one choice among several, of which the chosen one is checked.
void makeChoice(QAbstractButton* button);

}  // namespace ui::widgets
