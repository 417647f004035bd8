// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/reading_order.h"

#include <QApplication>
#include <QLayout>
#include <QScrollArea>
#include <QSplitter>
#include <QWidget>

namespace ui::widgets {

namespace {

// A widget with a proxy, such as the line inside a combo box, is reached through it.
bool takesTab(const QWidget& widget) {
    return (widget.focusPolicy() & Qt::TabFocus) == Qt::TabFocus && widget.isEnabled() &&
           widget.focusProxy() == nullptr;
}

class Collector {
public:
    void add(QWidget* widget) {
        if (widget == nullptr || m_seen.contains(widget) || !widget->isVisible())
            return;
        m_seen.insert(widget);
        if (takesTab(*widget))
            m_order << widget;
        inside(*widget);
    }

    void inside(const QWidget& widget) {
        if (const auto* split = qobject_cast<const QSplitter*>(&widget))
            for (int i = 0; i < split->count(); ++i)
                add(split->widget(i));
        if (widget.layout() != nullptr)
            add(*widget.layout());
        for (QObject* child : widget.children())
            if (auto* inner = qobject_cast<QWidget*>(child); inner != nullptr && !inner->isWindow())
                add(inner);
    }

    [[nodiscard]] const QList<QWidget*>& order() const { return m_order; }

private:
    void add(const QLayout& layout) {
        for (int i = 0; i < layout.count(); ++i) {
            const QLayoutItem* item = layout.itemAt(i);
            if (const QLayout* inner = const_cast<QLayoutItem*>(item)->layout())
                add(*inner);
            else
                add(item->widget());
        }
    }

    QList<QWidget*> m_order;
    QSet<const QWidget*> m_seen;
};

// Where the focus is in the order; when it is on something that Tab doesn't reach, on what holds it
// or, failing that, just before what it holds.
qsizetype placeOf(const QWidget* here, const QList<QWidget*>& order, bool forward) {
    for (const QWidget* each = here; each != nullptr; each = each->parentWidget())
        if (const qsizetype at = order.indexOf(each); at >= 0)
            return at;
    for (qsizetype i = 0; here != nullptr && i < order.size(); ++i)
        if (here->isAncestorOf(order[i]))
            return forward ? i - 1 : i;
    return forward ? -1 : 0;
}

}  // namespace

QList<QWidget*> readingOrder(QWidget& window) {
    Collector all;
    all.inside(window);
    return all.order();
}

bool moveFocus(QWidget& window, bool forward) {
    const QList<QWidget*> order = readingOrder(window);
    if (order.isEmpty())
        return false;
    const qsizetype at = placeOf(window.focusWidget(), order, forward);
    QWidget* next = order[(at + (forward ? 1 : order.size() - 1)) % order.size()];
    next->setFocus(forward ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    for (QWidget* each = next->parentWidget(); each != nullptr; each = each->parentWidget())
        if (auto* area = qobject_cast<QScrollArea*>(each))
            area->ensureWidgetVisible(next);
    return true;
}

}  // namespace ui::widgets
