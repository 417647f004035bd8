// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/header_bar.h"

#include "ui/widgets/elided_label.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/label.h"
#include "ui/widgets/theme.h"

#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeySequence>
#include <QLabel>
#include <QMenu>
#include <QPushButton>

namespace ui::shell {

using widgets::space;

HeaderBar::HeaderBar(QWidget* parent) : QFrame(parent) {
    widgets::setRole(this, "header");
    setAccessibleName(tr("Session"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(space(4), space(2), space(4), space(2));
    row->setSpacing(space(4));
    row->addWidget(widgets::label(tr("Families First"), "product", this));
    row->addWidget(widgets::label(tr("OFFICIAL-SENSITIVE"), "marking", this));
    m_training = widgets::label({}, "training", this);
    m_training->setObjectName(QStringLiteral("training"));
    m_training->hide();
    row->addWidget(m_training);
    m_vault = new widgets::ElidedLabel(nullptr, this);
    row->addWidget(m_vault);
    row->addStretch(1);
    m_who = new widgets::ElidedLabel("who", this);
    m_who->setObjectName(QStringLiteral("who"));
    m_left = widgets::label({}, nullptr, this);
    m_view = widgets::button(tr("View"), nullptr, QStringLiteral("view"), this);
    m_lock = widgets::button(tr("Lock"), nullptr, QStringLiteral("lock"), this);
    m_lock->setToolTip(tr("Ctrl+L"));
    row->addWidget(m_who);
    row->addWidget(m_left);
    row->addWidget(m_view);
    row->addWidget(m_lock);
    connect(m_lock, &QPushButton::clicked, this, &HeaderBar::lockAsked);
    connect(m_view, &QPushButton::clicked, this, &HeaderBar::openMenu);
    showLocked();
}

void HeaderBar::showSession(const QString& vault,
                            const QString& who,
                            const QString& role,
                            bool training) {
    m_training->setVisible(training);
    m_vault->setText(vault);
    m_who->setText(QStringLiteral("%1 \u00b7 %2").arg(who, role));
    m_lock->show();
    m_locked = false;
    fit();
}

void HeaderBar::showLocked() {
    m_training->hide();
    m_vault->clear();
    m_who->setText(tr("Locked"));
    m_lock->hide();
    m_locked = true;
    fit();
}

void HeaderBar::showTimeLeft(std::chrono::milliseconds left) {
    const auto seconds = (left.count() + 999) / 1000;
    m_left->setText(seconds >= 60 ? tr("Locks in %1 min").arg((seconds + 59) / 60)
                                  : tr("Locks in %1 s").arg(seconds));
}

void HeaderBar::resizeEvent(QResizeEvent* event) {
    QFrame::resizeEvent(event);
    fit();
}

// Who one is stays; the countdown, the vault and long words give way where large text has no room.
void HeaderBar::fit() {
    const bool roomy = widgets::hasRoomFor(100, width());
    m_left->setVisible(!m_locked && roomy);
    m_vault->setVisible(roomy || m_training->isHidden());
    m_training->setText(roomy ? tr("Training: nobody here is real") : tr("Training"));
}

void HeaderBar::openMenu() {
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const bool isDark = widgets::schemeOf(QGuiApplication::palette()) == widgets::Scheme::dark;
    menu->addAction(
        isDark ? tr("Light colours") : tr("Dark colours"), this, &HeaderBar::schemeAsked);
    menu->addAction(tr("Larger text"), QKeySequence::ZoomIn, this, &HeaderBar::largerAsked);
    menu->addAction(tr("Smaller text"), QKeySequence::ZoomOut, this, &HeaderBar::smallerAsked);
    if (!m_locked) {
        menu->addAction(tr("Tour of this window"), this, &HeaderBar::tourAsked);
        menu->addSeparator();
        menu->addAction(tr("Change password…"), this, &HeaderBar::accountAsked);
    }
    menu->popup(m_view->mapToGlobal(QPoint(0, m_view->height())));
}

}  // namespace ui::shell
