// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/navigation.h"

#include "ui/models/words.h"
#include "ui/shell/screen_list.h"
#include "ui/widgets/accessible_roles.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/label.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui::shell {

using widgets::space;

Navigation::Navigation(casework::Session& session, QWidget* parent)
    : QFrame(parent), m_session(session) {
    widgets::setRole(this, "navigation");
    setObjectName(QStringLiteral("navigation"));
    setAccessibleName(tr("Places"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space(2), space(3), space(2), space(3));
    column->setSpacing(space(1) / 2);
    Group last = Group::work;
    for (const ScreenEntry& entry : screenList()) {
        if (entry.group == Group::none || !mayOpen(session, entry))
            continue;
        if (entry.group != last && !groupTitle(entry.group).isEmpty()) {
            QLabel* title = widgets::label(groupTitle(entry.group).toUpper(), nullptr, this);
            title->setIndent(space(2));
            column->addSpacing(space(3));
            column->addWidget(title);
        }
        last = entry.group;
        add(QLatin1String(entry.id), screenTitle(entry), QLatin1String(entry.icon), column);
    }
    column->addStretch(1);
}

void Navigation::add(const QString& id,
                     const QString& title,
                     const QString& iconName,
                     QVBoxLayout* column) {
    auto* button = widgets::button(title, nullptr, QStringLiteral("place-") + id, this);
    button->setIcon(widgets::icon(iconName));
    button->setIconSize(QSize(space(5), space(5)));
    widgets::makeChoice(button);
    m_order << id;
    const int number = static_cast<int>(m_order.size());
    if (number <= 9) {
        button->setShortcut(QKeySequence(QStringLiteral("Alt+%1").arg(number)));
        button->setToolTip(tr("Alt+%1").arg(number));
    }
    auto* badge = widgets::tag({}, "tag", button);
    badge->hide();
    auto* over = new QHBoxLayout(button);
    over->setContentsMargins(0, 0, space(2), 0);
    over->addStretch(1);
    over->addWidget(badge);
    badge->setAttribute(Qt::WA_TransparentForMouseEvents);
    button->setMinimumWidth(button->sizeHint().width() + space(14));
    m_buttons[id] = button;
    m_badges[id] = badge;
    column->addWidget(button);
    connect(button, &QPushButton::clicked, this, [this, id] {
        mark(id);
        Q_EMIT chose(id);
    });
}

void Navigation::mark(const QString& id) {
    if (!m_buttons.contains(id))
        return;  // a place opened from another: that one stays marked
    for (auto each = m_buttons.begin(); each != m_buttons.end(); ++each)
        each.value()->setChecked(each.key() == id);
}

void Navigation::refreshCounts() {
    for (const QString& id : m_order) {
        const ScreenEntry* entry = findScreen(id);
        if (entry == nullptr || entry->waiting == nullptr)
            continue;
        const std::int64_t count = entry->waiting(m_session);
        m_badges[id]->setText(QLocale().toString(static_cast<qlonglong>(count)));
        m_badges[id]->setVisible(count > 0);
        m_buttons[id]->setAccessibleName(
            count > 0 ? tr("%1, %2 waiting").arg(screenTitle(*entry)).arg(count)
                      : screenTitle(*entry));
    }
}

}  // namespace ui::shell
