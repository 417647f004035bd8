// SPDX-License-Identifier: GPL-3.0-or-later
#include "tab_walk.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDateTimeEdit>
#include <QRegularExpression>
#include <QScrollArea>
#include <QtTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace accessibility {

namespace {

constexpr int most = 500;  // presses of Tab: a page of help has many links
constexpr int edge = 4;    // pixels at the edge of a control, where a ring is drawn

QString called(const QWidget* widget) {
    return u"%1 '%2' (%3)"_s.arg(QString::fromLatin1(widget->metaObject()->className()),
                                 widget->accessibleName(),
                                 widget->objectName());
}

bool takesTab(const QWidget* widget) {
    return widget->isVisible() && widget->isEnabled() && widget->focusProxy() == nullptr &&
           (widget->focusPolicy() & Qt::TabFocus) == Qt::TabFocus;
}

// Where it stands in the window while nothing is scrolled.
QRect placeOf(const QWidget* widget) {
    QRect place(QPoint(), widget->size());
    for (; !widget->isWindow(); widget = widget->parentWidget()) {
        const auto* area = qobject_cast<const QScrollArea*>(widget->parentWidget()->parentWidget());
        if (area == nullptr || area->widget() != widget)
            place.translate(widget->pos());
    }
    return place;
}

// Pixels at the edge that differ.
int differing(const QImage& a, const QImage& b) {
    int count = 0;
    for (int y = 0; y < a.height(); ++y)
        for (int x = 0; x < a.width(); ++x) {
            const bool atEdge =
                x < edge || y < edge || x >= a.width() - edge || y >= a.height() - edge;
            if (atEdge && a.pixel(x, y) != b.pixel(x, y))
                ++count;
        }
    return count;
}

QString plain(QString text) {
    static const QRegularExpression key(u"\\s*\\( . \\)$"_s);
    return text.remove(u'&').remove(key).remove(u'\u2026').simplified().toLower();
}

}  // namespace

void TabWalk::fault(const QString& where, const QWidget* widget, const QString& what) {
    const QString line = u"%1 | %2: %3"_s.arg(where, called(widget), what);
    if (!m_faults.contains(line))
        m_faults << line;
}

void TabWalk::walk(QWidget& window, const QString& where) {
    QWidget* start = QApplication::focusWidget();
    if (start == nullptr || start->window() != &window) {
        fault(where, &window, u"nothing in it has the focus"_s);
        return;
    }
    if (!start->isVisible() || (start->focusPolicy() & Qt::TabFocus) == 0)
        fault(where, start, u"has the focus, and is nothing that takes it"_s);
    ++m_walks;
    const QList<QWidget*> reached = round(window, where);
    checkReached(window, reached, where);
    checkOrder(window, reached, where);
    for (QWidget* widget : reached) {
        checkRing(widget, where);
        checkName(widget, where);
    }
    start->setFocus();
}

QList<QWidget*> TabWalk::round(QWidget& window, const QString& where) {
    QList<QWidget*> reached{QApplication::focusWidget()};
    QWidget* first = nullptr;
    for (int i = 0; i < most; ++i) {
        QWidget* before = QApplication::focusWidget();
        QTest::keyClick(before, Qt::Key_Tab);
        QWidget* now = QApplication::focusWidget();
        if (now == nullptr || now->window() != &window) {
            fault(where, before, u"Tab loses the focus"_s);
            return reached;
        }
        if (now == before)
            continue;  // the parts of a date, the links of a page
        if (now == first)
            return reached;
        if (first == nullptr)
            first = now;
        if (!reached.contains(now))
            reached << now;
    }
    if (first != nullptr || takesTab(reached.front()))
        fault(where, QApplication::focusWidget(), u"Tab is caught"_s);
    return reached;
}

void TabWalk::checkReached(QWidget& window, const QList<QWidget*>& reached, const QString& where) {
    for (const QWidget* widget : window.findChildren<QWidget*>())
        if (takesTab(widget) && widget->window() == &window &&
            !reached.contains(const_cast<QWidget*>(widget)))
            fault(where, widget, u"Tab does not reach it"_s);
}

// One jump to the top is the end of the round. What stands in another column may be higher.
void TabWalk::checkOrder(QWidget& window, const QList<QWidget*>& reached, const QString& where) {
    int jumps = 0;
    QStringList back;
    for (qsizetype i = 0; i < reached.size(); ++i) {
        const QWidget* from = reached[i];
        const QWidget* to = reached[(i + 1) % reached.size()];
        const QRect a = placeOf(from);
        const QRect b = placeOf(to);
        const bool above = b.bottom() <= a.top() && b.left() <= a.right() && a.left() <= b.right();
        const bool before = b.right() <= a.left() && b.top() < a.bottom() && a.top() < b.bottom();
        const bool beforeAll = b.right() <= a.left() && b.bottom() <= a.top();
        if (above || before || beforeAll) {
            ++jumps;
            back << u"%1 to %2"_s.arg(called(from), called(to));
        }
    }
    if (jumps > 1)
        fault(where, &window, u"Tab goes back: "_s + back.join(u"; "_s));
}

void TabWalk::checkRing(QWidget* widget, const QString& where) {
    const auto* button = qobject_cast<QAbstractButton*>(widget);
    QStringList look{QString::fromLatin1(widget->metaObject()->className()),
                     widget->property("role").toString(),
                     widget->parentWidget()->property("role").toString()};
    look << (button != nullptr && button->isChecked() ? u"checked"_s : QString());
    const QString key = look.join(u'/');
    if (m_ringsSeen.contains(key))
        return;
    m_ringsSeen.insert(key);
    widget->setFocus(Qt::TabFocusReason);
    const QImage with = widget->grab().toImage();
    widget->clearFocus();
    const QImage without = widget->grab().toImage();
    if (with.size() != without.size() ||
        differing(with, without) < (with.width() + with.height()) / 2)
        fault(where, widget, u"that it has the focus can't be seen"_s);
}

// Who speaks to the computer says what they see.
void TabWalk::checkName(QWidget* widget, const QString& where) {
    if (widget->accessibleName().isEmpty())
        fault(where, widget, u"has no name"_s);
    const auto* button = qobject_cast<QAbstractButton*>(widget);
    if (button != nullptr && !plain(widget->accessibleName()).contains(plain(button->text())))
        fault(where, widget, u"is called otherwise than it says: "_s + button->text());
}

}  // namespace accessibility
