// SPDX-License-Identifier: GPL-3.0-or-later
// What a scroll area scrolls, no taller than its width asks for. A plain widget would keep the
// height that its text needs at its narrowest, as an empty space at the end.
#pragma once

#include <QWidget>

namespace ui::widgets {

class ScrolledPage : public QWidget {
    Q_OBJECT

public:
    using QWidget::QWidget;

    [[nodiscard]] QSize minimumSizeHint() const override {
        return {QWidget::minimumSizeHint().width(), 0};
    }
};

}  // namespace ui::widgets
