// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/mark.h"

#include "ui/widgets/theme.h"

#include <QApplication>
#include <QFontMetrics>
#include <QPainter>
#include <QPen>

namespace ui::widgets {

namespace {

struct MarkLook {
    QColor ground;
    QColor outline;
    QColor number;
    Qt::PenStyle pen = Qt::SolidLine;
};

MarkLook lookOf(MarkState state) {
    const Colours& c = colours();
    switch (state) {
        case MarkState::filled:
            return {c.met, c.met, c.metInk};
        case MarkState::outlined:
            return {c.surface, c.control, c.secondary};
        case MarkState::hatched:
            return {c.unknownGround, c.unknown, c.unknown};
        case MarkState::faint:
            return {c.raised, c.line, c.faint, Qt::DotLine};
    }
    return {};
}

int gap() {
    return space(1) / 2 + 1;
}

}  // namespace

int markSize() {
    return QFontMetrics(fontOf(Type::small)).height() + space(1);
}

void paintMark(QPainter& painter, const QRect& square, const Mark& mark) {
    const MarkLook look = lookOf(mark.state);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box = QRectF(square).adjusted(1, 1, -1, -1);
    const double radius = box.width() / 6;
    painter.setPen(Qt::NoPen);
    painter.setBrush(look.ground);
    painter.drawRoundedRect(box, radius, radius);
    if (mark.state == MarkState::hatched) {
        QColor hatch = look.outline;
        hatch.setAlphaF(0.55F);
        painter.setPen(QPen(hatch, 1));
        painter.setClipRect(box);
        const double step = box.width() / 4;
        for (double x = box.left() - box.height(); x < box.right(); x += step)
            painter.drawLine(QPointF(x, box.bottom()), QPointF(x + box.height(), box.top()));
        painter.setClipping(false);
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(look.outline, 1.2, look.pen));
    painter.drawRoundedRect(box, radius, radius);
    const QFont font = fontOf(Type::small, mark.state != MarkState::faint);
    painter.setFont(font);
    if (mark.state == MarkState::hatched) {  // a clear ground, so that the number stays legible
        const int width = QFontMetrics(font).horizontalAdvance(QString::number(mark.number)) + 2;
        painter.fillRect(QRectF(box.center().x() - width / 2.0,
                                box.center().y() - box.height() * 0.34,
                                width,
                                box.height() * 0.68),
                         look.ground);
    }
    painter.setPen(look.number);
    painter.drawText(box, Qt::AlignCenter, QString::number(mark.number));
    painter.restore();
}

MarkWidget::MarkWidget(Mark mark, QWidget* parent) : QWidget(parent), m_mark(mark) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAttribute(Qt::WA_TransparentForMouseEvents);
}

void MarkWidget::setMark(Mark mark) {
    m_mark = mark;
    update();
}

QSize MarkWidget::sizeHint() const {
    return {markSize(), markSize()};
}

void MarkWidget::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    const int side = std::min(width(), height());
    paintMark(painter, QRect(0, (height() - side) / 2, side, side), m_mark);
}

void MarksDelegate::paint(QPainter* painter,
                          const QStyleOptionViewItem& option,
                          const QModelIndex& index) const {
    QStyleOptionViewItem ground(option);
    initStyleOption(&ground, index);
    const QString text = ground.text;
    ground.text.clear();
    QApplication::style()->drawControl(QStyle::CE_ItemViewItem, &ground, painter, option.widget);
    const auto marks = index.data(Qt::UserRole).value<Marks>();
    const int side = markSize();
    painter->save();
    painter->setClipRect(option.rect);
    int x = option.rect.left() + space(2);
    const int y = option.rect.center().y() - side / 2;
    for (const Mark& mark : marks) {
        paintMark(*painter, QRect(x, y, side, side), mark);
        x += side + gap();
    }
    painter->setFont(option.font);
    painter->setPen(colours().ink);
    painter->drawText(
        QRect(x + space(1), option.rect.top(), option.rect.right() - x, option.rect.height()),
        Qt::AlignVCenter | Qt::AlignLeft,
        text);
    painter->restore();
}

QSize MarksDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const auto marks = index.data(Qt::UserRole).value<Marks>();
    const int side = markSize();
    const QString text = index.data(Qt::DisplayRole).toString();
    return {static_cast<int>(marks.size()) * (side + gap()) +
                QFontMetrics(option.font).horizontalAdvance(text) + space(6),
            side + space(3)};
}

}  // namespace ui::widgets
