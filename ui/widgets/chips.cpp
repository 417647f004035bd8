// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/chips.h"

#include "ui/widgets/accessible_roles.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/label.h"

#include <QButtonGroup>
#include <QKeyEvent>
#include <QLocale>
#include <QPushButton>
#include <QVariant>

namespace ui::widgets {

Chips::Chips(const QString& name, QWidget* parent) : QWidget(parent) {
    setAccessibleName(name);
    new FlowLayout(this);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    m_group = new QButtonGroup(this);
    m_group->setExclusive(true);
    connect(m_group, &QButtonGroup::buttonClicked, this, [this](QAbstractButton* pressed) {
        Q_EMIT chose(pressed->property("id").toString());
    });
}

void Chips::add(const QString& id, const QString& words) {
    QPushButton* chip = button(words, "chip", QStringLiteral("chip-") + id, this);
    makeChoice(chip);
    chip->setProperty("id", id);
    chip->setProperty("words", words);
    m_group->addButton(chip);
    layout()->addWidget(chip);
    if (m_group->buttons().size() == 1)
        chip->setChecked(true);
}

void Chips::clear() {
    for (QAbstractButton* chip : m_group->buttons()) {
        m_group->removeButton(chip);
        layout()->removeWidget(chip);
        delete chip;
    }
}

void Chips::setCount(const QString& id, qint64 count) {
    QPushButton* chip = find(id);
    if (chip == nullptr)
        return;
    const QString words = chip->property("words").toString();
    chip->setText(count < 0 ? words : tr("%1  %2").arg(words, QLocale().toString(count)));
    chip->setAccessibleName(chip->text());
    updateGeometry();
}

void Chips::choose(const QString& id) {
    if (QPushButton* chip = find(id))
        chip->setChecked(true);
}

QString Chips::chosen() const {
    const QAbstractButton* chip = m_group->checkedButton();
    return chip == nullptr ? QString() : chip->property("id").toString();
}

void Chips::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Right)
        focusNextChild();
    else if (event->key() == Qt::Key_Left)
        focusPreviousChild();
    else
        QWidget::keyPressEvent(event);
}

QPushButton* Chips::find(const QString& id) const {
    return findChild<QPushButton*>(QStringLiteral("chip-") + id);
}

}  // namespace ui::widgets
