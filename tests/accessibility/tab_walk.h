// SPDX-License-Identifier: GPL-3.0-or-later
// Goes round a window with Tab, as a person without a mouse, and keeps every fault that it met: a
// control that Tab does not reach, a jump back against the way one reads, a place where the focus
// is caught, lost or can't be seen, a button that is called otherwise than it says.
#pragma once

#include <QSet>
#include <QStringList>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace accessibility {

class TabWalk {
public:
    // The focus must be in the window, and is there again afterwards.
    void walk(QWidget& window, const QString& where);

    [[nodiscard]] const QStringList& faults() const { return m_faults; }

    [[nodiscard]] int walks() const { return m_walks; }

    // Kinds of control whose ring was looked at.
    [[nodiscard]] int looks() const { return static_cast<int>(m_ringsSeen.size()); }

private:
    void fault(const QString& where, const QWidget* widget, const QString& what);
    [[nodiscard]] QList<QWidget*> round(QWidget& window, const QString& where);
    void checkReached(QWidget& window, const QList<QWidget*>& reached, const QString& where);
    void checkOrder(QWidget& window, const QList<QWidget*>& reached, const QString& where);
    void checkRing(QWidget* widget, const QString& where);
    void checkName(QWidget* widget, const QString& where);

    int m_walks = 0;
    QStringList m_faults;
    QSet<QString> m_ringsSeen;  // one of each look is enough
};

}  // namespace accessibility
