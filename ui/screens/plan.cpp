// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/screens/plan.h"

#include "casework/assessing.h"
#include "ui/widgets/theme.h"

#include <QTextBrowser>
#include <QVBoxLayout>

namespace ui::screens {

Plan::Plan(const shell::Context& context, QWidget* parent) : Screen(tr("Plan"), context, parent) {
    m_text = new QTextBrowser(this);
    m_text->setAccessibleName(tr("The plan in words"));
    m_text->setOpenLinks(false);
    widgets::setRole(m_text, "card");
    body()->addWidget(m_text, 1);
    setSubtitle(tr("The criteria in force, in words"));
}

void Plan::enter(qint64 /*subject*/) {
    const auto text = casework::planInForce(session());
    if (!succeeded(text, tr("The plan could not be read")))
        return;
    const auto words = casework::planInWords(*text, "plan in force");
    if (!succeeded(words, tr("The plan could not be read")))
        return;
    m_text->document()->setDocumentMargin(widgets::space(4));
    m_text->setMarkdown(models::text(*words));
    m_text->setFocus();
}

}  // namespace ui::screens
