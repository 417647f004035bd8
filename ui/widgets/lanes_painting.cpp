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

int Lanes::heightFor(int /*width*/) const {
    return (m_firstRow.empty() ? 1 : m_firstRow.back()) * m_rowHeight + m_rowHeight;
}

// Once for all: the place of every item asks for these.
void Lanes::measure() {
    m_step = space(1);
    m_rowHeight = QFontMetrics(fontOf(Type::small)).height() + space(2);
    const QFontMetricsF metrics(fontOf(Type::small, true));
    m_widestName = 0;
    for (const QString& lane : m_lanes)
        m_widestName = std::max(m_widestName, metrics.horizontalAdvance(lane));
}

double Lanes::namesWidth(double width) const {
    return std::min(m_widestName, width * namesMost) + 3 * m_step;
}

double Lanes::xOf(double day, double width) const {
    const double left = namesWidth(width);
    return left + (day - m_from) / (m_to - m_from) * std::max(1.0, width - left - 2 * m_step);
}

double Lanes::dayAt(double x) const {
    const double left = namesWidth(width());
    return m_from + (x - left) / std::max(1.0, width() - left - 2 * m_step) * (m_to - m_from);
}

QRectF Lanes::boxOf(std::size_t index, double width) const {
    const LaneItem& item = m_items[index];
    if (!item.from.isValid() || item.lane < 0 || item.lane >= m_lanes.size())
        return {};
    const double row = m_firstRow[static_cast<std::size_t>(item.lane)] + m_rows[index];
    const double high = m_rowHeight - m_step;
    const double top = row * m_rowHeight + m_step / 2.0;
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
    const double left = namesWidth(size.width());
    const QRectF inSight =
        QRectF(left - m_step, 0, size.width() - left + m_step, size.height() - m_rowHeight)
            .intersected(painter.hasClipping() ? painter.clipBoundingRect()
                                               : QRectF(QPointF(), size));
    painter.setClipRect(inSight);
    const QFont font = fontOf(Type::small);
    painter.setFont(font);
    const QFontMetricsF metrics(font);
    for (std::size_t i = 0; i < m_items.size(); ++i) {
        const QRectF box = boxOf(i, size.width());
        if (!box.isNull() && box.adjusted(-m_step, -m_step, m_step, m_step).intersects(inSight))
            drawItem(painter, metrics, i, box, left);
    }
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
        const double top = m_firstRow[static_cast<std::size_t>(lane)] * m_rowHeight;
        const double bottom = m_firstRow[static_cast<std::size_t>(lane) + 1] * m_rowHeight;
        if (lane % 2 == 0)
            painter.fillRect(QRectF(0, top, size.width(), bottom - top), c.raised);
        painter.setFont(font);
        painter.setPen(c.ink);
        painter.drawText(QRectF(m_step, top, names - 2 * m_step, m_rowHeight),
                         Qt::AlignVCenter | Qt::AlignLeft,
                         metrics.elidedText(m_lanes[lane], Qt::ElideRight, names - 2 * m_step));
    }
}

void Lanes::drawAxis(QPainter& painter, const QSizeF& size) const {
    const Colours& c = colours();
    const QFont font = fontOf(Type::small);
    const QFontMetricsF metrics(font);
    const double names = namesWidth(size.width());
    const double month = (size.width() - names) / ((m_to - m_from) / daysAMonth);
    const int months =
        monthsBetweenMarks(month, metrics.horizontalAdvance(QStringLiteral("MMM 00")) + 4 * m_step);
    painter.setFont(font);
    const double bottom = size.height() - m_rowHeight;
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
            QRectF(x, bottom, 30 * m_step, m_rowHeight), Qt::AlignVCenter | Qt::AlignLeft, words);
    }
}

void Lanes::drawItem(QPainter& painter,
                     const QFontMetricsF& metrics,
                     std::size_t index,
                     const QRectF& box,
                     double names) const {
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
    const double left = std::max(box.left(), names);
    const double inside = box.right() - left - 2 * m_step;
    if (!dot && inside > metrics.averageCharWidth() * 4) {
        painter.setPen(item.strong ? c.metInk : c.ink);
        painter.drawText(QRectF(left + m_step, box.top(), inside, box.height()),
                         Qt::AlignVCenter | Qt::AlignLeft,
                         metrics.elidedText(item.words, Qt::ElideRight, inside));
    }
}

}  // namespace ui::widgets
