// SPDX-License-Identifier: GPL-3.0-or-later
// Counts the time since the person last touched a key or the pointer anywhere in the application.
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <chrono>

namespace ui::shell {

class IdleClock : public QObject {
    Q_OBJECT

public:
    // `limit` of zero never expires.
    IdleClock(std::chrono::milliseconds limit, QObject* parent);

    void start();
    void stop();
    [[nodiscard]] std::chrono::milliseconds left() const;

    [[nodiscard]] bool limited() const { return m_limit.count() > 0; }

Q_SIGNALS:
    void ticked();
    void expired();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    std::chrono::milliseconds m_limit;
    QElapsedTimer m_since;
    QTimer m_tick;
};

}  // namespace ui::shell
