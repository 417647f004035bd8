// SPDX-License-Identifier: GPL-3.0-or-later
// What a place shows when there is nothing in it: a drawing, what is so, and what to do next.
#pragma once

#include <QWidget>

QT_BEGIN_NAMESPACE
class QLabel;
class QPushButton;
QT_END_NAMESPACE

namespace ui::widgets {

class EmptyState : public QWidget {
    Q_OBJECT

public:
    EmptyState(const QString& icon,
               const QString& title,
               const QString& words,
               QWidget* parent = nullptr);

    void setText(const QString& title, const QString& words);
    // A button under the words. Returned so that it can be connected; owned by this.
    QPushButton* setAction(const QString& text, const QString& name);

private:
    QLabel* m_title;
    QLabel* m_words;
};

}  // namespace ui::widgets
