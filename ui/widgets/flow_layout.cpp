// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/flow_layout.h"

#include "ui/widgets/theme.h"

#include <QFontMetrics>
#include <QWidget>

namespace ui::widgets {

bool hasRoomFor(int letters, int width) {
    return width >= QFontMetrics(fontOf(Type::body)).averageCharWidth() * letters;
}

FlowLayout::FlowLayout(QWidget* parent, bool equalColumns)
    : QLayout(parent), m_equalColumns(equalColumns) {
    setContentsMargins(0, 0, 0, 0);
    setSpacing(space(2));
}

FlowLayout::~FlowLayout() {
    while (QLayoutItem* item = takeAt(0))
        delete item;
}

void FlowLayout::addItem(QLayoutItem* item) {
    m_items.append(item);
}

int FlowLayout::count() const {
    return static_cast<int>(m_items.size());
}

QLayoutItem* FlowLayout::itemAt(int index) const {
    return m_items.value(index);
}

QLayoutItem* FlowLayout::takeAt(int index) {
    return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

int FlowLayout::heightForWidth(int width) const {
    const QMargins margins = contentsMargins();
    const QRect rect(0, 0, width - margins.left() - margins.right(), 0);
    return margins.top() + margins.bottom() +
           (m_equalColumns ? placeColumns(rect, false) : place(rect, false));
}

void FlowLayout::setGeometry(const QRect& rect) {
    QLayout::setGeometry(rect);
    const QRect inside = rect.marginsRemoved(contentsMargins());
    if (m_equalColumns)
        placeColumns(inside, true);
    else
        place(inside, true);
}

QSize FlowLayout::sizeHint() const {
    QSize size = minimumSize();
    int width = 0;
    for (const QLayoutItem* item : m_items)
        width += item->sizeHint().width() + spacing();
    size.setWidth(std::max(
        size.width(), width - spacing() + contentsMargins().left() + contentsMargins().right()));
    return size;
}

QSize FlowLayout::minimumSize() const {
    QSize size;
    for (const QLayoutItem* item : m_items)
        size = size.expandedTo(item->minimumSize());
    return size.grownBy(contentsMargins());
}

int FlowLayout::place(const QRect& rect, bool apply) const {
    int x = rect.x();
    int y = rect.y();
    int lineHeight = 0;
    for (QLayoutItem* item : m_items) {
        if (item->isEmpty())
            continue;
        const QSize size = item->sizeHint().boundedTo(QSize(rect.width(), 100000));
        if (x > rect.x() && x + size.width() > rect.right() + 1) {
            x = rect.x();
            y += lineHeight + spacing();
            lineHeight = 0;
        }
        if (apply)
            item->setGeometry(QRect(QPoint(x, y), size));
        x += size.width() + spacing();
        lineHeight = std::max(lineHeight, size.height());
    }
    return y + lineHeight - rect.y();
}

int FlowLayout::placeColumns(const QRect& rect, bool apply) const {
    const int items = static_cast<int>(m_items.size());
    if (items == 0)
        return 0;
    const int least = std::max(1, m_columnWidth);
    const int fitting = std::max(1, (rect.width() + spacing()) / (least + spacing()));
    const int lines = (items + std::min(items, fitting) - 1) / std::min(items, fitting);
    const int columns = (items + lines - 1) / lines;  // lines of equal length
    const int width = (rect.width() - (columns - 1) * spacing()) / columns;
    int y = rect.y();
    for (int first = 0; first < items; first += columns) {
        int height = 0;
        for (int i = first; i < std::min(items, first + columns); ++i) {
            const QLayoutItem* item = m_items[i];
            height = std::max(height,
                              item->hasHeightForWidth() ? item->heightForWidth(width)
                                                        : item->sizeHint().height());
        }
        for (int i = first; apply && i < std::min(items, first + columns); ++i)
            m_items[i]->setGeometry(
                QRect(rect.x() + (i - first) * (width + spacing()), y, width, height));
        y += height + spacing();
    }
    return y - spacing() - rect.y();
}

}  // namespace ui::widgets
