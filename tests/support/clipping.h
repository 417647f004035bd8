// SPDX-License-Identifier: GPL-3.0-or-later
// Text that doesn't fit where it stands: what a person would see cut off. Labels that shorten
// themselves and say so with a tip are left out.
#pragma once

#include "ui/widgets/elided_label.h"

#include <QAbstractScrollArea>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QStringList>
#include <QStyle>
#include <QStyleOptionButton>

namespace support {

namespace clipping {

inline constexpr int slack = 1;

inline QString nameOf(const QWidget& widget, const QString& words) {
    return QStringLiteral("%1 \"%2\" (%3 x %4)")
        .arg(widget.objectName().isEmpty() ? QString::fromLatin1(widget.metaObject()->className())
                                           : widget.objectName(),
             words.left(60))
        .arg(widget.width())
        .arg(widget.height());
}

inline bool isCut(const QLabel& label) {
    if (label.text().isEmpty() || qobject_cast<const ui::widgets::ElidedLabel*>(&label) != nullptr)
        return false;
    if (label.wordWrap())
        return label.heightForWidth(label.width()) > label.height() + slack;
    const QSize wanted = label.sizeHint();
    return wanted.width() > label.width() + slack || wanted.height() > label.height() + slack;
}

inline bool isCut(const QPushButton& button) {
    if (button.text().isEmpty())
        return false;
    QString words = button.text();
    const int text = button.fontMetrics().horizontalAdvance(words.remove(QLatin1Char('&')));
    return text > button.width() || button.fontMetrics().height() > button.height() + slack;
}

// The part of a widget that its parents leave in sight, where scrolling can't bring the rest.
inline bool isCutByParent(const QWidget& widget) {
    const QWidget* child = &widget;
    for (const QWidget* parent = widget.parentWidget(); parent != nullptr;
         child = parent, parent = parent->parentWidget()) {
        if (qobject_cast<const QAbstractScrollArea*>(parent->parentWidget()) != nullptr)
            return false;  // a viewport: the rest is scrolled to
        if (parent->isWindow())
            return false;
        if (!parent->rect().adjusted(-slack, -slack, slack, slack).contains(child->geometry()))
            return true;
    }
    return false;
}

}  // namespace clipping

// Names of what is cut off, below `root`.
inline QStringList clipped(const QWidget& root) {
    QStringList found;
    for (const QLabel* label : root.findChildren<QLabel*>())
        if (label->isVisible() && (clipping::isCut(*label) || clipping::isCutByParent(*label)))
            found << clipping::nameOf(*label, label->text());
    for (const QPushButton* button : root.findChildren<QPushButton*>())
        if (button->isVisible() && (clipping::isCut(*button) || clipping::isCutByParent(*button)))
            found << clipping::nameOf(*button, button->text());
    return found;
}

}  // namespace support
