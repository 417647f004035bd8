// SPDX-License-Identifier: GPL-3.0-or-later
// A labelled field of a form: the label above, its control under it, both named for a screen
// reader.
#pragma once

#include "base/date.h"

#include <QString>

QT_BEGIN_NAMESPACE
class QComboBox;
class QDateEdit;
class QLayout;
class QLineEdit;
class QWidget;
QT_END_NAMESPACE

namespace ui::parts {

// Adds label and control to `layout` as one unit; returns the unit, so that it can be hidden.
QWidget* addField(QLayout* layout, const QString& label, QWidget* control, const QString& name);

// Fields beside each other, in columns of one width, while each has room; else under each other.
[[nodiscard]] QLayout* fieldRow();

[[nodiscard]] QDateEdit* dateField(base::Date value, QWidget* parent);
[[nodiscard]] base::Date dateIn(const QDateEdit* field);

}  // namespace ui::parts
