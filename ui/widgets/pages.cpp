// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/pages.h"

namespace ui::widgets {

Pages::Pages(QWidget* parent) : QStackedWidget(parent) {
    connect(this, &QStackedWidget::currentChanged, this, [this] { updateGeometry(); });
}

QSize Pages::sizeHint() const {
    return currentWidget() == nullptr ? QSize() : currentWidget()->sizeHint();
}

QSize Pages::minimumSizeHint() const {
    return currentWidget() == nullptr
               ? QSize()
               : currentWidget()->minimumSizeHint().expandedTo(currentWidget()->minimumSize());
}

bool Pages::hasHeightForWidth() const {
    return currentWidget() != nullptr && currentWidget()->hasHeightForWidth();
}

int Pages::heightForWidth(int width) const {
    return currentWidget() == nullptr ? -1 : currentWidget()->heightForWidth(width);
}

}  // namespace ui::widgets
