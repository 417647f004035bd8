// SPDX-License-Identifier: GPL-3.0-or-later
// What a person arranged on a screen: the columns of its tables, the sizes of its parts. Put back
// when the screen is made, and kept for that person on this machine when they change it.
#pragma once

#include <QString>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace ui::shell {

class Preferences;

// Tables and splitters are told apart by their names. The preferences must outlive the screen.
void keepArrangement(QWidget& screen,
                     const QString& place,
                     const QString& user,
                     Preferences& preferences);

}  // namespace ui::shell
