// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/screens/help.h"

#include "ui/models/help_pages.h"
#include "ui/widgets/search_field.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QListWidget>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace ui::screens {

using widgets::space;

Help::Help(const shell::Context& context, QWidget* parent) : Screen(tr("Help"), context, parent) {
    setSubtitle(tr("A task a page. F1 on any screen opens its page."));
    auto* row = new QHBoxLayout;
    row->setSpacing(space(3));
    auto* left = new QVBoxLayout;
    left->setSpacing(space(2));
    auto* search = new widgets::SearchField(tr("Search the help"), this);
    left->addWidget(search);
    m_list = new QListWidget(this);
    m_list->setObjectName(QStringLiteral("help-pages"));
    m_list->setAccessibleName(tr("Pages of the help"));
    m_list->setWordWrap(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    widgets::setRole(m_list, "card");
    for (const models::HelpPage& page : models::helpPages())
        m_list->addItem(page.title);
    left->addWidget(m_list, 1);
    m_text = new QTextBrowser(this);
    m_text->setObjectName(QStringLiteral("help-text"));
    m_text->setAccessibleName(tr("Page of the help"));
    m_text->setOpenLinks(false);
    widgets::setRole(m_text, "card");
    row->addLayout(left, 1);
    row->addWidget(m_text, 3);
    body()->addLayout(row, 1);
    addBack();
    connect(search, &widgets::SearchField::searched, this, &Help::find);
    connect(m_list, &QListWidget::currentRowChanged, this, &Help::showPage);
    connect(m_text, &QTextBrowser::anchorClicked, this, &Help::follow);
}

void Help::enter(qint64 subject) {
    m_list->setCurrentRow(static_cast<int>(subject));
    showPage(m_list->currentRow());
    m_list->setFocus();
}

// Pages without the words step aside; the first that has them is shown.
void Help::find(const QString& words) {
    int first = -1;
    const std::vector<models::HelpPage>& pages = models::helpPages();
    for (int i = 0; i < m_list->count(); ++i) {
        const bool has =
            pages[static_cast<std::size_t>(i)].text.contains(words.trimmed(), Qt::CaseInsensitive);
        m_list->item(i)->setHidden(!has);
        if (has && first < 0)
            first = i;
    }
    if (first >= 0)
        m_list->setCurrentRow(first);
}

void Help::showPage(int page) {
    const std::vector<models::HelpPage>& pages = models::helpPages();
    if (page < 0 || page >= static_cast<int>(pages.size()))
        return;
    m_text->document()->setDocumentMargin(space(4));
    m_text->setMarkdown(pages[static_cast<std::size_t>(page)].text);
}

// From page to page; a web address is shown, not opened: this window goes nowhere by itself.
void Help::follow(const QUrl& link) {
    const std::vector<models::HelpPage>& pages = models::helpPages();
    for (std::size_t i = 0; i < pages.size(); ++i)
        if (link.path() == pages[i].file)
            return m_list->setCurrentRow(static_cast<int>(i));
    banner()->showNote(tr("This page is elsewhere: %1").arg(link.toString()));
}

}  // namespace ui::screens
