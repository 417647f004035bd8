// SPDX-License-Identifier: GPL-3.0-or-later
// A section of a screen: a white sheet with a heading, a line of secondary text, room for actions
// at the right of the heading, and a body.
#pragma once

#include <QFrame>

QT_BEGIN_NAMESPACE
class QBoxLayout;
class QLabel;
class QVBoxLayout;
QT_END_NAMESPACE

namespace ui::widgets {

class Card : public QFrame {
    Q_OBJECT

public:
    explicit Card(const QString& heading, QWidget* parent = nullptr);

    void setHeading(const QString& heading);
    void setSubtitle(const QString& subtitle);
    void addAction(QWidget* widget);  // takes ownership

    [[nodiscard]] QVBoxLayout* body() const { return m_body; }

private:
    QLabel* m_heading;
    QLabel* m_subtitle;
    QBoxLayout* m_top;
    QVBoxLayout* m_body;
};

// Removes and deletes everything in a layout.
void clear(QLayout* layout);

}  // namespace ui::widgets
