// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/marked_text.h"

#include "ui/widgets/theme.h"

#include <QApplication>
#include <QPainter>

namespace ui::widgets {

void MarkedTextDelegate::paint(QPainter* painter,
                               const QStyleOptionViewItem& option,
                               const QModelIndex& index) const {
    const auto marked = index.data(Qt::UserRole).value<MarkedLetters>();
    if (marked.empty())
        return QStyledItemDelegate::paint(painter, option, index);
    QStyleOptionViewItem ground(option);
    initStyleOption(&ground, index);
    const QString text = ground.text;
    ground.text.clear();
    QApplication::style()->drawControl(QStyle::CE_ItemViewItem, &ground, painter, option.widget);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setFont(ground.font);
    painter->setClipRect(option.rect);
    const QFontMetricsF metrics(ground.font);
    const double left = option.rect.left() + space(2) + 3;
    const double top = option.rect.center().y() - metrics.height() / 2;
    const Colours& c = colours();
    for (const auto& [from, length] : marked) {
        const double x = left + metrics.horizontalAdvance(text.left(from));
        const double width = std::max(4.0, metrics.horizontalAdvance(text.mid(from, length)));
        painter->setPen(QPen(c.unknown, 1));
        painter->setBrush(c.unknownGround);
        painter->drawRoundedRect(QRectF(x - 1, top, width + 2, metrics.height()), 2, 2);
    }
    painter->setPen(option.state.testFlag(QStyle::State_Selected) ? c.selectedInk : c.ink);
    painter->drawText(QRectF(left, option.rect.top(), option.rect.width(), option.rect.height()),
                      Qt::AlignVCenter | Qt::AlignLeft,
                      text);
    painter->restore();
}

}  // namespace ui::widgets
