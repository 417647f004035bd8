// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/empty_state.h"

#include "ui/widgets/icon.h"
#include "ui/widgets/label.h"
#include "ui/widgets/theme.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui::widgets {

EmptyState::EmptyState(const QString& iconName,
                       const QString& title,
                       const QString& words,
                       QWidget* parent)
    : QWidget(parent) {
    setRole(this, "plain");
    auto* column = new QVBoxLayout(this);
    column->setSpacing(space(2));
    column->addStretch(1);
    auto* picture = new QLabel(this);
    picture->setPixmap(icon(iconName).pixmap(space(12), space(12)));
    picture->setAlignment(Qt::AlignCenter);
    m_title = label(title, "heading", this);
    m_title->setAlignment(Qt::AlignCenter);
    m_title->setWordWrap(true);
    m_words = label(words, "secondary", this);
    m_words->setAlignment(Qt::AlignCenter);
    m_words->setWordWrap(true);
    column->addWidget(picture);
    column->addWidget(m_title);
    column->addWidget(m_words);
    column->addStretch(2);
}

void EmptyState::setText(const QString& title, const QString& words) {
    m_title->setText(title);
    m_words->setText(words);
}

QPushButton* EmptyState::setAction(const QString& text, const QString& name) {
    QPushButton* made = button(text, "primary", name, this);
    auto* column = qobject_cast<QVBoxLayout*>(layout());
    column->insertWidget(column->count() - 1, made, 0, Qt::AlignCenter);
    return made;
}

}  // namespace ui::widgets
