// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/screen.h"

#include "ui/widgets/card.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/label.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace ui::shell {

using widgets::space;

Screen::Screen(const QString& title, const Context& context, QWidget* parent)
    : QWidget(parent), m_context(context) {
    widgets::setRole(this, "screen");
    setAttribute(Qt::WA_StyledBackground);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(space(5), space(4), space(5), space(4));
    all->setSpacing(space(3));
    m_title = widgets::label({}, "title", this);
    m_title->setObjectName(QStringLiteral("screenTitle"));
    m_subtitle = widgets::paragraph({}, "secondary", this);
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(m_title);
    words->addWidget(m_subtitle);
    m_tags = new QHBoxLayout;
    m_tags->setSpacing(space(2));
    m_actions = new QHBoxLayout;
    m_actions->setSpacing(space(2));
    auto* top = new QHBoxLayout;
    top->setSpacing(space(3));
    top->addLayout(words, 1);
    top->addLayout(m_tags);
    top->addLayout(m_actions);
    m_banner = new widgets::Banner(this);
    m_body = new QVBoxLayout;
    m_body->setSpacing(space(3));
    all->addLayout(top);
    all->addWidget(m_banner);
    all->addLayout(m_body, 1);
    setTitle(title);
    setSubtitle({});
}

QString Screen::title() const {
    return m_title->text();
}

void Screen::setTitle(const QString& title) {
    m_title->setText(title);
    setAccessibleName(title);
}

void Screen::setSubtitle(const QString& subtitle) {
    m_subtitle->setText(subtitle);
    m_subtitle->setVisible(!subtitle.isEmpty());
}

void Screen::addTag(QWidget* tag) {
    m_tags->addWidget(tag);
}

void Screen::clearTags() {
    widgets::clear(m_tags);
}

void Screen::addAction(QWidget* action) {
    m_actions->addWidget(action);
}

void Screen::clearActions() {
    widgets::clear(m_actions);
}

std::shared_ptr<casework::Session> Screen::ownSession() {
    auto another = session().another();
    if (!succeeded(another, tr("The vault could not be opened a second time")))
        return nullptr;
    return std::move(*another);
}

void Screen::fail(const QString& what, const base::Error& error) {
    if (error.code == base::Code::cancelled) {
        m_banner->showNote(tr("%1: stopped. Everything is as it was.").arg(what));
        return;
    }
    m_banner->showError(QStringLiteral("%1. %2").arg(what, models::said(error)),
                        models::details(error));
}

}  // namespace ui::shell
