// SPDX-License-Identifier: GPL-3.0-or-later
// Always in sight: the product, the protective marking, the vault, who you are and in which role,
// and when the window locks.
#pragma once

#include <QFrame>

#include <chrono>

QT_BEGIN_NAMESPACE
class QLabel;
class QPushButton;
QT_END_NAMESPACE

namespace ui::shell {

class HeaderBar : public QFrame {
    Q_OBJECT

public:
    explicit HeaderBar(QWidget* parent);

    // `training`: nobody in this vault is real, and it says so.
    void showSession(const QString& vault, const QString& who, const QString& role, bool training);
    void showLocked();
    void showTimeLeft(std::chrono::milliseconds left);

Q_SIGNALS:
    void lockAsked();
    void accountAsked();
    void schemeAsked();
    void largerAsked();
    void smallerAsked();
    void tourAsked();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void openMenu();
    void fit();

    bool m_locked = true;

    QLabel* m_training;
    QLabel* m_vault;
    QLabel* m_who;
    QLabel* m_left;
    QPushButton* m_view;
    QPushButton* m_lock;
};

}  // namespace ui::shell
