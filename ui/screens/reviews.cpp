// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/screens/reviews.h"

#include "ui/parts/family_table.h"
#include "ui/widgets/label.h"
#include "ui/widgets/table.h"

#include <QLabel>
#include <QVBoxLayout>

namespace ui::screens {

Reviews::Reviews(const shell::Context& context, QWidget* parent)
    : Screen(tr("Reviews"), context, parent) {
    m_families = new parts::FamilyTable(tr("Families to review"), session(), this);
    m_families->setEmptyWords(tr("No family waits for a review"),
                              tr("Families appear here when a caseworker puts them forward."));
    body()->addWidget(m_families, 1);
    connect(m_families, &parts::FamilyTable::opened, this, [this](records::FamilyId family) {
        this->context().places.open(QStringLiteral("family"), family.value);
    });
    connect(m_families, &parts::FamilyTable::failed, this, [this](const base::Error& error) {
        fail(tr("The queue could not be read"), error);
    });
}

void Reviews::enter(qint64 /*subject*/) {
    casework::WorkQuery query;
    query.filter = casework::WorkFilter::review;
    const auto count = m_families->show(query);
    if (!succeeded(count, tr("The queue could not be read")))
        return;
    setSubtitle(tr("%1 \u00b7 oldest first \u00b7 open the evidence before you decide")
                    .arg(models::counted(*count,
                                         tr("family waits for your decision"),
                                         tr("families wait for your decision"))));
    m_families->table()->setFocus();
}

}  // namespace ui::screens
