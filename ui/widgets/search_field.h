// SPDX-License-Identifier: GPL-3.0-or-later
// Search as you type: tells the words as soon as the keys that have come are all taken, so that a
// burst of them is told once. The "/" key brings the cursor here from anywhere in the same window;
// Escape empties it.
#pragma once

#include <QLineEdit>
#include <QTimer>

namespace ui::widgets {

class SearchField : public QLineEdit {
    Q_OBJECT

public:
    SearchField(const QString& what, QWidget* parent = nullptr);

Q_SIGNALS:
    void searched(const QString& words);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    QTimer m_rest;
};

}  // namespace ui::widgets
