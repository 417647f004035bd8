// SPDX-License-Identifier: GPL-3.0-or-later
// One line of text that gives way: cut with an ellipsis when there is no room, whole in its tool
// tip.
#pragma once

#include <QLabel>

namespace ui::widgets {

class ElidedLabel : public QLabel {
    Q_OBJECT

public:
    explicit ElidedLabel(const char* role, QWidget* parent);
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
};

}  // namespace ui::widgets
