// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/histogram.h"

#include "ui/widgets/theme.h"

#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace ui::widgets {

namespace {

constexpr double gap = 0.12;  // of a column's width, at either side

double heightOf(qint64 count) {
    return count <= 0 ? 0 : 1 + std::log10(static_cast<double>(count));
}

QString figure(qint64 count) {
    return QLocale(QLocale::English, QLocale::UnitedKingdom).toString(count);
}

QString signedFigure(int value) {
    return value < 0 ? QChar(0x2212) + QString::number(-value) : QString::number(value);
}

}  // namespace

Histogram::Histogram(const QString& name,
                     const QString& scaleHeading,
                     const QString& countHeading,
                     QWidget* parent)
    : Drawing(name, parent), m_headings{scaleHeading, countHeading} {}

void Histogram::show(std::vector<HistogramBin> bins, std::vector<HistogramLine> lines) {
    m_bins = std::move(bins);
    m_lines = std::move(lines);
    redraw();
}

int Histogram::heightFor(int /*width*/) const {
    return space(48);
}

void Histogram::draw(QPainter& painter, const QSizeF& size) const {
    if (m_bins.empty())
        return;
    const Colours& c = colours();
    const double text = QFontMetricsF(fontOf(Type::small)).height();
    int first = m_bins.front().from;
    int last = first;
    double highest = 1;
    for (const HistogramBin& bin : m_bins) {
        first = std::min(first, bin.from);
        last = std::max(last, bin.from);
        highest = std::max(highest, heightOf(bin.count));
    }
    const double top = text * static_cast<double>(m_lines.size() + 1);
    const double floor = size.height() - text - space(1);
    const double widest =
        QFontMetricsF(fontOf(Type::small)).horizontalAdvance(QStringLiteral("\u2212000 "));
    const double left = widest / 2;  // so that the first figure has room
    const double column = (size.width() - left) / static_cast<double>(last - first + 1);
    const auto x = [&](double at) { return left + (at - first) * column; };
    painter.setPen(Qt::NoPen);
    painter.setBrush(c.met);
    for (const HistogramBin& bin : m_bins) {
        const double height = heightOf(bin.count) / highest * (floor - top);
        painter.drawRect(
            QRectF(x(bin.from) + column * gap, floor - height, column * (1 - 2 * gap), height));
    }
    painter.setFont(fontOf(Type::small));
    painter.setPen(c.secondary);
    const int step = std::max(1, static_cast<int>(std::ceil(widest / column)));
    for (int at = first; at <= last; ++at)
        if (at % step == 0)
            painter.drawText(QRectF(x(at) - widest / 2, floor + space(1), widest, text),
                             Qt::AlignHCenter,
                             signedFigure(at));
    painter.setPen(QPen(c.line, 1));
    painter.drawLine(QPointF(0, floor), QPointF(size.width(), floor));
    double line = 0;
    for (const HistogramLine& mark : m_lines) {
        const double at = std::clamp(x(mark.at), 0.0, size.width());
        painter.setPen(QPen(c.unknown, 1.5, Qt::DashLine));
        painter.drawLine(QPointF(at, line), QPointF(at, floor));
        const bool right = at > size.width() / 2;
        painter.drawText(right ? QRectF(0, line, at - space(1), text)
                               : QRectF(at + space(1), line, size.width() - at, text),
                         right ? Qt::AlignRight : Qt::AlignLeft,
                         mark.words);
        line += text;
    }
}

Numbers Histogram::numbers() const {
    Numbers all{m_headings, {}};
    for (const HistogramBin& bin : m_bins)
        all.rows.push_back(
            {QStringLiteral("%1 \u2013 %2").arg(signedFigure(bin.from), signedFigure(bin.from + 1)),
             figure(bin.count)});
    return all;
}

}  // namespace ui::widgets
