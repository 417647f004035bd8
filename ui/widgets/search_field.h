// SPDX-License-Identifier: GPL-3.0-or-later
// Search as you type: tells the words after a short rest, so that each key press does not query.
// The
// "/" key brings the cursor here from anywhere in the same window; Escape empties it.
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
