// SPDX-License-Identifier: GPL-3.0-or-later
// The left side: the places this role has, by job, each with its icon and how much waits there.
#pragma once

#include "casework/session.h"

#include <QFrame>
#include <QMap>

QT_BEGIN_NAMESPACE
class QLabel;
class QPushButton;
class QVBoxLayout;
QT_END_NAMESPACE

namespace ui::shell {

class Navigation : public QFrame {
    Q_OBJECT

public:
    // Lists the screens the session's role may open; refreshCounts() reads what waits.
    Navigation(casework::Session& session, QWidget* parent);

    void mark(const QString& id);
    void refreshCounts();

    [[nodiscard]] QStringList places() const { return m_order; }

Q_SIGNALS:
    void chose(const QString& id);

private:
    void add(const QString& id, const QString& title, const QString& iconName, QVBoxLayout* column);

    casework::Session& m_session;
    QMap<QString, QPushButton*> m_buttons;
    QMap<QString, QLabel*> m_badges;
    QStringList m_order;
};

}  // namespace ui::shell
