// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/label.h"

#include "ui/widgets/theme.h"

#include <QLabel>
#include <QPushButton>
#include <QRegularExpression>

namespace ui::widgets {

namespace {

// Without the mark of a mnemonic and the key that stands in brackets: both are told of by
// themselves.
QString spoken(QString text) {
    static const QRegularExpression key(QStringLiteral("\\s*\\( . \\)$"));
    return text.remove(QLatin1Char('&')).remove(key);
}

}  // namespace

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
    made->setAutoDefault(true);  // Enter presses it as Space does
    made->setAccessibleName(spoken(text));
    if (role != nullptr)
        setRole(made, role);
    return made;
}

}  // namespace ui::widgets
