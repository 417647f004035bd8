// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/upset.h"

#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace ui::widgets {

namespace {

QString figure(qint64 count) {
    return QLocale(QLocale::English, QLocale::UnitedKingdom).toString(count);
}

constexpr double dotShare = 0.34;   // of the height of a letter: the radius of a dot
constexpr double barShare = 0.62;   // of a column's width
constexpr double namesMost = 0.34;  // of the whole width

}  // namespace

// Where things stand for one size.
struct UpSet::Places {
    double names = 0;        // width of the sets' names
    Type type = Type::body;  // of the names
    double sizes = 0;        // width of the sets' bars, with their figures
    double left = 0;         // of the first column
    double column = 0;       // width of one
    std::size_t shown = 0;
    bool others = false;
    double top = 0;   // of the matrix
    double bars = 0;  // height of the columns' bars
    double row = 0;
    qint64 tallest = 1;
    qint64 largest = 1;
    qint64 rest = 0;  // counts of what is drawn as others
};

UpSet::UpSet(const QString& name, QWidget* parent) : Drawing(name, parent) {}

void UpSet::show(QStringList sets,
                 std::vector<qint64> sizes,
                 std::vector<Combination> combinations) {
    m_sets = std::move(sets);
    m_sizes = std::move(sizes);
    m_combinations = std::move(combinations);
    std::stable_sort(m_combinations.begin(),
                     m_combinations.end(),
                     [](const Combination& a, const Combination& b) {
                         return a.count != b.count ? a.count > b.count : a.sets < b.sets;
                     });
    redraw();
}

// Names that are too long for a line are small and wrap.
UpSet::Names UpSet::namesIn(double width) const {
    const QFontMetricsF body(fontOf(Type::body));
    const QFontMetricsF small(fontOf(Type::small));
    Names names{0, body.height() + space(2), Type::body};
    for (const QString& set : m_sets)
        names.width = std::max(names.width, body.horizontalAdvance(set));
    const double most = width * namesMost;
    if (names.width > most) {
        names.width = most;
        names.type = Type::small;
        for (const QString& set : m_sets)
            names.row =
                std::max(names.row,
                         small.boundingRect(QRectF(0, 0, most, 0), Qt::TextWordWrap, set).height() +
                             space(2));
    }
    return names;
}

int UpSet::heightFor(int width) const {
    const double matrix = static_cast<double>(m_sets.size()) * namesIn(width).row;
    return static_cast<int>(std::ceil(matrix)) + std::clamp(width / 3, space(30), space(50));
}

UpSet::Places UpSet::placesIn(const QSizeF& size) const {
    Places p;
    const QFontMetricsF small(fontOf(Type::small));
    const Names names = namesIn(size.width());
    p.names = names.width + space(2);
    p.type = names.type;
    for (const qint64 count : m_sizes)
        p.largest = std::max(p.largest, count);
    p.sizes = space(12) + small.horizontalAdvance(figure(p.largest)) + space(2);
    p.left = p.names + p.sizes + space(2);
    p.row = names.row;
    p.top = size.height() - p.row * static_cast<double>(m_sets.size());
    p.bars = p.top - small.height() - space(3);
    if (!m_combinations.empty())
        p.tallest = std::max<qint64>(1, m_combinations.front().count);
    const double least =
        std::max<double>(space(5), small.horizontalAdvance(figure(p.tallest)) + space(1));
    const double room = std::max(least, size.width() - p.left);
    const auto fit = static_cast<std::size_t>(room / least);
    p.others = fit < m_combinations.size();
    p.shown = p.others ? std::max<std::size_t>(1, fit) - 1 : m_combinations.size();
    for (std::size_t i = p.shown; i < m_combinations.size(); ++i)
        p.rest += m_combinations[i].count;
    p.tallest = std::max(p.tallest, p.others ? p.rest : 0);
    const auto columns =
        static_cast<double>(std::max<std::size_t>(1, p.shown + (p.others ? 1 : 0)));
    p.column = std::min(room / columns, static_cast<double>(space(12)));
    return p;
}

void UpSet::draw(QPainter& painter, const QSizeF& size) const {
    if (m_sets.isEmpty())
        return;
    const Places p = placesIn(size);
    painter.setPen(QPen(colours().line, 1));
    painter.drawLine(QPointF(p.left, p.top - space(1)),
                     QPointF(p.left + p.column * static_cast<double>(p.shown + (p.others ? 1 : 0)),
                             p.top - space(1)));
    drawSets(painter, p);
    for (std::size_t column = 0; column < p.shown; ++column)
        drawColumn(painter, p, column);
    if (p.others)
        drawOthers(painter, p);
}

