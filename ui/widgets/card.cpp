// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/card.h"

#include "ui/widgets/label.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace ui::widgets {

Card::Card(const QString& heading, QWidget* parent) : QFrame(parent) {
    setRole(this, "card");
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(space(4), space(3), space(4), space(4));
    all->setSpacing(space(2));
    m_top = new QHBoxLayout;
    m_top->setSpacing(space(2));
    m_heading = label(heading, "heading", this);
    m_subtitle = label({}, "secondary", this);
    m_subtitle->setWordWrap(true);
    m_heading->setWordWrap(true);
    m_top->addWidget(m_heading, 1);
    all->addLayout(m_top);
    all->addWidget(m_subtitle);
    m_subtitle->hide();
    m_body = new QVBoxLayout;
    m_body->setSpacing(space(2));
    all->addLayout(m_body, 1);
    setAccessibleName(heading);
    m_heading->setVisible(!heading.isEmpty());
}

void Card::setHeading(const QString& heading) {
    m_heading->setText(heading);
    m_heading->setVisible(!heading.isEmpty());
    setAccessibleName(heading);
}

void Card::setSubtitle(const QString& subtitle) {
    m_subtitle->setText(subtitle);
    m_subtitle->setVisible(!subtitle.isEmpty());
}

void Card::addAction(QWidget* widget) {
    m_top->addWidget(widget);
}

void clear(QLayout* layout) {
    while (QLayoutItem* item = layout->takeAt(0)) {
        if (QWidget* widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        } else if (QLayout* inner = item->layout()) {
            clear(inner);
        }
        delete item;
    }
}

}  // namespace ui::widgets
