// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/lanes.h"

#include "ui/widgets/theme.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QToolTip>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace ui::widgets {

namespace {

constexpr double leastSpan = 14;  // days: closer says nothing more
constexpr double margin = 0.03;   // of all time, at either side
constexpr double step = 0.2;      // of what is in sight: one press of an arrow
constexpr double closer = 0.75;   // of what is in sight: one press of +
constexpr double dragStarts = 4;  // pixels

double julian(QDate day) {
    return static_cast<double>(day.toJulianDay());
}

bool isDot(const LaneItem& item) {
    return !item.until.isValid() || item.until <= item.from;
}

}  // namespace

Lanes::Lanes(const QString& name, const QString& laneHeading, QWidget* parent)
    : Drawing(name, parent), m_laneHeading(laneHeading) {
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAccessibleDescription(
        tr("Plus and minus zoom, left and right move through time, up and down choose, Home shows "
           "all. The same is shown as a table."));
    measure();
}

void Lanes::show(QStringList lanes, std::vector<LaneItem> items) {
    m_lanes = std::move(lanes);
    m_items = std::move(items);
    m_chosen = -1;
    std::stable_sort(m_items.begin(), m_items.end(), [](const LaneItem& a, const LaneItem& b) {
        return a.from < b.from;
    });
    bool any = false;
    for (const LaneItem& item : m_items) {
        if (!item.from.isValid())
            continue;
        const double first = julian(item.from);
        const double last = isDot(item) ? first : julian(item.until);
        m_earliest = any ? std::min(m_earliest, first) : first;
        m_latest = any ? std::max(m_latest, last) : last;
        any = true;
    }
    if (!any) {
        m_latest = julian(QDate::currentDate());
        m_earliest = m_latest - 365;
    }
    const double room = std::max(leastSpan / 2, (m_latest - m_earliest) * margin);
    m_earliest -= room;
    m_latest += room;
    stack();
    measure();
    showAllTime();
}

// Greedy: an item goes to the first row of its lane that is free on its first day.
void Lanes::stack() {
    m_rows.assign(m_items.size(), 0);
    std::vector<std::vector<QDate>> busyUntil(static_cast<std::size_t>(m_lanes.size()));
    for (std::size_t i = 0; i < m_items.size(); ++i) {
        const LaneItem& item = m_items[i];
        if (!item.from.isValid())
            continue;
        auto& rows = busyUntil[static_cast<std::size_t>(item.lane)];
        std::size_t row = 0;
        while (row < rows.size() && rows[row] >= item.from)
            ++row;
        if (row == rows.size())
            rows.emplace_back();
        rows[row] = isDot(item) ? item.from : item.until;
        m_rows[i] = static_cast<int>(row);
    }
    m_firstRow.assign(1, 0);
    for (const auto& rows : busyUntil)
        m_firstRow.push_back(m_firstRow.back() + std::max(1, static_cast<int>(rows.size())));
}

void Lanes::showAllTime() {
    m_from = m_earliest;
    m_to = m_latest;
    redraw();
    Q_EMIT spanChanged(firstDay(), lastDay());
}

void Lanes::zoom(double factor, double day) {
    const double span = std::clamp((m_to - m_from) * factor, leastSpan, m_latest - m_earliest);
    const double share = (day - m_from) / (m_to - m_from);
    m_from = std::clamp(day - share * span, m_earliest, m_latest - span);
    m_to = m_from + span;
    update();
    Q_EMIT spanChanged(firstDay(), lastDay());
}

void Lanes::pan(double days) {
    const double span = m_to - m_from;
    m_from = std::clamp(m_from + days, m_earliest, m_latest - span);
    m_to = m_from + span;
    update();
    Q_EMIT spanChanged(firstDay(), lastDay());
}

