// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/signed_bars.h"

#include "ui/widgets/theme.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace ui::widgets {

namespace {

constexpr double wordsShare = 0.4;  // of the width, at most
constexpr double thin = 0.22;       // of a row's height, above and below a bar

int rowHeight() {
    return QFontMetrics(fontOf(Type::small)).height() + space(1);
}

int groupHeight() {
    return QFontMetrics(fontOf(Type::body, true)).height() + space(2);
}

}  // namespace

SignedBars::SignedBars(const QString& name, QStringList headings, QWidget* parent)
    : Drawing(name, parent), m_headings(std::move(headings)) {}

void SignedBars::show(std::vector<SignedBar> bars) {
    m_bars = std::move(bars);
    redraw();
}

int SignedBars::heightFor(int /*width*/) const {
    int height = 0;
    for (std::size_t i = 0; i < m_bars.size(); ++i)
        height +=
            rowHeight() + (i == 0 || m_bars[i].group != m_bars[i - 1].group ? groupHeight() : 0);
    return height;
}

void SignedBars::draw(QPainter& painter, const QSizeF& size) const {
    const Colours& c = colours();
    const QFontMetricsF words(fontOf(Type::small));
    double left = 0;
    double figures = 0;
    double least = 0;
    double most = 1e-9;
    for (const SignedBar& bar : m_bars) {
        left = std::max(left, words.horizontalAdvance(bar.words));
        figures = std::max(figures, words.horizontalAdvance(bar.shown));
        least = std::min(least, bar.value);
        most = std::max(most, bar.value);
    }
    left = std::min(left, size.width() * wordsShare) + space(3);
    figures += space(2);
    const double room = std::max(1.0, size.width() - left - 2 * figures);
    const double zero = left + figures - least / (most - least) * room;
    double y = 0;
    for (std::size_t i = 0; i < m_bars.size(); ++i) {
        const SignedBar& bar = m_bars[i];
        if (i == 0 || bar.group != m_bars[i - 1].group) {
            painter.setFont(fontOf(Type::body, true));
            painter.setPen(c.ink);
            painter.drawText(QRectF(0, y, size.width(), groupHeight()),
                             Qt::AlignVCenter | Qt::AlignLeft,
                             bar.group);
            y += groupHeight();
        }
        const double height = rowHeight();
        painter.setFont(fontOf(Type::small));
        painter.setPen(c.secondary);
        painter.drawText(QRectF(0, y, left - space(2), height),
                         Qt::AlignVCenter | Qt::AlignLeft,
                         words.elidedText(bar.words, Qt::ElideRight, left - space(2)));
        const double length = std::max(1.5, std::abs(bar.value) / (most - least) * room);
        const QRectF box(bar.value < 0 ? zero - length : zero,
                         y + height * thin,
                         length,
                         height * (1 - 2 * thin));
        painter.setPen(Qt::NoPen);
        painter.setBrush(bar.muted ? c.control : bar.value < 0 ? c.unknown : c.met);
        painter.drawRect(box);
        painter.setPen(c.ink);
        const bool before = bar.value < 0;
        painter.drawText(before ? QRectF(box.left() - figures, y, figures - space(1), height)
                                : QRectF(box.right() + space(1), y, figures, height),
                         Qt::AlignVCenter | (before ? Qt::AlignRight : Qt::AlignLeft),
                         bar.shown);
        painter.setPen(QPen(c.line, 1));
        painter.drawLine(QPointF(zero, y), QPointF(zero, y + height));
        y += height;
    }
}

Numbers SignedBars::numbers() const {
    Numbers all{m_headings, {}};
    for (const SignedBar& bar : m_bars)
        all.rows.push_back(QStringList{bar.group, bar.words, bar.shown} + bar.figures);
    return all;
}

}  // namespace ui::widgets
