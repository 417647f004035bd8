// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/bars.h"

#include "ui/widgets/theme.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace ui::widgets {

namespace {

constexpr double most = 0.45;  // of the width, for the words

}  // namespace

Bars::Bars(const QString& name,
           const QString& wordsHeading,
           const QString& valueHeading,
           QWidget* parent)
    : Drawing(name, parent), m_headings{wordsHeading, valueHeading} {}

void Bars::show(std::vector<Bar> bars) {
    m_bars = std::move(bars);
    redraw();
}

int Bars::rowHeight() const {
    return QFontMetrics(fontOf(Type::body)).height() + space(3);
}

int Bars::heightFor(int /*width*/) const {
    return static_cast<int>(m_bars.size()) * rowHeight();
}

void Bars::draw(QPainter& painter, const QSizeF& size) const {
    const Colours& c = colours();
    const QFontMetricsF words(fontOf(Type::body));
    const QFontMetricsF figures(fontOf(Type::body, true));
    double left = 0;
    double right = 0;
    double largest = 1e-9;
    for (const Bar& bar : m_bars) {
        left = std::max(left, words.horizontalAdvance(bar.words));
        right = std::max(right, figures.horizontalAdvance(bar.shown));
        largest = std::max(largest, bar.value);
    }
    left = std::min(left, size.width() * most) + space(3);
    const double room = std::max(1.0, size.width() - left - right - space(3));
    const double height = rowHeight();
    double y = 0;
    for (const Bar& bar : m_bars) {
        painter.setFont(fontOf(Type::body));
        painter.setPen(c.ink);
        painter.drawText(QRectF(0, y, left - space(2), height),
                         Qt::AlignVCenter | Qt::AlignLeft,
                         words.elidedText(bar.words, Qt::ElideRight, left - space(2)));
        const double length = std::max(bar.value > 0 ? 2.0 : 0.0, bar.value / largest * room);
        const QRectF box(left, y + height * 0.18, length, height * 0.64);
        painter.setPen(Qt::NoPen);
        painter.setBrush(bar.muted ? c.control : c.met);
        painter.drawRoundedRect(box, 2, 2);
        painter.setFont(fontOf(Type::body, true));
        painter.setPen(c.ink);
        painter.drawText(QRectF(box.right() + space(2), y, right + space(1), height),
                         Qt::AlignVCenter | Qt::AlignLeft,
                         bar.shown);
        y += height;
    }
}

Numbers Bars::numbers() const {
    Numbers all{m_headings, {}};
    for (const Bar& bar : m_bars)
        all.rows.push_back({bar.words, bar.shown});
    return all;
}

}  // namespace ui::widgets
