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

constexpr double barShare = 0.6;    // of a line's height
constexpr double least = 0.5;       // of a unit: the smallest range drawn
constexpr double tells = 0.05;      // a smaller part reads as nought
constexpr double mostWords = 0.34;  // of the width, for the names of parts

}  // namespace

struct Waterfall::Scale {
    double line = 0;  // height of one
    double left = 0;  // of the bars
    double width = 0;
    double highest = 0;
    double lowest = 0;

    [[nodiscard]] double x(double value) const {
        return left + (value - lowest) / (highest - lowest) * width;
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

// The start, and what tells something either way.
std::vector<WaterfallPart> Waterfall::drawn() const {
    std::vector<WaterfallPart> all;
    for (std::size_t i = 0; i < m_parts.size(); ++i)
        if (i == 0 || std::abs(m_parts[i].value) >= tells)
            all.push_back(m_parts[i]);
    return all;
}

QString Waterfall::silent() const {
    QStringList names;
    for (std::size_t i = 1; i < m_parts.size(); ++i)
        if (std::abs(m_parts[i].value) < tells)
            names << m_parts[i].words;
    return names.isEmpty() ? QString()
                           : tr("Nothing either way: %1").arg(names.join(QStringLiteral(", ")));
}

double Waterfall::lineHeight() {
    return QFontMetricsF(fontOf(Type::small)).height() + space(1);
}

int Waterfall::heightFor(int width) const {
    if (m_parts.empty())
        return space(20);
    const QFontMetricsF small(fontOf(Type::small));
    const double words =
        small.boundingRect(QRectF(0, 0, width, 10000), Qt::TextWordWrap, silent()).height();
    const auto lines = static_cast<double>(drawn().size() + 2);  // the decision, and the whole
    return static_cast<int>(std::ceil(lines * lineHeight() + space(2) + words));
}

Waterfall::Scale Waterfall::scaleFor(const std::vector<WaterfallPart>& parts, double width) const {
    const QFontMetricsF strong(fontOf(Type::small, true));
    Scale scale;
    scale.line = lineHeight();
    double names = strong.horizontalAdvance(tr("together"));
    double sum = 0;
    for (const WaterfallPart& part : parts) {
        names = std::max(names, strong.horizontalAdvance(part.words));
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
    const double figures = strong.horizontalAdvance(figure(-88.8)) + space(2);
    scale.left = std::min(names, mostWords * width) + space(2);
    scale.width = std::max(1.0, width - scale.left - figures);
    return scale;
}

void Waterfall::draw(QPainter& painter, const QSizeF& size) const {
    if (m_parts.empty())
        return;
    const Colours& c = colours();
    const std::vector<WaterfallPart> parts = drawn();
    const Scale scale = scaleFor(parts, size.width());
    const double top = scale.line;
    const double bottom = top + scale.line * static_cast<double>(parts.size() + 1);
    painter.setPen(QPen(c.line, 1));
    painter.drawLine(QPointF(scale.x(0), top), QPointF(scale.x(0), bottom));
    double sum = 0;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const QColor fill = i == 0 ? c.control : parts[i].value < 0 ? c.unknown : c.met;
        drawLine(painter, scale, i, sum, sum + parts[i].value, parts[i].words, fill);
        sum += parts[i].value;
    }
    drawLine(painter, scale, parts.size(), 0, total(), tr("together"), c.ink);
    if (!m_lineWords.isEmpty())
        drawDecision(painter, scale, size.width(), bottom);
    painter.setFont(fontOf(Type::small));
    painter.setPen(c.secondary);
    painter.drawText(QRectF(0, bottom + space(2), size.width(), size.height()),
                     Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap,
                     silent());
}

void Waterfall::drawDecision(QPainter& painter,
                             const Scale& scale,
                             double width,
                             double bottom) const {
    const Colours& c = colours();
    const double x = scale.x(m_line);
    painter.setPen(QPen(c.unknown, 1.5, Qt::DashLine));
    painter.drawLine(QPointF(x, scale.line), QPointF(x, bottom));
    painter.setFont(fontOf(Type::small));
    const double words = QFontMetricsF(fontOf(Type::small)).horizontalAdvance(m_lineWords);
    const double left = std::clamp(x - words / 2, 0.0, std::max(0.0, width - words - 1));
    painter.setPen(c.unknown);
    painter.drawText(QPointF(left, scale.line - space(1)), m_lineWords);
}

void Waterfall::drawLine(QPainter& painter,
                         const Scale& scale,
                         std::size_t line,
                         double from,
                         double to,
                         const QString& words,
                         const QColor& fill) const {
    const Colours& c = colours();
    const bool whole = line == drawn().size();
    const double top = scale.line * static_cast<double>(line + 1);
    const double left = std::min(scale.x(from), scale.x(to));
    const double right = std::max(scale.x(from), scale.x(to));
    const QRectF bar(left,
                     top + scale.line * (1 - barShare) / 2,
                     std::max(2.0, right - left),
                     scale.line * barShare);
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    painter.drawRect(bar);
    const QFont strong = fontOf(Type::small, true);
    painter.setFont(strong);
    painter.setPen(c.ink);
    painter.drawText(QRectF(right + space(1), top, 1000, scale.line),
                     Qt::AlignLeft | Qt::AlignVCenter,
                     figure(to - from));
    const QFont plain = fontOf(Type::small, whole);
    painter.setFont(plain);
    painter.setPen(whole ? c.ink : c.secondary);
    const double room = scale.left - space(2);
    painter.drawText(QRectF(0, top, room, scale.line),
                     Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetricsF(plain).elidedText(words, Qt::ElideRight, room));
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
