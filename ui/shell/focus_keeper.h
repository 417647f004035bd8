// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps the focus on the screen when what had it is gone: a form that is done, a button that was
// pressed. Left to itself it falls to the header, from where a keyboard has a long way back.
#pragma once

#include <QObject>

#include <functional>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace ui::shell {

class Screen;

class FocusKeeper : public QObject {
    Q_OBJECT

public:
    // The header outlives it. `screen` gives the one in sight, or nullptr.
    FocusKeeper(const QWidget& header, std::function<Screen*()> screen, QObject* parent);

private:
    void keep(const QWidget* before) const;

    const QWidget& m_header;
    std::function<Screen*()> m_screen;
};

}  // namespace ui::shell