void Lanes::chooseNeighbour(int by) {
    std::vector<int> drawn;
    for (std::size_t i = 0; i < m_items.size(); ++i)
        if (m_items[i].from.isValid())
            drawn.push_back(static_cast<int>(i));
    if (drawn.empty())
        return;
    const auto at = std::find(drawn.begin(), drawn.end(), m_chosen);
    const auto last = static_cast<std::ptrdiff_t>(drawn.size()) - 1;
    const std::ptrdiff_t here = at == drawn.end() ? (by > 0 ? -1 : last + 1) : at - drawn.begin();
    m_chosen = drawn[static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(here + by, 0, last))];
    const LaneItem& item = m_items[static_cast<std::size_t>(m_chosen)];
    if (julian(item.from) < m_from || julian(item.from) > m_to)
        pan(julian(item.from) - (m_from + m_to) / 2);
    setToolTip(item.words);
    setAccessibleDescription(
        tr("%1, %2, %3")
            .arg(m_lanes.value(item.lane), item.from.toString(Qt::ISODate), item.words));
    update();
    Q_EMIT chose(item.key);
}

int Lanes::itemAt(QPointF point) const {
    for (std::size_t i = 0; i < m_items.size(); ++i)
        if (boxOf(i, width()).adjusted(-2, -2, 2, 2).contains(point))
            return static_cast<int>(i);
    return -1;
}

bool Lanes::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip)
        return Drawing::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const int at = itemAt(help->pos());
    if (at < 0)
        QToolTip::hideText();
    else
        QToolTip::showText(
            help->globalPos(), m_items[static_cast<std::size_t>(at)].words.toHtmlEscaped(), this);
    return true;
}

// Scrolling the page stays scrolling: only with Ctrl does the wheel zoom.
void Lanes::wheelEvent(QWheelEvent* event) {
    if ((event->modifiers() & Qt::ControlModifier) == 0)
        return event->ignore();
    zoom(event->angleDelta().y() > 0 ? closer : 1 / closer, dayAt(event->position().x()));
    event->accept();
}

void Lanes::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton)
        return event->ignore();
    m_grip = event->position();
    m_dragging = false;
}

void Lanes::mouseMoveEvent(QMouseEvent* event) {
    if ((event->buttons() & Qt::LeftButton) == 0)
        return;
    const double moved = event->position().x() - m_grip.x();
    if (!m_dragging && std::abs(moved) < dragStarts)
        return;
    m_dragging = true;
    pan(dayAt(m_grip.x()) - dayAt(event->position().x()));
    m_grip = event->position();
}

void Lanes::mouseReleaseEvent(QMouseEvent* event) {
    if (m_dragging || event->button() != Qt::LeftButton)
        return;
    const int at = itemAt(event->position());
    if (at < 0)
        return;
    m_chosen = at;
    update();
    Q_EMIT chose(m_items[static_cast<std::size_t>(at)].key);
}

void Lanes::keyPressEvent(QKeyEvent* event) {
    const double middle = (m_from + m_to) / 2;
    switch (event->key()) {
        case Qt::Key_Plus:
        case Qt::Key_Equal:
            return zoom(closer, middle);
        case Qt::Key_Minus:
            return zoom(1 / closer, middle);
        case Qt::Key_Left:
            return pan(-step * (m_to - m_from));
        case Qt::Key_Right:
            return pan(step * (m_to - m_from));
        case Qt::Key_Home:
            return showAllTime();
        case Qt::Key_Down:
            return chooseNeighbour(1);
        case Qt::Key_Up:
            return chooseNeighbour(-1);
        default:
            Drawing::keyPressEvent(event);
    }
}

void Lanes::focusInEvent(QFocusEvent* event) {
    Drawing::focusInEvent(event);
    update();
}

void Lanes::focusOutEvent(QFocusEvent* event) {
    Drawing::focusOutEvent(event);
    update();
}

Numbers Lanes::numbers() const {
    Numbers all{{m_laneHeading, tr("From"), tr("Until"), tr("What")}, {}};
    for (const LaneItem& item : m_items)
        all.rows.push_back({m_lanes.value(item.lane),
                            item.from.isValid() ? item.from.toString(Qt::ISODate) : tr("no date"),
                            isDot(item) ? QString() : item.until.toString(Qt::ISODate),
                            item.words});
    return all;
}

}  // namespace ui::widgets
