// SPDX-License-Identifier: GPL-3.0-or-later
// Pages of which one is in sight. Those that are not ask for no room, so a tall one out of sight
// makes nothing scroll.
#pragma once

#include <QStackedWidget>

namespace ui::widgets {

class Pages : public QStackedWidget {
    Q_OBJECT

public:
    explicit Pages(QWidget* parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override;
    [[nodiscard]] int heightForWidth(int width) const override;
};

}  // namespace ui::widgets
