// SPDX-License-Identifier: GPL-3.0-or-later
// Text, tags and buttons in the roles of the theme.
#pragma once

#include <QString>

QT_BEGIN_NAMESPACE
class QLabel;
class QPushButton;
class QWidget;
QT_END_NAMESPACE

namespace ui::widgets {

// Plain text, never read as mark-up. `role` is a role of the style sheet, or nullptr for body text.
[[nodiscard]] QLabel* label(const QString& text, const char* role, QWidget* parent);
// As label(), wrapping at the width it is given.
[[nodiscard]] QLabel* paragraph(const QString& text, const char* role, QWidget* parent);
// A state in a word, with a frame: role is tag, tag-strong, tag-unknown, tag-warning or tag-good.
[[nodiscard]] QLabel* tag(const QString& text, const char* role, QWidget* parent);
// `name` is the object name tests and shortcuts find it by.
[[nodiscard]] QPushButton* button(const QString& text,
                                  const char* role,
                                  const QString& name,
                                  QWidget* parent);

}  // namespace ui::widgets
