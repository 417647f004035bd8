// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/screen.h"

#include "ui/widgets/card.h"
#include "ui/widgets/drawing_card.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/label.h"
#include "ui/widgets/theme.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>

namespace ui::shell {

using widgets::space;

namespace {

QWidget* flowing(QWidget* parent) {
    auto* made = new QWidget(parent);
    new widgets::FlowLayout(made);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    made->setSizePolicy(policy);
    return made;
}

// What a row of the widgets in a box asks for, shown already or not.
int widthOf(const QWidget* box) {
    int width = 0;
    for (int i = 0; i < box->layout()->count(); ++i)
        width += box->layout()->itemAt(i)->widget()->sizeHint().width() + space(2);
    return std::max(0, width - space(2));
}

}  // namespace

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
    m_tagsBox = flowing(this);
    m_actionsBox = flowing(this);
    auto* first = new QHBoxLayout;
    first->setSpacing(space(3));
    first->addWidget(m_title);
    first->addWidget(m_tagsBox, 1, Qt::AlignVCenter);
    m_top = new QGridLayout;
    m_top->setHorizontalSpacing(space(3));
    m_top->setVerticalSpacing(space(1));
    m_top->setColumnStretch(0, 1);
    m_top->addLayout(first, 0, 0);
    m_top->addWidget(m_actionsBox, 0, 1);
    m_top->addWidget(m_subtitle, 1, 0, 1, 2);
    m_banner = new widgets::Banner(this);
    m_body = new QVBoxLayout;
    m_body->setSpacing(space(3));
    all->addLayout(m_top);
    all->addWidget(m_banner);
    all->addLayout(m_body, 1);
    all->addStretch();  // where a screen shows nothing, its message stays at the top
    setTitle(title);
    setSubtitle({});
}

QString Screen::title() const {
    return m_title->text();
}

int Screen::heightForWidth(int width) const {
    return layout()->totalMinimumHeightForWidth(width);
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
    m_tagsBox->layout()->addWidget(tag);
    arrange();
}

void Screen::clearTags() {
    widgets::clear(m_tagsBox->layout());
}

void Screen::addAction(QWidget* action) {
    m_actionsBox->layout()->addWidget(action);
    arrange();
}

void Screen::clearActions() {
    widgets::clear(m_actionsBox->layout());
}

void Screen::addBack() {
    auto* back = widgets::button(tr("Back"), nullptr, QStringLiteral("back"), this);
    back->setToolTip(tr("Alt+Left"));
    connect(back, &QPushButton::clicked, this, [this] { m_context.places.back(); });
    addAction(back);
    if (m_backKey != nullptr)
        return;
    m_backKey = new QShortcut(QKeySequence(Qt::ALT | Qt::Key_Left), this);
    m_backKey->setContext(Qt::WidgetWithChildrenShortcut);
    connect(m_backKey, &QShortcut::activated, this, [this] { m_context.places.back(); });
}

void Screen::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    arrange();
}

// Actions stand beside the title while there is room for both, else under the words.
void Screen::arrange() {
    const int actions = widthOf(m_actionsBox);
    const int words = m_title->sizeHint().width() + widthOf(m_tagsBox) + space(6);
    const bool beside = words + actions + space(10) <= width();
    m_actionsBox->setMinimumWidth(beside ? actions : 0);
    if (beside == m_beside)
        return;
    m_beside = beside;
    m_top->setVerticalSpacing(beside ? space(1) : space(2));
    m_top->removeWidget(m_actionsBox);
    if (beside)
        m_top->addWidget(m_actionsBox, 0, 1);
    else
        m_top->addWidget(m_actionsBox, 2, 0, 1, 2);
}

void Screen::takeFocus() {
    for (QWidget* each = nextInFocusChain(); each != this; each = each->nextInFocusChain())
        if (isAncestorOf(each) && !m_actionsBox->isAncestorOf(each) &&
            !m_banner->isAncestorOf(each) && each->isVisible() && each->isEnabled() &&
            (each->focusPolicy() & Qt::TabFocus) == Qt::TabFocus)
            return each->setFocus(Qt::OtherFocusReason);
}

void Screen::onKey(Qt::Key key, std::function<void()> act) {
    auto* shortcut = new QShortcut(QKeySequence(key), this);
    shortcut->setContext(Qt::WidgetWithChildrenShortcut);
    connect(shortcut, &QShortcut::activated, this, std::move(act));
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

void Screen::tellOfExport(widgets::DrawingCard* card) {
    connect(card, &widgets::DrawingCard::exported, this, [this](const QString& path) {
        banner()->showDone(tr("Written to %1").arg(path));
    });
    connect(card, &widgets::DrawingCard::exportFailed, this, [this](const base::Error& error) {
        fail(tr("The drawing was not written"), error);
    });
}

}  // namespace ui::shell
