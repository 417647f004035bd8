// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/label.h"

#include "ui/widgets/theme.h"

#include <QLabel>
#include <QPushButton>

namespace ui::widgets {

QLabel* label(const QString& text, const char* role, QWidget* parent) {
    auto* made = new QLabel(parent);
    made->setTextFormat(Qt::PlainText);
    made->setText(text);
    if (role != nullptr)
        setRole(made, role);
    return made;
}

QLabel* paragraph(const QString& text, const char* role, QWidget* parent) {
    QLabel* made = label(text, role, parent);
    made->setWordWrap(true);
    made->setTextInteractionFlags(Qt::TextSelectableByMouse);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    made->setSizePolicy(policy);
    return made;
}

QLabel* tag(const QString& text, const char* role, QWidget* parent) {
    QLabel* made = label(text, role, parent);
    made->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    return made;
}

QPushButton* button(const QString& text, const char* role, const QString& name, QWidget* parent) {
    auto* made = new QPushButton(text, parent);
    made->setObjectName(name);
    made->setAutoDefault(false);
    QString spoken = text;
    made->setAccessibleName(spoken.remove(QLatin1Char('&')));
    if (role != nullptr)
        setRole(made, role);
    return made;
}

}  // namespace ui::widgets
