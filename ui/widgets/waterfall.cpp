// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/waterfall.h"

#include "ui/widgets/theme.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace ui::widgets {

namespace {

QString figure(double value) {
    return (value < 0 ? QStringLiteral("\u2212") : QStringLiteral("+")) +
           QString::number(std::abs(value), 'f', 1);
}

constexpr double barShare = 0.7;  // of a column's width
constexpr double least = 0.5;     // of a unit: the smallest range drawn

}  // namespace

struct Waterfall::Scale {
    double column = 0;  // width of one
    double top = 0;     // of the bars
    double height = 0;
    double highest = 0;
    double lowest = 0;
    double wordsTop = 0;

    [[nodiscard]] double y(double value) const {
        return top + (highest - value) / (highest - lowest) * height;
    }
};

Waterfall::Waterfall(const QString& name, QWidget* parent) : Drawing(name, parent) {}

void Waterfall::show(std::vector<WaterfallPart> parts, double line, const QString& lineWords) {
    m_parts = std::move(parts);
    m_line = line;
    m_lineWords = lineWords;
    redraw();
}

double Waterfall::total() const {
    double sum = 0;
    for (const WaterfallPart& part : m_parts)
        sum += part.value;
    return sum;
}

int Waterfall::heightFor(int /*width*/) const {
    return space(50);
}

void Waterfall::draw(QPainter& painter, const QSizeF& size) const {
    if (m_parts.empty())
        return;
    const Colours& c = colours();
    const double words = QFontMetricsF(fontOf(Type::small)).height();
    Scale scale;
    scale.column = size.width() / static_cast<double>(m_parts.size() + 1);
    scale.top = words + space(1);
    scale.wordsTop = size.height() - 2 * words;
    scale.height = scale.wordsTop - scale.top - words;
    double sum = 0;
    for (const WaterfallPart& part : m_parts) {
        sum += part.value;
        scale.highest = std::max(scale.highest, sum);
        scale.lowest = std::min(scale.lowest, sum);
    }
    if (!m_lineWords.isEmpty()) {
        scale.highest = std::max(scale.highest, m_line);
        scale.lowest = std::min(scale.lowest, m_line);
    }
    scale.highest += least;
    scale.lowest -= least;
    painter.setPen(QPen(c.line, 1));
    painter.drawLine(QPointF(0, scale.y(0)), QPointF(size.width(), scale.y(0)));
    if (!m_lineWords.isEmpty()) {
        painter.setPen(QPen(c.unknown, 1.5, Qt::DashLine));
        painter.drawLine(QPointF(0, scale.y(m_line)), QPointF(size.width(), scale.y(m_line)));
        painter.setFont(fontOf(Type::small));
        painter.drawText(QRectF(space(1), scale.y(m_line) - words, size.width(), words),
                         Qt::AlignLeft,
                         m_lineWords);
    }
    sum = 0;
    for (std::size_t i = 0; i < m_parts.size(); ++i) {
        drawBar(painter, scale, i, sum, sum + m_parts[i].value, m_parts[i].words, false);
        sum += m_parts[i].value;
    }
    drawBar(painter, scale, m_parts.size(), 0, sum, tr("together"), true);
}

void Waterfall::drawBar(QPainter& painter,
                        const Scale& scale,
                        std::size_t column,
                        double from,
                        double to,
                        const QString& words,
                        bool whole) const {
    const Colours& c = colours();
    const double left = scale.column * static_cast<double>(column);
    const double high = std::min(scale.y(from), scale.y(to));
    const double low = std::max(scale.y(from), scale.y(to));
    const QRectF bar(left + scale.column * (1 - barShare) / 2,
                     high,
                     scale.column * barShare,
                     std::max(2.0, low - high));
    painter.setPen(Qt::NoPen);
    painter.setBrush(whole ? c.ink : column == 0 ? c.control : to < from ? c.unknown : c.met);
    painter.drawRect(bar);
    painter.setPen(c.ink);
    const QFont strong = fontOf(Type::small, true);
    painter.setFont(strong);
    const double line = QFontMetricsF(strong).height();
    painter.drawText(QRectF(left, high - line, scale.column, line),
                     Qt::AlignHCenter | Qt::AlignBottom,
                     figure(whole ? to : to - from));
    const QFont small = fontOf(Type::small, whole);
    painter.setFont(small);
    painter.setPen(c.secondary);
    painter.drawText(QRectF(left, scale.wordsTop, scale.column, 2 * line),
                     Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap,
                     QFontMetricsF(small).elidedText(words, Qt::ElideRight, scale.column * 1.9));
}

Numbers Waterfall::numbers() const {
    Numbers all{{tr("Part"), tr("Compared"), tr("Weight")}, {}};
    for (const WaterfallPart& part : m_parts)
        all.rows.push_back({part.words, part.detail, figure(part.value)});
    if (!m_parts.empty())
        all.rows.push_back({tr("together"), QString(), figure(total())});
    return all;
}

}  // namespace ui::widgets
