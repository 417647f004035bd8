// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/banner.h"

#include "ui/widgets/label.h"
#include "ui/widgets/theme.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui::widgets {

Banner::Banner(QWidget* parent) : QFrame(parent) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(space(4), space(2), space(3), space(2));
    row->setSpacing(space(3));
    m_mark = label({}, "strong", this);
    m_what = paragraph({}, "strong", this);
    m_detail = paragraph({}, nullptr, this);
    m_more = button(tr("Details"), "link", QStringLiteral("bannerMore"), this);
    m_close = button(tr("Close"), "link", QStringLiteral("bannerClose"), this);
    auto* words = new QVBoxLayout;
    words->setSpacing(space(1));
    words->addWidget(m_what);
    words->addWidget(m_detail);
    row->addWidget(m_mark, 0, Qt::AlignTop);
    row->addLayout(words, 1);
    row->addWidget(m_more, 0, Qt::AlignTop);
    row->addWidget(m_close, 0, Qt::AlignTop);
    connect(m_more, &QPushButton::clicked, this, [this] {
        m_detail->setVisible(!m_detail->isVisible());
        m_more->setText(m_detail->isVisible() ? tr("Fewer details") : tr("Details"));
        m_more->setAccessibleName(m_more->text());
    });
    connect(m_close, &QPushButton::clicked, this, &Banner::dismiss);
    hide();
}

void Banner::showError(const QString& what, const QString& detail) {
    present("banner-error", tr("Not done"), what, detail);
}

void Banner::showDone(const QString& what) {
    present("banner-done", tr("Done"), what, {});
}

void Banner::showNote(const QString& what) {
    present("banner-note", tr("Note"), what, {});
}

void Banner::dismiss() {
    hide();
}

QString Banner::text() const {
    return m_what->text();
}

void Banner::present(const char* role,
                     const QString& mark,
                     const QString& what,
                     const QString& detail) {
    setRole(this, role);
    m_mark->setText(mark);
    m_what->setText(what);
    m_detail->setText(detail);
    m_detail->hide();
    m_more->setText(tr("Details"));
    m_more->setAccessibleName(m_more->text());
    m_more->setVisible(!detail.isEmpty());
    setAccessibleName(mark + QStringLiteral(": ") + what);
    show();
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

}  // namespace ui::widgets
