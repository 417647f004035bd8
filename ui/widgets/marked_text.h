// SPDX-License-Identifier: GPL-3.0-or-later
// A cell whose text has some of its letters marked by a frame: what differs from the text beside
// it. The marks are for the eye; the word that says the same stands in a column of its own.
#pragma once

#include <QMetaType>
#include <QStyledItemDelegate>

#include <utility>
#include <vector>

namespace ui::widgets {

using MarkedLetters = std::vector<std::pair<int, int>>;  // from, how many

// Paints Qt::DisplayRole with the letters of Qt::UserRole (MarkedLetters) framed.
class MarkedTextDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter,
               const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
};

}  // namespace ui::widgets

Q_DECLARE_METATYPE(ui::widgets::MarkedLetters)
