// SPDX-License-Identifier: GPL-3.0-or-later
// How lanes.h is drawn.
#include "ui/widgets/lanes.h"
#include "ui/widgets/theme.h"

#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>

#include <algorithm>

namespace ui::widgets {

namespace {

constexpr double namesMost = 0.25;  // of the width
constexpr double daysAMonth = 30.44;

double julian(QDate day) {
    return static_cast<double>(day.toJulianDay());
}

// The months between two marks of the axis, so that the marks' words don't meet.
int monthsBetweenMarks(double monthWidth, double wordsWidth) {
    for (const int months : {1, 3, 6, 12, 24, 60, 120})
        if (months * monthWidth >= wordsWidth)
            return months;
    return 240;
}

QDate firstMark(QDate day, int months) {
    const int index = (day.year() * 12 + day.month() - 1) / months * months;
    return {index / 12, index % 12 + 1, 1};
}

QString markWords(QDate day, int months) {
    return months >= 12 ? QString::number(day.year())
                        : QLocale(QLocale::English).toString(day, QStringLiteral("MMM yy"));
}

}  // namespace

int Lanes::rowHeight() const {
    return QFontMetrics(fontOf(Type::small)).height() + space(2);
}

int Lanes::axisHeight() const {
    return QFontMetrics(fontOf(Type::small)).height() + space(2);
}

int Lanes::heightFor(int /*width*/) const {
    return (m_firstRow.empty() ? 1 : m_firstRow.back()) * rowHeight() + axisHeight();
}

double Lanes::namesWidth(double width) const {
    const QFontMetricsF metrics(fontOf(Type::small, true));
    double widest = 0;
    for (const QString& lane : m_lanes)
        widest = std::max(widest, metrics.horizontalAdvance(lane));
    return std::min(widest, width * namesMost) + space(3);
}

double Lanes::xOf(double day, double width) const {
    const double left = namesWidth(width);
    return left + (day - m_from) / (m_to - m_from) * std::max(1.0, width - left - space(2));
}

double Lanes::dayAt(double x) const {
    const double left = namesWidth(width());
    return m_from + (x - left) / std::max(1.0, width() - left - space(2)) * (m_to - m_from);
}

QRectF Lanes::boxOf(std::size_t index, double width) const {
    const LaneItem& item = m_items[index];
    if (!item.from.isValid() || item.lane < 0 || item.lane >= m_lanes.size())
        return {};
    const double row = m_firstRow[static_cast<std::size_t>(item.lane)] + m_rows[index];
    const double high = rowHeight() - space(1);
    const double top = row * rowHeight() + space(1) / 2.0;
    const double x = xOf(julian(item.from), width);
    if (!item.until.isValid() || item.until <= item.from) {
        const double side = high * 0.6;
        return {x - side / 2, top + (high - side) / 2, side, side};
    }
    const double right = xOf(julian(item.until), width);
    return {x, top, std::max(4.0, right - x), high};
}

void Lanes::draw(QPainter& painter, const QSizeF& size) const {
    if (m_lanes.isEmpty())
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    drawGround(painter, size);
    drawAxis(painter, size);
    painter.save();
    painter.setClipRect(QRectF(namesWidth(size.width()) - space(1),
                               0,
                               size.width() - namesWidth(size.width()) + space(1),
                               size.height() - axisHeight()));
    for (std::size_t i = 0; i < m_items.size(); ++i)
        drawItem(painter, i, size.width());
    painter.restore();
    if (hasFocus()) {
        painter.setPen(QPen(colours().action, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(QRectF(QPointF(1, 1), size - QSizeF(2, 2)));
    }
}

void Lanes::drawGround(QPainter& painter, const QSizeF& size) const {
    const Colours& c = colours();
    const QFont font = fontOf(Type::small, true);
    const QFontMetricsF metrics(font);
    const double names = namesWidth(size.width());
    for (int lane = 0; lane < m_lanes.size(); ++lane) {
        const double top = m_firstRow[static_cast<std::size_t>(lane)] * rowHeight();
        const double bottom = m_firstRow[static_cast<std::size_t>(lane) + 1] * rowHeight();
        if (lane % 2 == 0)
            painter.fillRect(QRectF(0, top, size.width(), bottom - top), c.raised);
        painter.setFont(font);
        painter.setPen(c.ink);
        painter.drawText(QRectF(space(1), top, names - space(2), rowHeight()),
                         Qt::AlignVCenter | Qt::AlignLeft,
                         metrics.elidedText(m_lanes[lane], Qt::ElideRight, names - space(2)));
    }
}

void Lanes::drawAxis(QPainter& painter, const QSizeF& size) const {
    const Colours& c = colours();
    const QFont font = fontOf(Type::small);
    const QFontMetricsF metrics(font);
    const double names = namesWidth(size.width());
    const double month = (size.width() - names) / ((m_to - m_from) / daysAMonth);
    const int months =
        monthsBetweenMarks(month, metrics.horizontalAdvance(QStringLiteral("MMM 00")) + space(4));
    painter.setFont(font);
    const double bottom = size.height() - axisHeight();
    for (QDate day = firstMark(firstDay(), months); julian(day) <= m_to;
         day = day.addMonths(months)) {
        const double x = xOf(julian(day), size.width());
        if (x < names - 1)
            continue;
        painter.setPen(QPen(c.line, 1));
        painter.drawLine(QPointF(x, 0), QPointF(x, bottom));
        const QString words = markWords(day, months);
        if (x + metrics.horizontalAdvance(words) > size.width())
            continue;
        painter.setPen(c.secondary);
        painter.drawText(
            QRectF(x, bottom, space(30), axisHeight()), Qt::AlignVCenter | Qt::AlignLeft, words);
    }
}

void Lanes::drawItem(QPainter& painter, std::size_t index, double width) const {
    const QRectF box = boxOf(index, width);
    if (box.isNull() || box.right() < namesWidth(width) - space(2) || box.left() > width)
        return;
    const Colours& c = colours();
    const LaneItem& item = m_items[index];
    const bool dot = !item.until.isValid() || item.until <= item.from;
    const bool chosen = static_cast<int>(index) == m_chosen;
    painter.setPen(chosen ? QPen(c.action, 3) : QPen(item.strong ? c.met : c.control, 1));
    painter.setBrush(item.strong ? c.met : c.surface);
    if (dot)
        painter.drawEllipse(box);
    else
        painter.drawRoundedRect(box, box.height() / 4, box.height() / 4);
    const QFont font = fontOf(Type::small);
    painter.setFont(font);
    const QFontMetricsF metrics(font);
    const double left = std::max(box.left(), namesWidth(width));
    const double inside = box.right() - left - space(2);
    if (!dot && inside > metrics.averageCharWidth() * 4) {
        painter.setPen(item.strong ? c.metInk : c.ink);
        painter.drawText(QRectF(left + space(1), box.top(), inside, box.height()),
                         Qt::AlignVCenter | Qt::AlignLeft,
                         metrics.elidedText(item.words, Qt::ElideRight, inside));
    }
}

}  // namespace ui::widgets
