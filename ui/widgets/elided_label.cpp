// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/elided_label.h"

#include "ui/widgets/theme.h"

#include <QPainter>
#include <QStyle>

namespace ui::widgets {

ElidedLabel::ElidedLabel(const char* role, QWidget* parent) : QLabel(parent) {
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    if (role != nullptr)
        setRole(this, role);
}

QSize ElidedLabel::minimumSizeHint() const {
    return {space(8), QLabel::minimumSizeHint().height()};
}

void ElidedLabel::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    const QString shown = fontMetrics().elidedText(text(), Qt::ElideRight, width());
    setToolTip(shown == text() ? QString() : text());
    style()->drawItemText(&painter,
                          rect(),
                          Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                          palette(),
                          isEnabled(),
                          shown,
                          foregroundRole());
}

}  // namespace ui::widgets