void UpSet::drawSets(QPainter& painter, const Places& p) const {
    const Colours& c = colours();
    for (int i = 0; i < m_sets.size(); ++i) {
        const double y = p.top + i * p.row;
        if (i % 2 == 0)
            painter.fillRect(QRectF(0, y, p.left + p.column * static_cast<double>(p.shown), p.row),
                             c.raised);
        painter.setFont(fontOf(p.type));
        painter.setPen(c.ink);
        painter.drawText(QRectF(0, y, p.names - space(2), p.row),
                         Qt::AlignVCenter | Qt::AlignLeft | Qt::TextWordWrap,
                         m_sets[i]);
        const qint64 count = m_sizes[static_cast<std::size_t>(i)];
        const double length =
            static_cast<double>(count) / static_cast<double>(p.largest) * space(12);
        painter.fillRect(QRectF(p.names, y + p.row * 0.25, length, p.row * 0.5), c.control);
        painter.setFont(fontOf(Type::small));
        painter.setPen(c.secondary);
        painter.drawText(QRectF(p.names + length + space(1), y, p.sizes, p.row),
                         Qt::AlignVCenter | Qt::AlignLeft,
                         figure(count));
    }
}

void UpSet::drawColumn(QPainter& painter, const Places& p, std::size_t column) const {
    const Colours& c = colours();
    const Combination& combination = m_combinations[column];
    const double middle = p.left + p.column * (static_cast<double>(column) + 0.5);
    const double height =
        static_cast<double>(combination.count) / static_cast<double>(p.tallest) * p.bars;
    const QRectF bar(
        middle - p.column * barShare / 2, p.top - space(1) - height, p.column * barShare, height);
    painter.fillRect(bar, c.met);
    painter.setFont(fontOf(Type::small, true));
    painter.setPen(c.ink);
    painter.drawText(QRectF(middle - p.column, bar.top() - space(6), 2 * p.column, space(5)),
                     Qt::AlignHCenter | Qt::AlignBottom,
                     figure(combination.count));
    const double radius = QFontMetricsF(fontOf(Type::body)).height() * dotShare;
    int first = -1;
    int last = -1;
    painter.setPen(Qt::NoPen);
    for (int i = 0; i < m_sets.size(); ++i) {
        const bool in = (combination.sets >> i & 1U) != 0;
        if (in) {
            first = first < 0 ? i : first;
            last = i;
        }
    }
    const auto at = [&](int i) { return QPointF(middle, p.top + (i + 0.5) * p.row); };
    if (last > first) {
        painter.setPen(QPen(c.met, std::max(2.0, radius / 2)));
        painter.drawLine(at(first), at(last));
    }
    for (int i = 0; i < m_sets.size(); ++i) {
        const bool in = (combination.sets >> i & 1U) != 0;
        painter.setPen(in ? QPen(c.met, 1) : QPen(c.line, 1));
        painter.setBrush(in ? c.met : c.surface);
        painter.drawEllipse(at(i), radius, radius);
    }
}

void UpSet::drawOthers(QPainter& painter, const Places& p) const {
    const Colours& c = colours();
    const double middle = p.left + p.column * (static_cast<double>(p.shown) + 0.5);
    const double height = static_cast<double>(p.rest) / static_cast<double>(p.tallest) * p.bars;
    painter.fillRect(QRectF(middle - p.column * barShare / 2,
                            p.top - space(1) - height,
                            p.column * barShare,
                            height),
                     c.control);
    painter.setFont(fontOf(Type::small, true));
    painter.setPen(c.ink);
    painter.drawText(QRectF(middle - p.column, p.top - space(7) - height, 2 * p.column, space(5)),
                     Qt::AlignHCenter | Qt::AlignBottom,
                     figure(p.rest));
    painter.setFont(fontOf(Type::small));
    painter.setPen(c.secondary);
    // Upright, so that it needs no more width than its column.
    painter.save();
    painter.translate(middle, p.top + space(1));
    painter.rotate(90);
    painter.drawText(QRectF(0, -p.row / 2, p.row * static_cast<double>(m_sets.size()), p.row),
                     Qt::AlignVCenter | Qt::AlignLeft,
                     tr("others"));
    painter.restore();
}

Numbers UpSet::numbers() const {
    Numbers all;
    all.headings << tr("Together") << tr("Count");
    for (const QString& set : m_sets)
        all.headings << set;
    for (const Combination& combination : m_combinations) {
        QStringList names;
        QStringList marks;
        for (int i = 0; i < m_sets.size(); ++i) {
            const bool in = (combination.sets >> i & 1U) != 0;
            marks << (in ? tr("yes") : QString());
            if (in)
                names << m_sets[i].section(QLatin1Char(' '), 0, 0);
        }
        all.rows.push_back(
            QStringList{names.join(QStringLiteral(" + ")), figure(combination.count)} + marks);
    }
    return all;
}

}  // namespace ui::widgets
